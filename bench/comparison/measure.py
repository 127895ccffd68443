"""Runs every engine over the same reports and queries, and keeps what they print."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

BENCH = pathlib.Path(__file__).resolve().parent.parent
BUILD = BENCH.parent / "build/release"
ADDED = 100
FIRST_ADDED = 9_000_000  # above the numbers of all reports that an index starts with
COLD_STARTS = 30
CLAIMS_BY_SOURCE = "claims by source"

# Name → program in build/release/bench/engines, options of indexing, threads to index with.
ENGINES = {
    "averment": ("averment", (), (1, 2)),
    "averment, text only": ("averment", ("--text-only",), (1, 2)),
    "bare Xapian": ("bare_xapian", (), (1,)),
    "SQLite FTS5": ("sqlite_fts5", (), (1,)),
    "Lucene 8": ("lucene", (), (1, 2)),
}


ALONE = {"averment": ("averment", (), (2,))}


class NotMeasured(Exception):
    pass


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def lines_of(command, prepare=None):
    """The JSON Lines that the command prints; its process calls `prepare` first."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          preexec_fn=prepare)
    if done.returncode != 0:
        raise NotMeasured(done.stderr.strip().splitlines()[0] if done.stderr.strip() else f"exit {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def stay_on_one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def make(script, to, *arguments):
    with to.open("w") as out:
        subprocess.run([sys.executable, BENCH / script, *map(str, arguments)], stdout=out, check=True)


def megabytes_of_text(reports):
    with reports.open() as lines:
        return sum(len((r["title"] + r["text"]).encode()) for r in map(json.loads, lines)) / 1e6


class Measurement:
    """Of all engines over one number of reports, in a folder of its own."""

    def __init__(self, count, options, folder, commits, alone):
        self.options = options
        self.alone = alone
        self.folder = folder
        self.commit_count = commits
        self.reports, self.queries, self.added = (folder / name for name in
                                                  ("reports.jsonl", "queries.jsonl", "added.jsonl"))
        sources = ["--from", *options.sources] if options.sources else []
        say(f"{count:,} reports: making them")
        make("make_reports.py", self.reports, count, "--seed", options.seed, *sources)
        make("make_reports.py", self.added, ADDED, "--first", FIRST_ADDED, "--seed", options.seed, *sources)
        make("make_queries.py", self.queries, self.reports, "--each", options.queries, "--seed", options.seed)
        self.results = {"reports": count, "text_mb": megabytes_of_text(self.reports), "engines": {}, "alone": alone}

    def run(self):
        for name, (program, options, threads) in (ALONE if self.alone else ENGINES).items():
            path = BUILD / "bench/engines" / program
            try:
                self.results["engines"][name] = self.of_engine(name, path, options, threads)
            except NotMeasured as reason:
                say(f"{name} is left out: {reason}")
                self.results["engines"][name] = {"left_out": str(reason)}
            shutil.rmtree(self.folder / "index", ignore_errors=True)
        return self.results

    def of_engine(self, name, program, options, threads):
        if not program.exists():
            raise NotMeasured("it is not installed")
        index, found = self.folder / "index", {"index": {}}
        exports = set()
        for count in threads:
            shutil.rmtree(index, ignore_errors=True)
            say(f"{self.results['reports']:,} reports: {name}, {count} thread(s)")
            [run] = lines_of([program, "index", self.reports, index, "--threads", count, *options])
            found["index"][str(count)] = run
            if name == "averment" and not self.alone:
                exports.add(export_of(index))
        if name == "averment":
            self.only_of_averment(program, index, found)
        if exports:
            found["same_export"] = len(exports) == 1
            self.stages_of_averment(program, found)
        say(f"{self.results['reports']:,} reports: {name}, queries")
        found["queries"] = self.search(program, index, self.queries)
        [found["add"]] = lines_of([program, "add", self.added, index, *options])
        [found["compact"]] = lines_of([program, "compact", index])
        if self.commit_count:
            found["commits"] = self.commits(program, options)
        return found

    def search(self, program, index, queries):
        *found, last = lines_of([program, "search", index, queries, "--repetitions", self.options.repetitions,
                                 "--warming", self.options.warming])
        with queries.open() as tasks:
            for line, task in zip(found, map(json.loads, tasks), strict=True):
                line["limit"] = task.get("limit", 0)
        return found

    def only_of_averment(self, program, index, found):
        claims = self.folder / "claims.jsonl"
        claims.write_text(json.dumps({"class": CLAIMS_BY_SOURCE, "kind": "claims_by_source", "words": []}) + "\n")
        found["claims"] = self.search(program, index, claims)[0]
        found["cold_start_ms"] = cold_start(index)

    def stages_of_averment(self, program, found):
        [found["dry_run"]] = lines_of([program, "index", self.reports, self.folder / "nowhere", "--dry-run"])
        one_core = self.folder / "one_core"
        [found["one_core"]] = lines_of([program, "index", self.reports, one_core, "--threads", 1], stay_on_one_core)
        shutil.rmtree(one_core)

    def commits(self, program, options):
        """Many commits of one report each, to an index that begins with a few."""
        say(f"{self.commit_count:,} commits")
        few, many, index = self.folder / "few.jsonl", self.folder / "many.jsonl", self.folder / "committed"
        with self.reports.open() as reports:
            few.write_text(next(reports))
        sources = ["--from", *self.options.sources] if self.options.sources else []
        make("make_reports.py", many, self.commit_count, "--first", FIRST_ADDED, "--seed", self.options.seed, *sources)
        lines_of([program, "index", few, index, *options])
        [committed] = lines_of([program, "add", many, index, "--commit-each", *options])
        [compacted] = lines_of([program, "compact", index])
        shutil.rmtree(index)
        return {"commits": self.commit_count, "seconds": committed["seconds"], "index_mb": committed["index_mb"],
                "compacted_mb": compacted["index_mb"]}


def export_of(index):
    """A digest of all claims and mentions."""
    digest = hashlib.sha256()
    for what in (["claims", "--modality", "all"], ["mentions"]):
        with subprocess.Popen([BUILD / "averment", "export", "--db", index, "--format", "jsonl", "--what", *what],
                              stdout=subprocess.PIPE) as export:
            while chunk := export.stdout.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


def cold_start(index):
    """The program's start to the last byte of what it prints, in ms: the median, the page cache warm."""
    times = []
    for _ in range(COLD_STARTS + 1):
        before = time.perf_counter()
        subprocess.run([BUILD / "averment", "claims", "--by", "source", "--db", index], stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times[1:])


def machine():
    """What the figures depend on beside the programs."""
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    cores = subprocess.run(["nproc"], stdout=subprocess.PIPE, text=True).stdout.strip()
    return {"processor": processor[1] if processor else "unknown", "cores": cores,
            "day": time.strftime("%Y-%m-%d")}
