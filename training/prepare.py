"""Turns the gold data into training documents: tokens by the program's own code, labels by token.

Writes one JSON Lines file for each set into the working folder: `attribution-{train,dev}.jsonl`, `claims-{train,dev}.jsonl`, `syntax-{train,dev}.jsonl`,
`names-{train,dev}.jsonl`, `web-train.jsonl`.
"""

import argparse
import functools
import html
import io
import itertools
import json
import re
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path


def tokenise(inputs: list[dict]) -> list[dict]:
    """The documents of `training/tokens.ts` for `inputs`, in order."""
    return [json.loads(line) for line in program(["training/tokens.ts"], inputs)]


def program(command: list[str], inputs: list[dict]) -> list[str]:
    """The lines that a program of this project prints for `inputs`, which it gets as lines of JSON."""
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in inputs)
    root = Path(__file__).resolve().parent.parent
    run = subprocess.run(["npx", "tsx", *command], cwd=root, input=lines, text=True, capture_output=True, check=False)
    if run.returncode:
        raise SystemExit(f"{command[0]} failed:\n{run.stderr}")
    return run.stdout.split("\n")[:-1]


def utf16_spans_to_tokens(document: dict, spans: list[list[int]]) -> list[list[int]]:
    """Token ranges [first, end) that overlap `spans`; ranges that touch become one."""
    ranges: list[list[int]] = []
    for start, end in sorted(spans):
        covered = [i for i, (s, e) in enumerate(zip(document["start"], document["end"])) if s < end and e > start]
        if not covered:
            continue
        if ranges and covered[0] <= ranges[-1][1]:
            ranges[-1][1] = max(ranges[-1][1], covered[-1] + 1)
        else:
            ranges.append([covered[0], covered[-1] + 1])
    return ranges


def attribution(gold: Path, part: str, names: Path | None) -> list[dict]:
    articles = [json.loads(line) for line in (gold / "attribution" / f"{part}.jsonl").open(encoding="utf8")]
    documents = tokenise([{"id": a["id"], "text": a["text"]} for a in articles])
    named = {}
    if names and (names / f"attribution-{part}.jsonl").exists():
        named = {n["id"]: n["names"] for n in map(json.loads, (names / f"attribution-{part}.jsonl").open(encoding="utf8"))}
    for article, document in zip(articles, documents):
        document["attributions"] = [
            {role: utf16_spans_to_tokens(document, a[role]) for role in ("cue", "source", "content")}
            for a in article["attributions"]
        ]
        if article["id"] in named:
            document["names"] = token_names(document, named[article["id"]])
    return documents


def token_names(document: dict, names: list) -> list[list]:
    labelled = []
    for start, end, kind in names:
        for first, last in utf16_spans_to_tokens(document, [[start, end]]):
            labelled.append([first, last, kind])
    return labelled


def claims(gold: Path, part: str) -> list[dict]:
    """The marked articles: acts, states and stances with their parties, places and times, as token ranges."""
    articles = [json.loads(line) for line in (gold / "records" / f"{part}.jsonl").open(encoding="utf8")]
    documents = tokenise([{"id": a["id"], "text": a["text"]} for a in articles])
    for article, document, times in zip(articles, documents, times_in(articles)):
        document["claims"] = sorted(
            [
                claim
                for kind, list_, trigger, agents, objects in (
                    ("action", "actions", "trigger", "actors", "recipients"),
                    ("posture", "postures", "words", "by", "subject"),
                    ("stance", "stances", "words", "holder", "target"),
                )
                for mark in article[list_]
                if (claim := claim_of(article["text"], document, times, kind, mark, trigger, agents, objects)) is not None
            ],
            key=lambda claim: claim["trigger"],
        )
    return documents + (reports() if part == "train" else [])


# Reports written and marked for this.
MARKED = Path(__file__).resolve().parent / "marked"


def reports() -> list[dict]:
    """The reports of `marked/`, each `{text, claims: [[kind, trigger, label, status, agent, object], …]}` with words as they stand in the text, as documents."""
    lines = [json.loads(line) for path in sorted(MARKED.glob("*.jsonl")) for line in path.open(encoding="utf8") if line.strip()]
    documents = tokenise([{"id": f"report-{i}", "text": line["text"]} for i, line in enumerate(lines)])
    for line, document in zip(lines, documents):
        found = [report_claim(line["text"], document, mark) for mark in line["claims"]]
        document["claims"] = sorted((claim for claim in found if claim is not None), key=lambda claim: claim["trigger"])
    return documents


def report_claim(text: str, document: dict, mark: list) -> dict | None:
    """A mark as token ranges; words that stand several times are those nearest to the trigger, of which "#2" means the second."""
    kind, trigger, label, status, agent, object_ = mark
    words, _, number = trigger.partition("#")
    starts = [at for at in range(len(text)) if text.startswith(words, at)]  # the marks count these inside words too
    if len(starts) < int(number or 1):
        return None
    start = starts[int(number or 1) - 1]

    def ranges(told: str | list[str] | None) -> list[list[int]]:
        found = []
        for name in [told] if isinstance(told, str) else told or []:
            places = [place.start() for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
            if places:
                at = min(places, key=lambda place: abs(place - start))
                found += utf16_spans_to_tokens(document, [utf16_span(text, at, at + len(name))])
        return found

    at = utf16_spans_to_tokens(document, [utf16_span(text, start, start + len(words))])
    roles = {"agent": ranges(agent), "object": ranges(object_), "place": [], "time": []}
    return {"kind": kind, "trigger": at[0], "label": label, "other": [], "status": status, **roles} if at else None


def utf16_span(text: str, start: int, end: int) -> list[int]:
    return [len(text[:at].encode("utf-16-le")) // 2 for at in (start, end)]


def times_in(articles: list[dict]) -> list[list]:
    """The time expressions that the program finds in each article: `[start, end, value]`."""
    told = [{key: article[key] for key in ("id", "text", "published") if article.get(key)} for article in articles]
    records = map(json.loads, program(["src/main.ts", "read", "-", "--jsonl"], told))
    return [[[*time["span"], time["value"]] for time in record["times"]] for record in records]


def claim_of(text: str, document: dict, times: list, kind: str, mark: dict, trigger: str, agents: str, objects: str) -> dict | None:
    """A mark as token ranges; `None` where its trigger holds no token. `label` and `other` are the mark's reading and those as good."""
    at = utf16_spans_to_tokens(document, [mark[trigger]["span"]])
    if not at:
        return None
    label = {"action": lambda: mark["type"], "posture": lambda: f"{mark['aspect']}/{mark['value']}", "stance": lambda: mark["relation"]}[kind]()
    when = mark.get("time") or mark.get("since") or mark.get("until")
    return {
        "kind": kind,
        "trigger": at[0],
        "label": label,
        "other": mark["alt"],
        "status": mark.get("status"),
        "agent": party_ranges(text, document, mark[trigger]["span"], mark[agents]),
        "object": party_ranges(text, document, mark[trigger]["span"], mark[objects]),
        "place": party_ranges(text, document, mark[trigger]["span"], mark.get("place")),
        "time": time_range(document, times, at[0], when),
    }


def party_ranges(text: str, document: dict, trigger: list[int], marked: dict | list | None) -> list[list[int]]:
    """Where parties stand. One whom no words of the paragraph name stands where the article names him nearest to the trigger."""
    parties = [party for party in (marked if isinstance(marked, list) else [marked]) if party]
    spans = [span for party in parties if (span := party["span"] or named_near(text, trigger[0], party["is"])) is not None]
    return [one for span in spans for one in utf16_spans_to_tokens(document, [span])]


def named_near(text: str, at: int, name: str | None) -> list[int] | None:
    """The span of the name that stands nearest to `at`, or else of its last word."""
    for words in (name, name.split()[-1]) if name else ():
        found = [utf16_span(text, *place.span()) for place in re.finditer(rf"\b{re.escape(words)}\b", text)]
        if found and words[0].isupper():
            return min(found, key=lambda span: abs(span[0] - at))
    return None


def time_range(document: dict, times: list, trigger: list[int], value: str | None) -> list[list[int]]:
    """The time expression nearest to the trigger that means `value`, which marks give without its words."""
    if not value:
        return []
    fitting = [utf16_spans_to_tokens(document, [[start, end]]) for start, end, meant in times if meant and (meant.startswith(value) or value.startswith(meant))]

    def distance(one: list[list[int]]) -> int:
        return max(one[0][0] - trigger[1], trigger[0] - one[0][1], 0)

    return min((one for one in fitting if one), key=distance, default=[])


def bodies(gold: Path, names: Path) -> list[dict]:
    """News texts with the teacher's names alone."""
    import csv
    import sys

    csv.field_size_limit(sys.maxsize)
    with (gold / "text" / "news-bodies.csv").open(encoding="utf8", newline="") as file:
        rows = [{"id": f"body_{row['Body ID']}", "text": row["articleBody"]} for row in csv.DictReader(file)]
    named = {n["id"]: n["names"] for n in map(json.loads, (names / "news-bodies.jsonl").open(encoding="utf8"))}
    documents = tokenise([row for row in rows if row["id"] in named])
    for document in documents:
        document["names"] = token_names(document, named[document["id"]])
    return documents


def syntax(gold: Path, part: str) -> list[dict]:
    documents: list[dict] = []
    document: dict = {}
    words: list[list[str]] = []
    joined: set[int] = set()

    def flush() -> None:
        nonlocal words, joined
        if not words:
            return
        sentence = [[w[1], "SpaceAfter=No" not in w[9] and i not in joined] for i, w in enumerate(words)]
        document["sentences"].append(sentence)
        document["words"].append([[w[2], w[3], w[5], int(w[6]), w[7]] for w in words])
        document["forms"] += [w[1] for w in words]
        words, joined = [], set()

    for line in (gold / "syntax" / f"en_ewt-ud-{part}.conllu").open(encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document = {"id": line.split("=")[1].strip(), "sentences": [], "paragraphs": [], "words": [], "forms": []}
            documents.append(document)
        elif line.startswith("# newpar"):
            document["paragraphs"].append(len(document["sentences"]))
        elif not line:
            flush()
        elif not line.startswith("#"):
            fields = line.split("\t")
            if "-" in fields[0]:
                first, last = map(int, fields[0].split("-"))
                joined.update(range(first - 1, last - 1))
            elif "." not in fields[0]:
                words.append(fields)
    flush()
    tokenised = tokenise([{k: d[k] for k in ("id", "sentences", "paragraphs")} for d in documents])
    for source, target in zip(documents, tokenised):
        target["forms"] = source["forms"]
        target["words"] = [word for sentence in source["words"] for word in sentence]
        assert len(target["words"]) == len(target["start"]), source["id"]
    return tokenised


def web(package: Path) -> list[dict]:
    """Reviews, editorials and posts without labels, from the source package of vaderSentiment: its data hold a number, a score and a text in each line.

    Texts whose numbers go together ("7_1", "7_2") are one document, others a paragraph each, 12 a document.
    """
    with tarfile.open(package) as outer:
        inner = next(member for member in outer.getmembers() if member.name.endswith("hutto_ICWSM_2014.tar.gz"))
        with tarfile.open(fileobj=io.BytesIO(content(outer, inner))) as data:
            files = sorted((m for m in data.getmembers() if m.name.endswith("_GroundTruth.txt")), key=lambda m: m.name)
            texts = [(m.name, content(data, m).decode("utf8", "replace")) for m in files]
    documents: list[dict] = []
    for name, text in texts:
        rows = [(number.split("_"), html.unescape(words.strip())) for number, _, words in (line.split("\t", 2) for line in text.splitlines() if line.count("\t") > 1)]
        for _, group in itertools.groupby(enumerate(rows), key=lambda row: row[1][0][0] if len(row[1][0]) > 1 else row[0] // 12):
            parts = [(len(number) > 1, words) for _, (number, words) in group]
            together = " " if parts[0][0] else "\n\n"
            documents.append({"id": f"web_{Path(name).name}_{len(documents)}", "text": together.join(words for _, words in parts)})
    return tokenise(documents)


def content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    assert file is not None, f"{member.name} is no file"
    return file.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder with attribution/, syntax/ and text/")
    parser.add_argument("--names", type=Path, help="the folder with the name teacher's labels")
    parser.add_argument("--web", type=Path, help="vaderSentiment's source package, whose texts have no labels")
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    if not (options.gold / "attribution" / "train.jsonl").exists():
        raise SystemExit(f"No attribution/train.jsonl in {options.gold}; --gold must name the folder of gold data.")
    options.work.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, Callable[[Path, str], list[dict]]] = {
        "claims": claims,
        "attribution": functools.partial(attribution, names=options.names),
        "syntax": syntax,
    }
    for name, documents_of in kinds.items():
        for part in ("train", "dev"):
            write(options.work / f"{name}-{part}.jsonl", documents_of(options.gold, part))
    if options.names and (options.names / "news-bodies.jsonl").exists():
        write(options.work / "names-train.jsonl", bodies(options.gold, options.names))
    if options.web:
        write(options.work / "web-train.jsonl", web(options.web))
    if options.names and (options.names / "attribution-dev.jsonl").exists():
        with (options.work / "names-dev.jsonl").open("w", encoding="utf8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in teacher_labels(options.gold, options.names))


def teacher_labels(gold: Path, names: Path) -> list[dict]:
    """The dev articles with the teacher's names, as `sitrep eval names` reads them."""
    labels = {n["id"]: n["names"] for n in map(json.loads, (names / "attribution-dev.jsonl").open(encoding="utf8"))}
    articles = map(json.loads, (gold / "attribution" / "dev.jsonl").open(encoding="utf8"))
    return [{"id": a["id"], "text": a["text"], "names": labels[a["id"]]} for a in articles if a["id"] in labels]


def write(path: Path, documents: list[dict]) -> None:
    with path.open("w", encoding="utf8") as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
    print(path.name, len(documents), "documents", sum(len(d["start"]) for d in documents), "tokens", flush=True)


if __name__ == "__main__":
    main()
