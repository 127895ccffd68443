#!/usr/bin/env python3
"""Golden runs: commands over corpus/reports and their recorded output, side by side in tests/golden/*.txt.

golden.py AVERMENT           compares, prints the differences, exits 1 where there are some
golden.py AVERMENT --accept  records what is printed now, in the golden files and in README.md

A golden file holds lines `$ command`, each followed by what it printed (standard error too) and by `[exit N]` where N
is not 0. Commands run in corpus/, in an empty home, with AVERMENT_DB naming an index of corpus/reports.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- ./demo prints: -->\n```\n", "```\n<!-- end of ./demo -->\n"


def environment(averment, home):
    """What the commands see: nothing of the user's settings."""
    bin_dir = pathlib.Path(home) / "bin"
    bin_dir.mkdir(exist_ok=True)
    link = bin_dir / "averment"
    if not link.exists():
        link.symlink_to(pathlib.Path(averment).resolve())
    return {
        "PATH": f"{bin_dir}:{os.environ['PATH']}",
        "HOME": str(home),
        "TMPDIR": str(home),
        "LC_ALL": "C.UTF-8",
        "AVERMENT_DB": str(pathlib.Path(home) / "index"),
        **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
    }


def run(command, env):
    """The command's output and exit code as a golden file has them; times, the home and the checkout vary and are masked."""
    done = subprocess.run(["sh", "-c", command], cwd=ROOT / "corpus", env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").replace(env["HOME"], "~")
    text = text.replace(str(ROOT), "ROOT")
    text = re.sub(r"\d+\.\d s$", "# s", text, flags=re.M)
    if text and not text.endswith("\n"):
        text += "\n[no new line]\n"
    return text + (f"[exit {done.returncode}]\n" if done.returncode else "")


def replay(recorded, env):
    """The golden file as it would be recorded now: its comments and commands, with fresh output."""
    parts = []
    for block in re.split(r"^(?=\$ )", recorded, flags=re.M):
        command, _, _ = block.partition("\n")
        if not command.startswith("$ "):
            parts.append(block)
            continue
        blank = "\n" if block.endswith("\n\n") else ""
        parts.append(f"{command}\n{run(command[2:], env)}{blank}")
    return "".join(parts)


def demo_table(averment, home):
    """What ./demo prints on standard output."""
    env = environment(averment, home)
    done = subprocess.run([ROOT / "tools/demo_table", averment, pathlib.Path(home) / "demo"], env=env, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
    return done.stdout.decode()


def expected_files(averment):
    """Each recorded file and what it should hold."""
    with tempfile.TemporaryDirectory() as home:
        env = environment(averment, home)
        subprocess.run([averment, "index", "--quiet", ROOT / "corpus/reports"], env=env, check=True, timeout=120)
        for path in sorted((ROOT / "tests/golden").glob("*.txt")):
            yield path, replay(path.read_text(), env)
        readme = ROOT / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        after = rest.partition(END)[2]
        yield readme, before + BEGIN + demo_table(averment, home) + END + after


def main(arguments):
    if not arguments or len(arguments) > 2 or arguments[1:] not in ([], ["--accept"]):
        sys.exit(__doc__)
    averment = str(pathlib.Path(arguments[0]).resolve())
    accept = arguments[1:] == ["--accept"]
    differing = 0
    for path, now in expected_files(averment):
        name = str(path.relative_to(ROOT))
        recorded = path.read_text()
        if recorded == now:
            continue
        differing += 1
        sys.stdout.writelines(difflib.unified_diff(recorded.splitlines(True), now.splitlines(True), name, "now"))
        if accept:
            path.write_text(now)
    if differing and not accept:
        sys.exit(f"{differing} recorded outputs differ; review, then record with tools/accept_golden")


if __name__ == "__main__":
    main(sys.argv[1:])
