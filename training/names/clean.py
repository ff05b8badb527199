# SPDX-License-Identifier: Apache-2.0
"""Corrects the name teacher's habitual errors.

    clean.py TEXTS RAW CLEAN [TEXTS RAW CLEAN ...]

Each TEXTS is JSON Lines with "id" and "text"; RAW and CLEAN are JSON Lines
{"id", "names": [[start, end, "TYPE"], ...]}, in the same order, with offsets in UTF-16 units.
Several sets may be cleaned at once: what most texts of all sets say of a name then counts for all.

The rules, in order (the report on standard error says how many labels each changed):

  markup     drop labels inside <...> tags, on addresses, @handles and #tags, on words run together
             by a page's markup, and on the pronoun "I"
  edge       cut quotes, brackets, dashes and a sentence's full stop off a label's ends
  owner      cut a closing 's (or ') off, except where it belongs to a brand's name
  article    cut a leading the, a or an off a name (not off a title of a work, a date or an amount)
  title      cut Mr, Dr, President and the like off a person
  money      take in the currency sign before an amount and the magnitude after it
  calendar   label bare weekdays and dates like "January 3, 2017" the teacher passed over
  hour       join a day and its part ("Monday" DATE, "night" TIME) to one TIME
  known      give a few much-used names their type (see KNOWN), or none (see NEVER)
  surname    a person's surname standing alone is that person, where another type was given
  place      a lone name taken for a person is a GPE if the texts mostly write "in ..." before it,
             and so is the place in capitals that opens a report ("CHARLOTTE - ...")
  headline   in a line set in title case, keep only what the rest of the text bears out
  vote       within a text, the type most occurrences have
  corpus     over all texts, the type nearly all occurrences have
  fill       label occurrences the teacher passed over, where it labelled most others
"""

import collections
import json
import re
import sys

# Types of names proper; the others are dates, amounts and numbers.
NAMES = set("PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split())
# Types worth passing from one occurrence to another.
SHARED = NAMES - {"LANGUAGE"}

KNOWN = {
    "ORG": "ISIS|ISIL|Isis|Isil|Daesh|Islamic State|Boko Haram|White House|Taliban|al-Qaeda|al-Qaida"
    "|Al Qaeda|al Qaeda|Syrian Observatory for Human Rights|Free Syrian Army|Hamas|Hezbollah|Pentagon|Wikileaks|WikiLeaks|Marines|Tea Party"
    "|USA TODAY|USA Today|Electoral College",
    "GPE": "Vatican|Guantanamo|Guantánamo|Gitmo|Crimea|Gaza|Guerrero|Chibok|D.C.|DC",
    "LOC": "Earth|Mars|Pluto|Jupiter|Silicon Valley|Middle East|West Bank|South China Sea"
    "|Europe|Africa|Asia",
    "FAC": "Parliament Hill|City Hall|National War Memorial|War Memorial|World Trade Center"
    "|Ground Zero|Oval Office|Buckingham Palace",
    "PRODUCT": "iPhone|iPad|iPod|iMac|iWork|Macintosh|MacBook|MacBook Air|MacBook Pro|Apple Watch"
    "|MagSafe|Quarter Pounder|Batmobile|Batmobiles",
    "EVENT": "9/11|Brexit|Super Tuesday|Super Bowl|Holocaust|Olympics|World Cup|Cold War",
    "LAW": "Obamacare|ObamaCare|Sharia|Constitution|Second Amendment|First Amendment",
    "NORP": "LGBT|anti-Trump",
}
KNOWN = {name: kind for kind, names in KNOWN.items() for name in names.split("|")}
# Faiths, diseases and honours are names to the teacher now and then; OntoNotes leaves them be.
NEVER = set("Islam|Christianity|Judaism|Catholicism|Zika|Ebola|Sir|Mr|Mrs|Ms|Dr|Ph.D.|CEO".split("|"))

BRANDS = set(
    "McDonald Macy Sotheby Christie Lowe Wendy Levi Domino Moody Sainsbury Kohl Denny Carl Hardee "
    "Applebee Chili Arby Hershey Kellogg Lloyd Dunkin Sam Trader_Joe Dick Men Reese Papa_John "
    "Victoria Standard_&_Poor Standard_and_Poor St._John St._Peter St._James".split()
)
TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Sgt|Lt|Gen|Col|Capt|President|Senator|Congressman"
    r"|Congresswoman|Governor|Judge|Justice|Secretary|Pope|Queen|Prime Minister)\.?\s+(?=[A-Z])"
)
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.I)
# The names whose article is part of them.
KEEPS_ARTICLE = {"The Hague", "The Bronx"}
OPENING, CLOSING = "\"'“‘(<[{*–—―-:;,/ \xa0", "\"'”’“‘)>]}*–—―-:;,/…?!® \xa0"
MAGNITUDE = re.compile(r"[ \xa0]?-?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k|M|B|K)\b")
CURRENCY = re.compile(r"(?:(?:\b(?:US|C|A|NZ|HK|R))?\$|[£€¥])[ \xa0]?$")
DAY = re.compile(
    r"(?:earlier |early |late )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday"
    r"|(?:last|next|this)\s\w+day)",
    re.I,
)
HOUR = re.compile(r"(?:early |late |mid-?)?(?:night|morning|afternoon|evening|nights|mornings)$", re.I)
PART = re.compile(r" (?:night|morning|afternoon|evening)\b")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
CALENDAR = re.compile(
    rf"(?<![\w-]){MONTH} \d{{1,2}}(?:, \d{{4}})?(?!\w)|(?<![\w-])\d{{1,2}} {MONTH}(?: \d{{4}})?(?!\w)"
    rf"|(?<![\w-]){WEEKDAY}(?!\w)"
)
# Tags, web addresses, handles, hash tags, and words run together by a page's buttons.
MARKUP = re.compile(r"<[^<>\n]{2,400}>|https?://\S+|\b(?:www|pic)\.\S+|[@#]\w+|\S*(?:[a-z][A-Z]\S*){4,}")

DATELINE = re.compile(r"(?:, [A-Z][\w.]+)?(?: \([^()\n]{2,30}\))? ?(?:--|[-–—]) ")

# A place rather than a person: so many of a lone name's uses follow "in" and its like.
PLACE_SHARE, PLACE_USES = 0.34, 6
# An organisation that all texts name this seldom is likelier the person of that surname.
RARE = 15
VOTE_SHARE, VOTE_USES = 0.6, 3
CORPUS_SHARE, CORPUS_USES, CORPUS_TEXTS = 0.85, 8, 4
FILL_SHARE_ONE, FILL_SHARE_MORE = 0.5, 0.34


class Document:
    """A text and its labels, as [start, end, type] in Python's offsets, kept in order."""

    def __init__(self, name, text, labels):
        self.id, self.text = name, text
        self.points = []  # UTF-16 offset -> Python's
        for i, c in enumerate(text):
            self.points += [i] * (2 if ord(c) > 0xFFFF else 1)
        self.points.append(len(text))
        self.labels = [[self.points[s], self.points[e], kind] for s, e, kind in labels]

    def string(self, label):
        return self.text[label[0] : label[1]]

    def uses(self, name):
        """The places that have this name as whole words."""
        return [
            m.start()
            for m in re.finditer(r"(?<![\w@#])" + re.escape(name) + r"(?!\w)", self.text)
        ]

    def covered(self):
        """For each character, the number of the label over it plus one, or 0."""
        over = [0] * len(self.text)
        for number, (start, end, _) in enumerate(self.labels, 1):
            over[start:end] = [number] * (end - start)
        return over

    def to_json(self):
        units = [0]
        for c in self.text:
            units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
        names = [[units[s], units[e], kind] for s, e, kind in sorted(self.labels)]
        return json.dumps({"id": self.id, "names": names}, separators=(",", ":"))


def rule_markup(doc, count):
    spoilt = [m.span() for m in MARKUP.finditer(doc.text)]
    kept = []
    for label in doc.labels:
        if doc.string(label) == "I" or any(s < label[1] and label[0] < e for s, e in spoilt):
            count["markup"] += 1
        else:
            kept.append(label)
    doc.labels = kept


def lone_stop(doc, start, end, known):
    """Whether the full stop that ends this label ends the sentence and is no abbreviation's."""
    body = doc.text[start : end - 1]
    if body in known or body[-1:].isdigit() or re.search(r"(?<![\w.])[IVX]+$", body):
        return True
    after = doc.text[end : end + 2]
    return bool(re.search(r"[a-z]{4,}$", body)) and (not after or after[0] in "\n\"”" or after[0] == " ")


def rule_edges(doc, count, known):
    kept = []
    for start, end, kind in doc.labels:
        before = (start, end)
        while start < end and doc.text[start] in OPENING:
            if kind not in NAMES and doc.text[start] in "-–":
                break
            start += 1
        while end > start:
            last, body = doc.text[end - 1], doc.text[start:end]
            if last in CLOSING:
                pair = {'"': '"', "”": "“", ")": "(", "]": "["}.get(last)
                if pair and pair in body[1:-1]:
                    break
                if last in "'’" and body[:-1].endswith("s"):
                    break  # an owner's mark, counted below
                end -= 1
            elif last == "." and lone_stop(doc, start, end, known):
                end -= 1
            else:
                break
        if start >= end:
            count["edge"] += 1
            continue
        count["edge"] += before != (start, end)
        kept.append([start, end, kind])
    doc.labels = kept


def rule_owner(doc, count):
    for label in doc.labels:
        body = doc.string(label)
        m = re.search(r"(?<=[\w.)])['’]s$|(?<=s)['’]$", body, re.I)
        bare = body[: m.start()] if m else body
        if bare.replace(" ", "_") in BRANDS and label[2] == "ORG":
            if not m and re.match(r"['’]s\b", doc.text[label[1] :]):
                label[1] += 2
                count["owner"] += 1
        elif m and not re.search(r"\d['’]s$", body):
            label[1] = label[0] + m.start()
            count["owner"] += 1


def rule_article(doc, count):
    for label in doc.labels:
        if label[2] in NAMES - {"WORK_OF_ART"} and doc.string(label) not in KEEPS_ARTICLE:
            m = ARTICLE.match(doc.string(label))
            # "A" may open a name in a headline; a capital must follow a real one's article.
            if m and m.end() < label[1] - label[0]:
                label[0] += m.end()
                while label[0] + 1 < label[1] and doc.text[label[0]] in OPENING:
                    label[0] += 1
                count["article"] += 1


def rule_title(doc, count):
    for label in doc.labels:
        m = label[2] == "PERSON" and TITLES.match(doc.string(label))
        if m:
            label[0] += m.end()
            count["title"] += 1


def rule_money(doc, count):
    for i, label in enumerate(doc.labels):
        if label[2] not in ("MONEY", "CARDINAL"):
            continue
        m = CURRENCY.search(doc.text[max(0, label[0] - 5) : label[0]])
        free = i == 0 or (m and doc.labels[i - 1][1] <= label[0] - len(m.group()))
        if m and free:
            label[0] -= len(m.group())
            label[2] = "MONEY"
            count["money"] += 1
        if doc.string(label)[0] in "$£€¥":
            m = MAGNITUDE.match(doc.text, label[1])
            if m and (i + 1 == len(doc.labels) or m.end() <= doc.labels[i + 1][0]):
                label[1] = m.end()
                count["money"] += 1


def rule_calendar(doc, count):
    over = doc.covered()
    spoilt = [m.span() for m in MARKUP.finditer(doc.text)]
    added, gone = [], set()
    for m in CALENDAR.finditer(doc.text):
        start, end = m.span()
        numbers = {n for n in over[start:end] if n}
        held = [doc.labels[n - 1] for n in numbers]
        if any(label[0] < start or label[1] > end for label in held) or any(
            s < end and start < e for s, e in spoilt
        ):
            continue
        if held and (len(held) == 1 and held[0][:2] == [start, end] and held[0][2] == "DATE"):
            continue
        if held and any(label[2] not in ("DATE", "CARDINAL") for label in held):
            continue
        # "Monday Night Football" is no date.
        if not held and re.match(r" [A-Z][a-z]", doc.text[end : end + 3]) and not m.group()[-1].isdigit():
            continue
        gone |= numbers
        added.append([start, end, "DATE"])
        count["calendar"] += 1
    if added:
        doc.labels = sorted([x for n, x in enumerate(doc.labels, 1) if n not in gone] + added)


def rule_hour(doc, count):
    joined = []
    for label in doc.labels:
        if (
            joined
            and label[2] == "TIME"
            and joined[-1][2] == "DATE"
            and doc.text[joined[-1][1] : label[0]] == " "
            and DAY.fullmatch(doc.string(joined[-1]))
            and HOUR.match(doc.string(label))
        ):
            joined[-1][1:] = label[1:]
            count["hour"] += 1
        else:
            joined.append(label)
    starts = {label[0] for label in joined}
    for label in joined:
        m = PART.match(doc.text, label[1])
        if label[2] == "DATE" and m and m.start() + 1 not in starts and DAY.fullmatch(doc.string(label)):
            label[1:] = [m.end(), "TIME"]
            count["hour"] += 1
    doc.labels = joined


def rule_known(doc, count):
    surnames = people(doc)
    kept = []
    for label in doc.labels:
        body = doc.string(label)
        if body in NEVER and not (label[2] == "PERSON" or body in surnames):
            count["known"] += 1
            continue
        kind = KNOWN.get(body)
        if kind and kind != label[2]:
            label[2] = kind
            count["known"] += 1
        kept.append(label)
    doc.labels = kept


def people(doc):
    """Surnames of the persons this text names in full, with how often it does."""
    surnames = collections.Counter()
    for label in doc.labels:
        if label[2] == "PERSON":
            parts = [p for p in doc.string(label).split() if p not in ("Jr.", "Jr", "Sr.", "II", "III")]
            if len(parts) > 1 and parts[-1][0].isupper() | ("-" in parts[-1]) and len(parts[-1]) > 2:
                surnames[parts[-1]] += 1
    return surnames


def located(doc, number):
    """Whether the text uses this label as a place: "in Ferguson", "Ferguson, Mo."."""
    start, end, kind = doc.labels[number]
    if kind not in ("GPE", "LOC"):
        return False
    if re.search(r"\b(?:in|near) $", doc.text[max(0, start - 6) : start]) and doc.text[end : end + 1] not in "'’":
        return True
    after = doc.labels[number + 1] if number + 1 < len(doc.labels) else [-1, -1, ""]
    return after[2] == "GPE" and doc.text[end : after[0]] == ", "


def rule_surname(docs, count):
    """Surnames alone, with a person of that name in the text; or, in a text without the full
    name, a surname that most texts with this lone name have a person for."""
    alone = collections.defaultdict(collections.Counter)
    full = {doc.id: people(doc) for doc in docs}
    held = collections.Counter()  # texts with the lone name
    named = collections.Counter()  # of these, texts with the full one
    for doc in docs:
        seen = set()
        for label in doc.labels:
            if " " not in doc.string(label):
                alone[doc.string(label)][label[2]] += 1
                seen.add(doc.string(label))
        held.update(seen)
        named.update(seen & full[doc.id].keys())
    for doc in docs:
        for number, label in enumerate(doc.labels):
            body = doc.string(label)
            kinds = alone[body]
            if label[2] in ("PERSON", "WORK_OF_ART") or label[2] not in SHARED or " " in body or body in KNOWN:
                continue
            if located(doc, number):
                continue
            places = kinds["GPE"] + kinds["LOC"] + kinds["NORP"]
            if places > kinds["PERSON"] and not full[doc.id][body] > 2:
                continue
            times = full[doc.id][body]
            here = times and (times > 1 or kinds["PERSON"] * 3 >= kinds["ORG"] or kinds["ORG"] < RARE)
            widely = held[body] >= 5 and named[body] * 2 >= held[body] and kinds["PERSON"] * 2 >= kinds["ORG"]
            if here or widely:
                label[2] = "PERSON"
                count["surname"] += 1


def rule_place(docs, count):
    uses, placed, named = collections.Counter(), collections.Counter(), set()
    for doc in docs:
        for label in doc.labels:
            body = doc.string(label)
            if label[2] == "PERSON" and " " in body:
                named.update(body.split())
            elif label[2] in NAMES:
                uses[body] += 1
                before = doc.text[max(0, label[0] - 9) : label[0]]
                after = doc.text[label[1] : label[1] + 12]
                placed[body] += bool(
                    (re.search(r"\b(?:in|near|outside|across) $", before) and not re.match(r"['’]s?\b", after))
                    or re.match(r" (?:province|state|city|county|airport)\b", after)
                )
    places = {
        body
        for body, n in uses.items()
        if n >= PLACE_USES and placed[body] >= PLACE_SHARE * n and body not in named
    }
    for doc in docs:
        for label in doc.labels:
            opens = label[0] == 0 or doc.text[label[0] - 1] == "\n"
            dateline = (
                opens
                and label[2] in ("ORG", "PERSON")
                and re.fullmatch(r"[A-Z]{4,}(?: [A-Z]{3,})?", doc.string(label))
                and DATELINE.match(doc.text, label[1])
            )
            if dateline or (label[2] == "PERSON" and doc.string(label) in places):
                label[2] = "GPE"
                count["place"] += 1


def title_case(line):
    words = [w for w in re.findall(r"[A-Za-z][\w'’-]*", line) if len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def rule_headline(doc, count):
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", doc.text) if title_case(m.group())]
    if not lines:
        return

    def inside(label):
        return any(s <= label[0] and label[1] <= e for s, e in lines)

    body = collections.defaultdict(collections.Counter)
    for label in doc.labels:
        if not inside(label):
            body[doc.string(label)][label[2]] += 1
    kept = []
    for label in doc.labels:
        string = doc.string(label)
        if label[2] not in SHARED or not inside(label) or string in body or string in KNOWN:
            kept.append(label)
            continue
        words = [m.span() for m in re.finditer(r"[^\s]+", string)]
        parts = sorted(
            (
                (a - b, i, j)
                for i, (a, _) in enumerate(words)
                for j, (_, b) in enumerate(words[i:], i)
                if re.sub(r"['’]s?$", "", string[a:b]) in body
            )
        )
        if parts and len(words) > 1:
            _, i, j = parts[0]
            part = re.sub(r"['’]s?$", "", string[words[i][0] : words[j][1]])
            kept.append(
                [
                    label[0] + words[i][0],
                    label[0] + words[i][0] + len(part),
                    body[part].most_common(1)[0][0],
                ]
            )
            count["headline"] += 1
        elif label[2] in ("PERSON", "GPE", "NORP") and len(words) < 4:
            kept.append(label)
        else:
            count["headline"] += 1
    doc.labels = kept


def rule_vote(doc, count):
    kinds = collections.defaultdict(collections.Counter)
    for label in doc.labels:
        if label[2] in SHARED:
            kinds[doc.string(label)][label[2]] += 1
    for number, label in enumerate(doc.labels):
        if label[2] in SHARED and not located(doc, number):
            votes = kinds[doc.string(label)]
            kind, n = votes.most_common(1)[0]
            total = sum(votes.values())
            if kind != label[2] and total >= VOTE_USES and n >= VOTE_SHARE * total:
                label[2] = kind
                count["vote"] += 1


def census(docs):
    """For each name, its types over all texts, and how many texts have it."""
    kinds, texts = collections.defaultdict(collections.Counter), collections.Counter()
    for doc in docs:
        here = set()
        for label in doc.labels:
            kinds[doc.string(label)][label[2]] += 1
            here.add(doc.string(label))
        texts.update(here)
    return kinds, texts


def rule_corpus(docs, count):
    kinds, texts = census(docs)
    agreed = {}
    for name, votes in kinds.items():
        kind, n = votes.most_common(1)[0]
        total = sum(votes.values())
        if kind in SHARED and total >= CORPUS_USES and n >= CORPUS_SHARE * total and texts[name] >= CORPUS_TEXTS:
            agreed[name] = kind
    for doc in docs:
        here = collections.defaultdict(collections.Counter)
        surnames = people(doc)
        for label in doc.labels:
            here[doc.string(label)][label[2]] += 1
        for label in doc.labels:
            body = doc.string(label)
            kind = agreed.get(body)
            # A text that is sure of itself, or has a person of that name, keeps its own view.
            sure = here[body][label[2]] >= 6 or (label[2] == "PERSON" and body in surnames)
            if kind and kind != label[2] and label[2] in SHARED and not sure:
                label[2] = kind
                count["corpus"] += 1
    return agreed


def piece(doc, start, end, over):
    """Whether this word looks like part of a longer name that the teacher did not see."""
    line = doc.text[doc.text.rfind("\n", 0, start) + 1 : (doc.text + "\n").find("\n", end)]
    if title_case(line):
        return False
    if re.match(r" (?:of )?[A-Z][a-z]", doc.text[end : end + 6]):
        return True
    m = re.search(r"(^|[\n.?!:\"“‘•—–] ?)?\b([\w'’-]+)\.? (?:of |for )?$", doc.text[max(0, start - 24) : start])
    return bool(
        m
        and m.group(1) is None
        and m.group(2)[0].isupper()
        and over[m.start(2) + max(0, start - 24)] == 0
        and not TITLES.match(m.group(2) + " X")
    )


def rule_fill(docs, count, agreed):
    # Names in KNOWN of several words, or of more than letters alike in common words, go along.
    common = collections.Counter(
        word for doc in docs for word in set(re.findall(r"(?<![\w.'’-])[a-z]+(?!\w)", doc.text))
    )
    agreed = {name: kind for name, kind in agreed.items() if common[name.lower()] < 3 or name.isupper()}
    agreed |= {name: kind for name, kind in KNOWN.items() if " " in name or name[1:] != name[1:].lower()}
    # How often the texts have each agreed name, and how often it lies under some label.
    seen, under = collections.Counter(), collections.Counter()
    first = re.compile(r"(?<![\w@#])[\w.&'’-]+")
    by_word = collections.defaultdict(list)
    for name in agreed:
        by_word[first.match(name).group() if first.match(name) else name].append(name)
    wide = {}
    for doc in docs:
        over = doc.covered()
        wide[doc.id] = [name for name in agreed if name in doc.text]
        for name in wide[doc.id]:
            for at in doc.uses(name):
                seen[name] += 1
                under[name] += over[at] > 0
    for doc in docs:
        over = doc.covered()
        kinds = collections.defaultdict(collections.Counter)
        for label in doc.labels:
            if label[2] in SHARED:
                kinds[doc.string(label)][label[2]] += 1
        lower = set(re.findall(r"(?<![\w.'’-])[a-z]+(?!\w)", doc.text))
        surnames = people(doc)
        chosen = {}
        for name in {*kinds, *wide[doc.id], *surnames}:
            if not re.search(r"[A-Z]", name) or (len(name) < 3 and not name.isupper()):
                continue
            if " " not in name and (name.lower() in lower or len(name) < 2):
                continue
            votes = kinds.get(name) or collections.Counter()
            n = sum(votes.values())
            places = doc.uses(name)
            missed = sum(over[at] == 0 for at in places)
            share = 1 - missed / len(places) if places else 1
            one = " " not in name
            here = n >= (2 if one else 1) and share >= (FILL_SHARE_ONE if one else FILL_SHARE_MORE)
            widely = name in agreed and under[name] >= 0.75 * seen[name]
            if here:
                chosen[name] = votes.most_common(1)[0][0]
            elif widely:
                chosen[name] = votes.most_common(1)[0][0] if votes else agreed[name]
            elif name in surnames and share >= 0.5:
                chosen[name] = "PERSON"
        if not chosen:
            continue
        spoilt = [m.span() for m in MARKUP.finditer(doc.text)]
        names = sorted(chosen, key=len, reverse=True)
        added, gone = [], set()
        pattern = re.compile(r"(?<![\w@#])(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
        for m in pattern.finditer(doc.text):
            start, end = m.span()
            kind = chosen[m.group()]
            numbers = {n for n in over[start:end] if n}
            held = [doc.labels[n - 1] for n in numbers]
            if any(label[0] < start or label[1] > end or label[:2] == [start, end] for label in held):
                continue
            if any(s < end and start < e for s, e in spoilt):
                continue
            # "Syrian-Turkish" names two, "anti-Turkish" none of its own.
            if doc.text[start - 1 : start] == "-" and not (
                kind in ("NORP", "GPE") and re.search(r"\b[A-Z][\w.]+-$", doc.text[max(0, start - 20) : start])
            ):
                continue
            if held:
                # Only a longer name of several words may take the place of a part of it.
                if " " not in m.group() or any(label[2] not in NAMES for label in held):
                    continue
            elif (" " not in m.group() or kind == "PERSON") and piece(doc, start, end, over):
                continue
            gone |= numbers
            added.append([start, end, kind])
            count["fill"] += 1
        if added:
            doc.labels = sorted([x for n, x in enumerate(doc.labels, 1) if n not in gone] + added)


def clean(docs):
    count = collections.Counter()
    texts = census(docs)[1]
    known = {name for name, n in texts.items() if n > 1 and n > texts[name + "."] and "." not in name}
    for doc in docs:
        rule_markup(doc, count)
        rule_edges(doc, count, known)
        rule_owner(doc, count)
        rule_article(doc, count)
        rule_title(doc, count)
        rule_money(doc, count)
        rule_calendar(doc, count)
        rule_hour(doc, count)
        rule_known(doc, count)
    rule_surname(docs, count)
    rule_place(docs, count)
    for doc in docs:
        rule_headline(doc, count)
        rule_vote(doc, count)
    agreed = rule_corpus(docs, count)
    rule_fill(docs, count, agreed)
    return count


def read(texts, raw):
    with open(texts, encoding="utf-8") as a, open(raw, encoding="utf-8") as b:
        for text, labels in zip(a, b, strict=True):
            text, labels = json.loads(text), json.loads(labels)
            if text["id"] != labels["id"]:
                raise SystemExit(f"{raw}: {labels['id']} where {text['id']} was expected")
            yield Document(text["id"], text["text"], labels["names"])


def main(files):
    if not files or len(files) % 3:
        raise SystemExit(__doc__)
    sets = [(list(read(*files[i : i + 2])), files[i + 2]) for i in range(0, len(files), 3)]
    docs = [doc for group, _ in sets for doc in group]
    before = sum(len(doc.labels) for doc in docs)
    count = clean(docs)
    for group, path in sets:
        with open(path, "w", encoding="utf-8") as out:
            for doc in group:
                print(doc.to_json(), file=out)
    print(f"labels before {before}, after {sum(len(doc.labels) for doc in docs)}", file=sys.stderr)
    for rule, n in count.items():
        print(f"{rule:10} {n}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
