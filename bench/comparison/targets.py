"""What averment is to reach, and what it reached."""
import dataclasses

from summary import Summary, class_ratio, worst_ratio

PROBLEM_CLASSES = ("phrase of 2", "phrase of 3")  # may hold common words alone


@dataclasses.dataclass
class Target:
    what: str
    wanted: str
    reached: str = "not measured"
    ok: bool | None = None  # None: not measured
    peer: str = ""


class Targets:
    def __init__(self, results):
        self.sizes = [Summary(size) for size in results["sizes"]]
        self.largest = next((size for size in reversed(self.sizes) if not size.alone), self.sizes[-1])
        self.rows = []

    def add(self, what, wanted, value, limit, unit="", peer="", at_least=False):
        """A row; a value of None was not measured."""
        if value is None:
            self.rows.append(Target(what, wanted, peer=peer))
            return
        ok = value >= limit if at_least else value <= limit
        reached = f"{value:.3g}" if value < 1000 else f"{value:,.0f}"
        self.rows.append(Target(what, wanted, reached + unit, ok, peer))

    def all(self):
        self.indexing()
        self.queries()
        self.growth()
        return self.rows

    def indexing(self):
        s = self.largest
        text, full, xapian, lucene = "averment, text only", "averment", "bare Xapian", "Lucene 8"
        self.add("text alone, MB per CPU second, against bare Xapian", "≥ 3 times",
                 ratio(s.mb_per_cpu_second(text, 1), s.mb_per_cpu_second(xapian, 1)), 3, " times",
                 shown(s.mb_per_cpu_second(xapian, 1), "MB/s"), at_least=True)
        self.add("text alone, MB per second on 2 threads, against Lucene", "≥ 1 time",
                 ratio(s.mb_per_second(text, 2), s.mb_per_second(lucene, 2)), 1, " times",
                 shown(s.mb_per_second(lucene, 2), "MB/s"), at_least=True)
        self.add("names and claims too, MB per second on 2 threads", "≥ 1 (aim 3)", s.mb_per_second(full, 2), 1, " MB/s",
                 at_least=True)
        self.add("from one to two threads", "≥ 1.7 times", ratio(s.mb_per_second(full, 2), s.mb_per_second(full, 1)), 1.7,
                 " times", shown(ratio(s.mb_per_second(lucene, 2), s.mb_per_second(lucene, 1)), "times (Lucene)"),
                 at_least=True)
        one_core = s.get(full, "one_core", "seconds")
        self.add("from one core to two", "≥ 1.7 times",
                 ratio(s.mb_per_second(full, 2), s.text_mb / one_core if one_core else None), 1.7, " times", at_least=True)
        same = s.get(full, "same_export")
        self.add("exports that differ between 1 and 2 threads", "0", None if same is None else float(not same), 0)
        self.add("peak of memory", "< 1,074 MB", s.get(full, "index", "2", "peak_mb"), 1074, " MB",
                 shown(s.get(lucene, "index", "2", "peak_mb"), "MB (Lucene)"))
        self.add("compacted index against text", "≤ 1.8 times (aim 1.2)",
                 ratio(s.get(full, "compact", "index_mb"), s.text_mb), 1.8, " times",
                 shown(ratio(s.get(lucene, "compact", "index_mb"), s.text_mb), "times (Lucene)"))

    def queries(self):
        s = self.largest
        worst, where = worst_ratio(s, "averment", "bare Xapian")
        self.add("slowest class against bare Xapian" + (f" ({where})" if where else ""), "≤ 1 time", worst, 1, " times")
        for name in ("term, frequent", "term, middling", "term, rare", "AND of 2", "term, top 10", "AND of 2, top 10"):
            self.against_lucene(name, 2)
        for name in ("facets", "page"):
            self.against_lucene(name, 1)
        claims = s.get("averment", "claims", "matches")
        self.add(f"claims by source{f' over {claims:,} claims' if claims else ''}", "< 60 ms (aim 20)",
                 s.claims_by_source(), 60, " ms")
        million = next((size for size in self.sizes if size.reports >= 1_000_000), None)
        slowest = [million.percentile("averment", c, 99) for c in million.classes("averment")
                   if c not in PROBLEM_CLASSES] if million else []
        self.add("slowest class at its 99th percentile, 1,000,000 reports", "≤ 100 ms", max(slowest, default=None), 100,
                 " ms")

    def against_lucene(self, name, limit):
        s = self.largest
        self.add(f"{name}, against Lucene", f"≤ {limit} time{'s' * (limit > 1)}",
                 class_ratio(s, name, "averment", "Lucene 8"), limit, " times", shown(s.median("Lucene 8", name), "ms"))

    def growth(self):
        smallest, s = self.sizes[0], self.sizes[-1]
        one_size = smallest is s
        between = "from one size to another" if one_size else f"from {smallest.reports:,} to {s.reports:,} reports"
        for what, path in (("index time a report", "seconds"), ("peak of memory a report", "peak_mb")):
            grown = ratio(s.get("averment", "index", "2", path), smallest.get("averment", "index", "2", path))
            self.add(f"{what}, {between}", "≤ 1.1 times", None if one_size or not grown else
                     grown * smallest.reports / s.reports, 1.1, " times")
        self.add(f"adding 100 reports, {between}", "≤ 2 times",
                 None if one_size else ratio(s.get("averment", "add", "seconds"),
                                             smallest.get("averment", "add", "seconds")), 2, " times")
        self.add("100 reports added are searchable", "≤ 0.3 s", self.largest.get("averment", "add", "seconds"), 0.3, " s",
                 shown(self.largest.get("Lucene 8", "add", "seconds"), "s (Lucene)"))
        commits = smallest.get("averment", "commits")
        self.add("index after single commits against compacted", "≤ 1.5 times",
                 ratio(commits["index_mb"], commits["compacted_mb"]) if commits else None, 1.5, " times")
        self.add("cold start, claims by source", "< 25 ms", self.largest.get("averment", "cold_start_ms"), 25, " ms")


def ratio(one, other):
    return one / other if one is not None and other else None


def shown(value, unit):
    return "" if value is None else f"{value:.3g} {unit}"
