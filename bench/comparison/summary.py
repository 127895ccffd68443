"""What is asked of the results of one number of reports. None: it was not measured."""
import collections
import statistics


class Summary:
    def __init__(self, results):
        self.results = results
        self.reports = results["reports"]
        self.alone = results.get("alone", False)  # without peers
        self.text_mb = results["text_mb"]
        self.times = {name: times_by_class(engine.get("queries", [])) for name, engine in results["engines"].items()}

    def engines(self):
        return [name for name, engine in self.results["engines"].items() if "left_out" not in engine]

    def left_out(self):
        return {name: engine["left_out"] for name, engine in self.results["engines"].items() if "left_out" in engine}

    def get(self, engine, *path):
        value = self.results["engines"].get(engine, {})
        for key in path:
            if not isinstance(value, dict) or key not in value:
                return None
            value = value[key]
        return value

    def mb_per_cpu_second(self, engine, threads):
        seconds = self.get(engine, "index", str(threads), "cpu_seconds")
        return self.text_mb / seconds if seconds else None

    def mb_per_second(self, engine, threads):
        seconds = self.get(engine, "index", str(threads), "seconds")
        return self.text_mb / seconds if seconds else None

    def classes(self, engine):
        return list(self.times.get(engine, ()))

    def median(self, engine, query_class):
        """Over the queries of the class, of each one's median, in ms."""
        queries = self.times.get(engine, {}).get(query_class)
        return statistics.median(map(statistics.median, queries)) if queries else None

    def first(self, engine, query_class):
        """Over the queries of the class, of each one's first time in the process, in ms."""
        times = [query["first_ms"] for query in self.get(engine, "queries") or []
                 if query["class"] == query_class and "first_ms" in query]
        return statistics.median(times) if times else None

    def percentile(self, engine, query_class, share):
        queries = self.times.get(engine, {}).get(query_class)
        times = sorted(time for query in queries or () for time in query)
        return times[min(len(times) - 1, len(times) * share // 100)] if times else None

    def claims_by_source(self):
        times = self.get("averment", "claims", "ms")
        return statistics.median(times) if times else None


def times_by_class(queries):
    times = collections.defaultdict(list)
    for query in queries:
        times[query["class"]].append(query["ms"])
    return times


def class_ratio(summary, query_class, one, other):
    times = summary.median(one, query_class), summary.median(other, query_class)
    return times[0] / times[1] if None not in times else None


def worst_ratio(summary, one, other):
    """The largest ratio of all classes, and the class."""
    ratios = [(class_ratio(summary, c, one, other), c) for c in summary.classes(one) if summary.median(other, c)]
    return max(ratios, default=(None, ""))


def undone(query):
    """What a query's line shows to be missing from the work: such an engine must not look fast. Empty: nothing."""
    missing = []
    if "counted" in query and query["counted"] != [query["matches"]] * 2:
        missing.append("facets do not add up to the matches")
    if query.get("snippets", query["hits"]) != query["hits"]:
        missing.append("hits without snippets")
    if query["hits"] < min(query.get("limit", 0), query["matches"]):
        missing.append("hits are missing")
    return missing
