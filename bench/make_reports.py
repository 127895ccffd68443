#!/usr/bin/env python3
"""Makes reports by seeded shuffling of the sentences of real ones, as JSON Lines on standard output.

Each report takes sentences of one to three articles that stand near each other in the input, half of each or more, whole
and in an order of its own: words, names, figures and what stands beside what stay those of news, and so do lengths.
Outlets (a few large, many small) and days (over ten years, more in the later ones) are invented. The same arguments
give the same reports, and with a larger COUNT the first ones stay the same.
"""
import argparse
import bisect
import datetime
import itertools
import json
import pathlib
import random
import re
import sys

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "corpus/reports"
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NEIGHBOURS = 40  # What is published together is often about the same things.
OUTLETS = [f"{place} {paper}"
           for paper in ("Herald", "Post", "Courier", "Gazette", "Tribune", "Observer", "Wire", "Dispatch", "Echo", "Star")
           for place in ("Harbour", "Meridian", "Eastgate", "Tidewater", "Northfield", "Kestrel", "Lakeside", "Granite",
                         "Summit", "Old Town", "Riverside", "Capital", "Coastal", "Highland", "Western")]
FIRST_DAY, DAYS = datetime.date(2015, 1, 1), 3653


def files_below(paths):
    for path in paths:
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def texts_of(path):
    """(title, text) of each article in a .jsonl or .txt file."""
    if path.suffix == ".txt":
        title, _, text = FRONT_MATTER.sub("", path.read_text()).strip().partition("\n")
        yield title, text
    elif path.suffix == ".jsonl":
        for line in path.open():
            article = json.loads(line)
            yield article.get("title") or "", article.get("text") or article.get("body") or article.get("content") or ""


def read_articles(paths):
    """(title, sentences) of each article that has a text, duplicates left out."""
    seen, articles = set(), []
    for title, text in itertools.chain.from_iterable(map(texts_of, files_below(paths))):
        sentences = SENTENCE_END.split(" ".join(text.split()))
        if not text.strip() or text in seen:
            continue
        seen.add(text)
        articles.append((" ".join(title.split()) or sentences[0][:80], sentences))
    return articles


def some_sentences(article, chance):
    sentences = article[1]
    return chance.sample(sentences, chance.randint((len(sentences) + 1) // 2, len(sentences)))


def make_report(number, articles, outlet_bounds, seed):
    chance = random.Random(seed * 1_000_003 + number)
    first = chance.randrange(len(articles))
    others = [min(max(first + chance.randint(-NEIGHBOURS, NEIGHBOURS), 0), len(articles) - 1)
              for _ in range(chance.randint(0, 2))]
    sentences = [s for one in dict.fromkeys([first, *others]) for s in some_sentences(articles[one], chance)]
    chance.shuffle(sentences)
    day = FIRST_DAY + datetime.timedelta(days=int(DAYS * chance.random() ** 0.7))
    return {"id": f"made-{number:07}",
            "outlet": OUTLETS[bisect.bisect(outlet_bounds, chance.random() * outlet_bounds[-1])],
            "published": day.isoformat(),
            "title": articles[first][0],
            "text": " ".join(sentences)}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int, metavar="COUNT")
    options.add_argument("--from", dest="sources", nargs="+", type=pathlib.Path, default=[SAMPLES], metavar="PATH",
                         help=".jsonl and .txt files, and folders of them; default: the sample reports")
    options.add_argument("--first", type=int, default=1, help="the number of the first report (default: 1)")
    options.add_argument("--seed", type=int, default=1)
    arguments = options.parse_args()
    articles = read_articles(arguments.sources)
    if not articles:
        sys.exit("make_reports.py: there is no article in " + " ".join(map(str, arguments.sources)))
    outlet_bounds = list(itertools.accumulate(1 / rank for rank in range(1, len(OUTLETS) + 1)))
    for number in range(arguments.first, arguments.first + arguments.count):
        report = make_report(number, articles, outlet_bounds, arguments.seed)
        print(json.dumps(report, ensure_ascii=False))


if __name__ == "__main__":
    main()
