"""The results as Markdown tables, which can be read in a terminal too."""
import itertools

from summary import Summary, undone
from targets import Targets

ALIKE = 0.02  # Numbers of matches may differ by this share, as tokenizers and stemmers do.


def table(head, rows):
    rows = [head, *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["| " + " | ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                               for column, (cell, width) in enumerate(zip(row, widths))) + " |" for row in rows]
    rule = "| " + " | ".join("-" * width if column == 0 else "-" * (width - 1) + ":"
                             for column, width in enumerate(widths)) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def number(value):
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def times(one, other):
    return f"{number(one / other)} ×" if one is not None and other else ""


def with_threads(name, threads):
    return f"{name}, {threads} thread{'s' * (threads != '1')}"


def indexing(s):
    runs = [(name, with_threads(name, threads), run) for name in s.engines()
            for threads, run in s.get(name, "index").items()]
    if s.get("averment", "one_core"):
        runs.insert(0, ("averment", "averment, 1 thread on 1 core", s.get("averment", "one_core")))
    rows = []
    for name, shown, run in runs:
        smallest = s.get(name, "compact", "index_mb")
        rows.append([shown, number(run["seconds"]), number(run["cpu_seconds"]), number(s.text_mb / run["seconds"]),
                     number(s.text_mb / run["cpu_seconds"]), number(run["peak_mb"]), number(run["index_mb"]),
                     number(smallest), number(smallest / s.text_mb)])
    return table(["engine", "s", "CPU s", "MB/s", "MB/CPU s", "peak MB", "index MB", "compacted", "× text"], rows)


def indexing_ratios(s):
    """averment : peer, by threads of both."""
    rows = []
    for mine, threads in itertools.product(("averment", "averment, text only"), ("1", "2")):
        speed = s.mb_per_second(mine, threads)
        if speed is None:
            continue
        row = [with_threads(mine, threads)]
        for peer in ("bare Xapian", "SQLite FTS5", "Lucene 8"):
            of_peer = threads if s.mb_per_second(peer, threads) else "1"
            row += [times(speed, s.mb_per_second(peer, of_peer)),
                    times(s.mb_per_cpu_second(mine, threads), s.mb_per_cpu_second(peer, of_peer))]
        rows.append(row)
    return table(["MB/s, MB/CPU s against", "bare Xapian", "CPU", "SQLite FTS5", "CPU", "Lucene 8", "CPU"], rows)


def stages(s):
    rows = [[name, *(f"{stage}: {number(seconds)}" for stage, seconds in s.get(name, "index", "1", "stages").items())]
            for name in s.engines()]
    analysis = s.get("averment", "dry_run", "cpu_seconds")
    if analysis:
        rows.insert(0, ["averment, writing nothing", f"reading to analysis: {number(analysis)}"])
    widest = max(map(len, rows), default=0)
    return table(["engine, 1 thread", *["CPU s"] * (widest - 1)], [row + [""] * (widest - len(row)) for row in rows])


def queries(s):
    peers = [name for name in s.engines() if name != "averment"]
    rows = []
    for c in s.classes("averment"):
        row = [c, number(s.first("averment", c)), number(s.median("averment", c)),
               number(s.percentile("averment", c, 99))]
        for peer in peers:
            row += [number(s.median(peer, c)), times(s.median("averment", c), s.median(peer, c))]
        rows.append(row)
    head = ["class", "first", "averment, ms", "99 %"]
    for peer in peers:
        head += [f"{peer}, ms", "averment :"]
    return table(head, rows)


def updates(s):
    count = next((s.get(name, "commits", "commits") for name in s.engines() if s.get(name, "commits")), None)
    rows = []
    for name in s.engines():
        rows.append([name, number(s.get(name, "add", "seconds")), number(s.get(name, "add", "cpu_seconds"))])
        if count:
            rows[-1] += [number(s.get(name, "commits", key)) for key in ("seconds", "index_mb", "compacted_mb")]
    head = ["engine", "100 more, s", "CPU s"]
    return table(head + ([f"{count:,} commits, s", "index MB", "compacted"] if count else []), rows)


def own(s):
    claims = s.get("averment", "claims", "matches")
    rows = [["claims by source, counted", f"{claims:,} claims" if claims is not None else "",
             number(s.claims_by_source())],
            ["`averment claims --by source`, start to end", "", number(s.get("averment", "cold_start_ms"))]]
    return table(["averment alone", "over", "ms"], rows)


def differences(s):
    """Sentences on what engines found otherwise, or did not do."""
    found = []
    for name in s.engines():
        mine = s.get("averment", "queries") or []
        theirs = s.get(name, "queries") or []
        for reason in sorted({f"{q['class']}: {reason}" for q in theirs for reason in undone(q)}):
            found.append(f"**{name} does less than asked**: {reason}")
        for c in s.classes(name):
            if c.endswith("top 10"):
                continue  # no exact number was asked for
            of_mine, of_theirs = (sum(q["matches"] for q in lines if q["class"] == c) for lines in (mine, theirs))
            if of_mine and abs(of_theirs - of_mine) > ALIKE * of_mine:
                found.append(f"{name}, {c}: {of_theirs:,} matches where averment finds {of_mine:,} "
                             f"({100 * (of_theirs - of_mine) / of_mine:+.0f} %)")
    return found


def target_table(results):
    rows = [[t.what, t.wanted, t.reached, {None: "", True: "yes", False: "**no**"}[t.ok], t.peer]
            for t in Targets(results).all()]
    return table(["target", "wanted", "reached", "met", "peer, same run"], rows)


def of_size(size):
    s = Summary(size)
    parts = [f"## {s.reports:,} reports, {number(s.text_mb)} MB of text"]
    if "averment" not in s.engines():
        return parts[0] + "\n\naverment was not measured: " + s.left_out()["averment"]
    parts += ["### Indexing", indexing(s)]
    if not s.alone:
        parts += [indexing_ratios(s), stages(s)]
    parts += ["### Queries", queries(s)]
    different = differences(s)
    if different:
        parts.append("\n".join(f"* {line}" for line in different))
    parts += ["### Adding", updates(s), "### Claims", own(s)]
    if s.left_out():
        parts.append("Left out: " + "; ".join(f"{name} ({why})" for name, why in s.left_out().items()) + ".")
    return "\n\n".join(parts)


def page(results):
    """docs/performance.md."""
    machine = results["machine"]
    sizes = ", ".join(f"{size['reports']:,}" for size in results["sizes"])
    head = f"""# Performance

Written by `bench/run_index --write`; [bench/README.md](../bench/README.md) says how to read it and what every engine is
asked to do. Measured on {machine["day"]} over {sizes} made reports, on {machine["cores"]} cores of
{machine["processor"]}. All engines ran one after the other on the same machine: read ratios, not milliseconds.
Sizes at which averment was measured alone may come from another hour.

## Targets

At {Targets(results).largest.reports:,} reports where nothing else is said.

{target_table(results)}

## Growth

![Time and memory against the number of reports](growth.svg)
"""
    return head + "\n" + "\n\n".join(map(of_size, results["sizes"])) + "\n"
