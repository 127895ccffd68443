#!/usr/bin/env python3
"""Check the gold claims of the sample reports against the reports' texts.

usage: check_gold.py [--write] [GOLD.jsonl REPORTS_FOLDER]

Reads the reports as averment does: files in the order of their paths, a later report of the same id replaces an earlier
one. Prints what does not fit and exits 1 if anything does not. --write fills start and end from sentence, figure, nth.
"""
import gzip
import json
import re
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
KEYS = ["doc", "figure", "sentence", "nth", "low", "high", "qualifier", "share", "category", "group", "source",
        "source_name", "via", "modality", "start", "end"]
MAY = {"accept_source", "accept_value", "accept_category", "optional"}
KINDS = {"category": ("killed wounded killed_or_wounded missing captured abducted detained displaced deployed "
                      "survived").split(), "modality": "asserted denied forecast hypothetical".split()}
# The words that make a qualifier, just before the figure (or, for a few, behind it).
CUES = {
    "at_least": r"at least|no fewer than|no less than|a minimum of|or more|al menos|por lo menos|no menos de",
    "more_than": r"more than|over|upwards of|exceed(s|ed|ing)?|more|pass(ed)?|넘는|más de|superar",
    "at_most": r"up to|at most|as many as|no more than|not more than|a maximum of|hasta",
    "less_than": r"fewer than|less than|under|below|menos de",
    "approx": r"about|around|some|approximately|roughly|nearly|almost|close to|an estimated|or so|약"
              r"|unos|unas|casi|cerca de",
}
WORDS = {word: value for value, word in enumerate((
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen").split())}
WORDS |= {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS |= {"a": 1, "an": 1, "another": 1, "only": 1, "couple": 2}
WORDS |= {word: value for value, word in enumerate((  # Spanish
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve").split())}
WORDS |= {word: 10 * tens for tens, word in enumerate(
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa ciento".split(), 3)}
WORDS |= {"un": 1, "una": 1, "doscientos": 200, "trescientas": 300, "trescientos": 300}
TIMES = {"thousand": 1000, "mil": 1000, "천": 1000, "만": 10000, "lakh": 100000, "million": 1000000, "millones": 1000000}
GROUPS = {"hundred": 100, "dozen": 12, "decena": 10, "docena": 12, "treintena": 30, "centenar": 100}


def reports(folder):
    """Texts by report id."""
    texts = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.endswith(".txt"):
            text, head = path.read_text(encoding="utf-8"), {}
            if text.startswith("---\n"):
                header, text = text[4:].split("\n---\n", 1)
                head = dict(line.split(": ", 1) for line in header.split("\n"))
            texts[head.get("id", name).strip('"')] = text
        elif name.endswith((".jsonl", ".jsonl.gz")):
            data = path.read_bytes()
            lines = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8").split("\n")
            for one in map(json.loads, filter(None, lines)):
                texts[str(one["id"])] = text = one.get("text") or one.get("body") or one.get("content")
                for tag in one.get("entities", []):
                    if text[tag["start"]:tag["end"]] != tag["text"]:
                        sys.exit(f"{name}: {one['id']}: entity {tag} is not in its place")
    return texts


def number(words):
    """The number that one figure says, or None."""
    total = part = 0
    for word in re.findall(r"\d[\d.,]*|만|천|[a-zá-ú]+", words.lower()):
        if word[0].isdigit():
            decimal = re.fullmatch(r"\d+[.,]\d{1,2}", word)
            part += float(word.replace(",", ".") if decimal else re.sub(r"[.,]", "", word))
        elif word == "half":
            part += 0.5
        elif word in WORDS:
            part += 0 if word in ("a", "an") and part else WORDS[word]
        elif word in GROUPS:
            part = (part or 1) * GROUPS[word]
        elif word in TIMES:
            total, part = total + (part or 1) * TIMES[word], 0
        elif word not in ("and", "of", "y"):
            return None
    return round(total + part) or None


def bounds(claim):
    """What low and high ought to be."""
    figure, kind = claim["figure"], claim["qualifier"]
    proportion = claim["share"] is not None and (number(figure) is None or figure == "half" or "분의" in figure or "%" in figure)
    if kind == "vague" or proportion:
        return None, None
    if kind == "range":
        ends = re.sub(r"(?i)^(between|entre) ", "", figure)
        return tuple(number(end) for end in re.split(r" (?:to|and|or|y|a) |[-–]", ends))
    value = number(figure)
    return (None if kind in ("at_most", "less_than") else value, None if kind in ("at_least", "more_than") else value)


def qualifier_fits(claim, text):
    before = " ".join(text[:claim["start"]].split()[-7:]).lower()
    behind = " ".join(text[claim["end"]:].split()[:3]).lower()
    kind = claim["qualifier"]
    if kind in CUES:
        return re.search(rf"\b(?:{CUES[kind]})\b", before) or re.search(r"or more|or so|넘는", behind)
    return kind in ("vague", "range") or not re.search(rf"\b(?:{'|'.join(CUES.values())})$", before)


def problems(claim, texts, write):
    missing = [key for key in KEYS if key not in claim] + [key for key in claim if key not in set(KEYS) | MAY]
    if missing:
        return [f"missing or unknown: {missing}"]
    if claim["doc"] not in texts:
        return ["no such report"]
    text, sentence, figure, found = texts[claim["doc"]], claim["sentence"], claim["figure"], []
    places = [m.start() for m in re.finditer(re.escape(sentence), text)]
    whole = re.escape(figure)
    if not re.search("[가-힣]", sentence):  # Korean joins particles to the figure
        whole = rf"(?<!\w){whole}(?!\w)"
    figures = [m.start() for m in re.finditer(whole, sentence)]
    if not places or not 1 <= claim["nth"] <= len(figures):
        return ["the sentence is not in the report" if not places else "the figure is not in the sentence"]
    starts = [place + figures[claim["nth"] - 1] for place in places]
    if write and claim["start"] not in starts:
        claim["start"], claim["end"] = starts[0], starts[0] + len(figure)
    if claim["start"] not in starts or claim["end"] != claim["start"] + len(figure):
        found.append(f"start and end should be {starts[0]}, {starts[0] + len(figure)}")
    found += [f"unknown {key}" for key, kinds in KINDS.items() if claim[key] not in kinds]
    if (claim["low"], claim["high"]) != bounds(claim):
        found.append(f"low and high should be {bounds(claim)}")
    if not qualifier_fits(claim, text):
        found.append(f"the words around the figure do not say {claim['qualifier']}")
    share = claim["share"]
    if not (share in {None, "nearly_all", "most", "some"} or (isinstance(share, (int, float)) and 0 <= share <= 1)):
        found.append("no such share")
    found += [f"{key} is not in the report" for key in ("group", "source", "via") if (claim[key] or "") not in text]
    apart = (claim["source"] is None) != (claim["source_name"] is None)
    return found + ["source and source_name stand together"] * apart


def main():
    arguments = [word for word in sys.argv[1:] if word != "--write"]
    gold, folder = map(Path, arguments) if arguments else (CORPUS / "gold" / "claims.jsonl", CORPUS / "reports")
    claims = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    texts, bad, seen = reports(folder), 0, set()
    for line, claim in enumerate(claims, 1):
        found = problems(claim, texts, "--write" in sys.argv)
        place = (claim.get("doc"), claim.get("start"), claim.get("category"))
        found += ["the same claim twice"] if place in seen else []
        seen, bad = seen | {place}, bad + len(found)
        for problem in found:
            print(f"{gold}:{line}: {claim.get('doc')}: {claim.get('figure')!r}: {problem}")
    if "--write" in sys.argv:
        gold.write_text("".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims), encoding="utf-8")
    print(f"{len(texts)} reports, {len(claims)} claims, {bad} problems")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
