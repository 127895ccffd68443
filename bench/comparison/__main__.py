"""Indexes and searches made reports with averment and its peers, and prints tables. Run it by bench/run_index."""
import argparse
import json
import pathlib
import shutil
import sys

import measure
import plot
import tables
from summary import Summary, undone

DOCS = measure.BENCH.parent / "docs"
SIZES = [10_000, 100_000]


def arguments():
    options = argparse.ArgumentParser(prog="run_index", description=__doc__)
    options.add_argument("--reports", type=int, action="append", metavar="N",
                         help="how many; given several times, all of them (default: 10000 and 100000)")
    options.add_argument("--alone", type=int, action="append", default=[], metavar="N",
                         help="also N reports with averment alone on 2 threads: the others would take hours")
    options.add_argument("--from", dest="sources", nargs="+", type=pathlib.Path, metavar="PATH",
                         help="articles to make them from: .jsonl, .txt and folders (default: the sample reports)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--queries", type=int, default=25, metavar="N", help="of each class (default: 25)")
    options.add_argument("--repetitions", type=int, default=5, metavar="N", help="of each query (default: 5)")
    options.add_argument("--warming", type=int, default=10, metavar="SECONDS", help="of searching before (default: 10)")
    options.add_argument("--commits", type=int, default=0, metavar="N",
                         help="also commit N reports one by one, at the first of the sizes; the target is of 10000")
    options.add_argument("--write", action="store_true", help="write docs/performance.md and docs/growth.svg")
    options.add_argument("--results", type=pathlib.Path, default=measure.BUILD / "bench/index_results.json",
                         metavar="FILE", help="where the results are kept")
    options.add_argument("--again", action="store_true", help="measure nothing, print the results that are kept")
    options.add_argument("--strict", action="store_true", help="fail if an engine did less than asked")
    return options.parse_args()


def measured(options):
    results = {"machine": measure.machine(), "sizes": []}
    compared = [] if options.alone and not options.reports else sorted(options.reports or SIZES)
    for number, count in enumerate(compared + sorted(options.alone)):
        commits = options.commits if number == 0 else 0
        folder = measure.BUILD / f"bench/index_{count}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        results["sizes"].append(measure.Measurement(count, options, folder, commits, count not in compared).run())
        shutil.rmtree(folder)
        options.results.write_text(json.dumps(results))
    return results


def check(results):
    """That averment was measured, and that no engine left work undone."""
    for size in map(Summary, results["sizes"]):
        undone_work = [f"{name}, {query['class']}: {reason}" for name in size.engines()
                       for query in size.get(name, "queries") for reason in undone(query)]
        if undone_work or "averment" not in size.engines() or size.get("averment", "same_export") is False:
            sys.exit("\n".join(undone_work) or "averment was not measured, or two threads do not write what one does")


def main():
    options = arguments()
    results = json.loads(options.results.read_text()) if options.again else measured(options)
    page = tables.page(results)
    if options.write:
        (DOCS / "performance.md").write_text(page)
        (DOCS / "growth.svg").write_text(plot.growth(results))
    print(page)
    if options.strict:
        check(results)


main()
