#!/usr/bin/env python3
"""Draws queries from generated reports by class, as JSON Lines that every engine reads, on standard output.

A query: "class", "kind" (term, all_of, any_of, phrase, prefix), "words" and, where asked for, "first" and "last" (days),
"by_date", "facets" (outlet and month over all matches), "snippets", "limit" (hits wanted), "exact" (the number of all
matches is wanted). The same arguments give the same queries.
"""
import argparse
import bisect
import collections
import itertools
import json
import pathlib
import random
import re
import sys

READ_REPORTS = 10_000  # The shares of words hardly change with more,
READ_FOR_PHRASES = 3_000  # and those of phrases are not asked for.
FEWEST_WORDS = 20  # to choose from, also where few have the share wanted.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[^\w\s]")
PLAIN = re.compile(r"[a-z]{3,}\Z")
STOP_WORDS = frozenset(
    """a about after all also an and any are as at be been but by can could did do for from had has have he her him his how
    i if in into is it its just may me more most my new no not now of on one or other our out over said say says she should
    so some such than that the their them then there these they this to two under up us was we were what when which while
    who will with would you your""".split())


class Drawn:
    """Words, phrases and beginnings of the reports, by the share of reports that have them."""

    def __init__(self, reports, chance):
        self.chance = chance
        self.words_of = []  # of each report, the plain ones
        in_reports = collections.Counter()
        sequences = {2: collections.Counter(), 3: collections.Counter()}
        for number, report in enumerate(reports):
            tokens = [t.lower() for t in WORD.findall(report["text"])]
            plain = {t for t in tokens if PLAIN.match(t) and t not in STOP_WORDS}
            self.words_of.append(sorted(plain))
            in_reports.update(plain)
            if number < READ_FOR_PHRASES:
                for size, counts in sequences.items():
                    counts.update(set(self.phrases(tokens, size)))
        self.share = {word: count / len(reports) for word, count in in_reports.items()}
        least = 2 if len(reports) < READ_FOR_PHRASES else 3
        self.sequences = {size: sorted(p for p, n in counts.items() if n >= least) for size, counts in sequences.items()}
        self.ordered = sorted(self.share, key=lambda word: (self.share[word], word))
        beginnings = collections.Counter(word[:5] for word in self.share if len(word) > 5)
        self.beginnings = sorted(b for b, words in beginnings.items() if 3 <= words <= 60)

    @staticmethod
    def phrases(tokens, size):
        """Neighbours, all of them plain letters, the first and the last no stop words."""
        for words in zip(*(tokens[i:] for i in range(size))):
            if all(word.isalpha() and word.isascii() for word in words) and all(
                    len(w) > 2 and w not in STOP_WORDS for w in (words[0], words[-1])):
                yield words

    def word(self, least, most):
        """One that a share of reports between the two has; of the nearest share where there is none."""
        begin = bisect.bisect_left(self.ordered, least, key=self.share.get)
        end = bisect.bisect_right(self.ordered, most, key=self.share.get)
        begin = max(0, min(begin, end - FEWEST_WORDS))
        return self.chance.choice(self.ordered[begin:max(end, begin + FEWEST_WORDS)])

    def frequent(self):
        return self.word(0.03, 0.25)

    def middling(self):
        return self.word(0.002, 0.01)

    def rare(self):
        return self.word(0.0001, 0.0003)

    def together(self, count, least):
        """Words of one report, each in that share of reports at least."""
        for _ in range(10_000):
            words = [word for word in self.chance.choice(self.words_of) if self.share[word] >= least]
            if len(words) >= count:
                return self.chance.sample(words, count)
        sys.exit("make_queries.py: the reports are too short to draw queries from")

    def phrase(self, size):
        return list(self.chance.choice(self.sequences[size]))

    def prefix(self):
        return self.chance.choice(self.beginnings)

    def days(self):
        year, month = self.chance.randint(2016, 2023), self.chance.randint(1, 12)
        end = year * 12 + month - 1 + self.chance.choice((1, 3, 6, 12))
        return {"first": f"{year}-{month:02}-{self.chance.randint(1, 28):02}",
                "last": f"{end // 12}-{end % 12 + 1:02}-{self.chance.randint(1, 28):02}"}


def classes(drawn):
    """Class → what draws a query of it."""
    def query(kind, words, **more):
        return {"kind": kind, "words": words, "limit": 10, "exact": True} | more

    def term(word, **more):
        return query("term", [word], **more)

    def mixed(**more):
        kind, words = drawn.chance.choice((("term", [drawn.frequent()]), ("all_of", drawn.together(2, 0.01)),
                                           ("any_of", drawn.together(3, 0.005)), ("term", [drawn.middling()])))
        return query(kind, words, **more)

    return {
        "term, frequent": lambda: term(drawn.frequent()),
        "term, middling": lambda: term(drawn.middling()),
        "term, rare": lambda: term(drawn.rare()),
        "AND of 2": lambda: query("all_of", drawn.together(2, 0.01)),
        "OR of 3": lambda: query("any_of", drawn.together(3, 0.005)),
        "phrase of 2": lambda: query("phrase", drawn.phrase(2)),
        "phrase of 3": lambda: query("phrase", drawn.phrase(3)),
        "prefix": lambda: query("prefix", [drawn.prefix()]),
        "date range": lambda: term(drawn.frequent(), **drawn.days()),
        "sort by date": lambda: mixed(by_date=True),
        "facets": lambda: mixed(facets=True, limit=0),
        "snippets": lambda: query("all_of", drawn.together(2, 0.01), snippets=True),
        "page": lambda: mixed(facets=True, snippets=True),
        "term, top 10": lambda: term(drawn.frequent(), exact=False),
        "AND of 2, top 10": lambda: query("all_of", drawn.together(2, 0.01), exact=False),
        "OR of 3, top 10": lambda: query("any_of", drawn.together(3, 0.005), exact=False),
    }


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reports", type=pathlib.Path, metavar="REPORTS.jsonl")
    options.add_argument("--each", type=int, default=25, help="queries of each class (default: 25)")
    options.add_argument("--seed", type=int, default=1)
    arguments = options.parse_args()
    with arguments.reports.open() as lines:
        reports = [json.loads(line) for line in itertools.islice(lines, READ_REPORTS)]
    drawn = Drawn(reports, random.Random(arguments.seed))
    for name, draw in classes(drawn).items():
        for _ in range(arguments.each):
            print(json.dumps({"class": name} | draw()))


if __name__ == "__main__":
    main()
