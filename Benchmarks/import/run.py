"""Measures imports beside Python's json on the same files and prints a table.

    python3 run.py MEADOW [--items 1000000] [--zulip ARCHIVE] [--work /dev/shm/import-benchmark]

NDJSON at a quarter, once and four times the items (1x, 4x, 16x of the smallest), median of three runs:
wall and processor time, MB/s for each second of processor time, peak memory. With --zulip the time
for such an archive beside Python reading the same JSON. Everything is written to the work folder,
which should lie in memory.
"""
import argparse, json, os, pathlib, resource, shutil, statistics, subprocess, sys, tarfile, time

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


def python_json(path):
    """Reading the same archive with Python's json, nothing more."""
    start = time.perf_counter()
    messages = 0
    with tarfile.open(path) as archive:
        for member in archive:
            if member.name.endswith(".json"):
                value = json.load(archive.extractfile(member))
                messages += len(value) if isinstance(value, list) else 0
    return time.perf_counter() - start, messages


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("meadow")
    arguments.add_argument("--items", type=int, default=1_000_000)
    arguments.add_argument("--zulip")
    arguments.add_argument("--work", default="/dev/shm/import-benchmark")
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    print(f"{'input':<24}{'MB':>8}{'wall s':>9}{'cpu s':>8}{'MB/cpu s':>10}{'peak MB':>9}")
    for share in (4, 1, 0.25):
        items = int(options.items / share)
        path = work / f"items-{items}.ndjson"
        if not path.exists():
            subprocess.run(
                [sys.executable, HERE / "make_ndjson.py", path, "--items", str(items)], check=True)
        size = path.stat().st_size / 1e6
        wall, cpu, peak = imported(options.meadow, work, "ndjson", path, options.runs)
        print(f"{items:>14,} items   {size:>7.0f}{wall:>9.2f}{cpu:>8.2f}{size / cpu:>10.0f}{peak:>9.0f}")
        path.unlink()
    if options.zulip:
        wall, cpu, peak = imported(options.meadow, work, "zulip", options.zulip, options.runs)
        python, messages = python_json(options.zulip)
        print(f"Zulip, {messages:,} messages: {wall:.2f} s to a snapshot, {peak:.0f} MB;"
              f" Python's json alone {python:.2f} s")
    shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
