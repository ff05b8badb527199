"""What is cut and labelled for training: `python -m unittest discover training`."""

import unittest

import torch

from prepare import named_near, time_range, utf16_spans_to_tokens
from reader import REACH, REACH_BACK, ROLE_TAGS, Shape, parts_of, reach_start
from windows import IGNORE, claim_labels, collate, cut, label_chances, role_tags, with_labels

# "Ana shut the 𝕏 gate": the fourth word takes two UTF-16 units.
WORDS = {"start": [0, 4, 9, 13, 16], "end": [3, 8, 12, 15, 20]}


def claim(trigger: list[int], **changed) -> dict:
    plain = {"kind": "action", "label": "SANCTION", "other": [], "status": "happened", "agent": [[0, 1]], "object": [[2, 5]], "place": [], "time": []}
    return {**plain, "trigger": trigger, **changed}


def document(claims: list[dict], words: int = 5, **more) -> dict:
    return {"pieces": [[7]] * words, "features": [0] * words, "sentences": [[0, words]], "claims": claims, **more}


def shape_for(claims: list[dict]) -> Shape:
    labels = claim_labels([{"claims": claims}])
    return Shape(claims=labels["claims"], status=labels["status"])


class Tokens(unittest.TestCase):
    def test_spans_count_utf16_units_and_touching_ranges_are_one(self) -> None:
        self.assertEqual(utf16_spans_to_tokens(WORDS, [[13, 20]]), [[3, 5]])
        self.assertEqual(utf16_spans_to_tokens(WORDS, [[0, 3], [4, 8]]), [[0, 2]])
        self.assertEqual(utf16_spans_to_tokens(WORDS, [[3, 4]]), [])

    def test_a_time_is_the_nearest_that_means_the_same_or_more_exactly(self) -> None:
        times = [[0, 3, "2031-03-04"], [13, 15, "2031-03"], [16, 20, "2030"]]
        self.assertEqual(time_range(WORDS, times, [4, 5], "2031-03-04"), [[3, 4]])
        self.assertEqual(time_range(WORDS, times, [1, 2], "2031-03-04"), [[0, 1]])
        self.assertEqual(time_range(WORDS, times, [1, 2], "2029"), [])
        self.assertEqual(time_range(WORDS, times, [1, 2], None), [])


    def test_a_party_named_elsewhere_is_the_nearest_name_or_its_last_word(self) -> None:
        text = "Ana Ruiz left. The gate shut. Ruiz wept, and Ana Ruiz slept."
        self.assertEqual(named_near(text, text.index("wept"), "Ana Ruiz"), [45, 53])
        self.assertEqual(named_near(text, 0, "Ana Ruiz"), [0, 8])
        self.assertEqual(named_near(text, text.index("wept"), "Pia Ruiz"), [30, 34])
        self.assertIsNone(named_near(text, 0, "Norland"))
        self.assertIsNone(named_near(text, 0, None))


class Claims(unittest.TestCase):
    def test_labels_start_with_none_and_go_by_kind(self) -> None:
        marks = [claim([1, 2], kind="stance", label="rebukes", status=None), claim([1, 2], kind="posture", label="border/closed"), claim([1, 2])]
        self.assertEqual(claim_labels([{"claims": marks}]), {"claims": ["none", "SANCTION", "border/closed", "rebukes"], "status": ["happened"]})

    def test_other_readings_share_what_the_first_leaves(self) -> None:
        mark = claim([1, 2], other=["COERCE", "YIELD"])
        shape = shape_for([mark, claim([1, 2], label="COERCE")])
        chances = dict(zip(shape.claims, label_chances(mark, shape).tolist()))
        self.assertAlmostEqual(chances["SANCTION"], 0.7, places=5)
        self.assertAlmostEqual(chances["COERCE"], 0.3, places=5)
        self.assertEqual(chances["none"], 0)

    def test_an_aspect_and_a_value_are_parts_of_a_state_alone(self) -> None:
        self.assertEqual(parts_of("border/closed"), ("border/", "/closed"))
        self.assertEqual(parts_of("SANCTION"), ())

    def test_roles_beyond_the_window_are_cut(self) -> None:
        tags = role_tags(claim([1, 2]), 1, 4, 3)
        self.assertEqual([ROLE_TAGS[tag] for tag in tags], ["O", "B-object", "I-object"])


class Windows(unittest.TestCase):
    def collated(self, claims: list[dict], **more) -> dict:
        shape = shape_for([claim([0, 1])])
        ready = with_labels(document(claims, **more), shape)
        return collate([(ready, *cut(ready, 256)[0])], shape)

    def test_one_word_may_set_off_claims_of_several_kinds(self) -> None:
        batch = self.collated([claim([1, 3]), claim([1, 2], kind="stance", label="rebukes")])
        self.assertEqual(batch["triggers"][0, :, 0].tolist(), [0, 1, 2, 0, 0])
        self.assertEqual(batch["triggers"][0, :, 2].tolist(), [0, 1, 0, 0, 0])
        self.assertEqual(batch["claims"].tolist(), [[0, 1, 1], [0, 1, 3]])

    def test_of_an_open_document_the_other_words_are_unknown(self) -> None:
        batch = self.collated([claim([1, 2])], open=True)
        self.assertEqual(batch["triggers"][0, :, 0].tolist(), [IGNORE, 1, IGNORE, IGNORE, IGNORE])

    def test_a_stretch_around_a_trigger_stays_in_its_window(self) -> None:
        starts = reach_start(torch.tensor([5, 500, 500]), torch.tensor([3, 100, 499]))
        self.assertEqual(starts.tolist(), [0, 100 - REACH_BACK, 500 - REACH])

    def test_windows_are_whole_sentences_and_hold_every_word_once(self) -> None:
        ready = {"at": list(range(11)), "sentences": [[0, 4], [4, 8], [8, 10]]}
        self.assertEqual(cut(ready, 10), [(0, 8), (8, 10)])
        self.assertEqual(cut(ready, 10, single=True), [(0, 4), (4, 8), (8, 10)])


if __name__ == "__main__":
    unittest.main()
