"""Measures imports beside Python on the same files and prints a table.

    python3 run.py MEADOW [--items 1000000] [--zulip ARCHIVE] [--mbox FOLDER]
        [--work /dev/shm/import-benchmark]

NDJSON at a quarter, once and four times the items (1x, 4x, 16x of the smallest), median of three runs:
wall and processor time, MB/s for each second of processor time, peak memory; then what Python's json
takes for reading each line. With --zulip such an archive beside Python's json, with --mbox a folder
of mailboxes beside Python's mailbox and, if it is installed, Perceval: these only read, and write
nothing. Everything is written to the work folder, which should lie in memory.
"""
import argparse, os, pathlib, shutil, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).parent


def measured(command):
    """Wall and processor seconds and peak memory in MB of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def imported(meadow, work, name, path, runs):
    results = []
    for _ in range(runs):
        site = work / "site"
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir(parents=True)
        results.append(measured([
            meadow, "import", name, str(path), "--community", "bench", "--origin",
            "https://bench.example.org", "--date", "2026-11-01", "--demo-key", "--quiet", "--site",
            str(site)]))
    return [statistics.median(column) for column in zip(*results)]


READERS = {
    "json, each line": """
import json, sys
for line in open(sys.argv[1], "rb"): json.loads(line)
""",
    "json, each file": """
import json, sys, tarfile
with tarfile.open(sys.argv[1]) as archive:
    for member in archive:
        if member.name.endswith(".json"): json.load(archive.extractfile(member))
""",
    "mailbox, texts decoded": """
import glob, mailbox, sys
for path in sorted(glob.glob(sys.argv[1] + "/*.txt") + glob.glob(sys.argv[1] + "/*.mbox")):
    for mail in mailbox.mbox(path, create=False):
        for part in mail.walk(): part.get_payload(decode=True)
""",
    "Perceval": """
import sys
from perceval.backends.core.mbox import MBox
for item in MBox("https://bench.example.org", sys.argv[1]).fetch(): pass
""",
}


def python_reads(name, path, runs):
    """The same for a reader of Python's; None where it cannot run."""
    command = [sys.executable, "-c", READERS[name], str(path)]
    if name == "Perceval" and subprocess.run(
            [sys.executable, "-c", "import perceval.backends.core.mbox"],
            stderr=subprocess.DEVNULL).returncode:
        return None
    return [statistics.median(column) for column in zip(*(measured(command) for _ in range(runs)))]


def row(name, size, result):
    if result is None:
        print(f"{name:<34}  not installed")
        return
    wall, cpu, peak = result
    print(f"{name:<34}{size:>8.1f}{wall:>9.2f}{cpu:>8.2f}{size / cpu:>10.1f}{peak:>9.0f}")


def size_of(path):
    path = pathlib.Path(path)
    files = path.iterdir() if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files) / 1e6


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("meadow")
    arguments.add_argument("--items", type=int, default=1_000_000)
    arguments.add_argument("--zulip")
    arguments.add_argument("--mbox")
    arguments.add_argument("--work", default="/dev/shm/import-benchmark")
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    print(f"{'':<34}{'MB':>8}{'wall s':>9}{'cpu s':>8}{'MB/cpu s':>10}{'peak MB':>9}")
    for share in (4, 1, 0.25):
        items = int(options.items / share)
        path = work / f"items-{items}.ndjson"
        if not path.exists():
            subprocess.run(
                [sys.executable, HERE / "make_ndjson.py", path, "--items", str(items)], check=True)
        size = path.stat().st_size / 1e6
        row(f"{items:,} items of NDJSON", size,
            imported(options.meadow, work, "ndjson", path, options.runs))
        if share == 1:
            row("  json, each line", size, python_reads("json, each line", path, options.runs))
        path.unlink()
    if options.zulip:
        row("Zulip archive", size_of(options.zulip),
            imported(options.meadow, work, "zulip", options.zulip, options.runs))
        row("  json, each file", size_of(options.zulip),
            python_reads("json, each file", options.zulip, options.runs))
    if options.mbox:
        row("mailboxes", size_of(options.mbox),
            imported(options.meadow, work, "mbox", options.mbox, options.runs))
        for name in ("mailbox, texts decoded", "Perceval"):
            row("  " + name, size_of(options.mbox), python_reads(name, options.mbox, options.runs))
    shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
