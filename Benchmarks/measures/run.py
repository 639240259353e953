"""How fast Meadow measures a large community, beside DuckDB, in one run.

    python3 run.py MEADOW [--items 1000000] [--runs 5] [--folder /dev/shm/meadow-measures]

Makes the invented community of corpus.py once, in a folder in memory, then times:
  read       the snapshot's bytes read once, the floor
  DuckDB     nine measures in SQL, with its own reading (`pip install duckdb`; left out without it)
  cold       `meadow measure` without a cache: every measure there is
  warm       the same again
  refresh    the same when a snapshot with one item in a hundred came: old snapshot from the cache
Each is the median of some runs, taken in turn so that a noisy moment hits all alike; memory is the
largest of all runs.
"""
import argparse, os, pathlib, shutil, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).parent


def timed(command, **options):
    """(seconds, megabytes) of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{command[0]} failed: {status}")
    return seconds, usage.ru_maxrss / 1024


def corpus(folder, items, refresh):
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "corpus.py", folder, "--items", str(items),
                        "--refresh", str(refresh)], check=True)
        (folder / "done").touch()
    return folder


class Bench:
    def __init__(self, options):
        self.meadow = options.meadow
        self.whole = corpus(options.folder / "whole", options.items, 0)
        self.grown = corpus(options.folder / "grown", options.items + options.items // 100, 1 / 101)
        self.snapshots = sorted((self.grown / "Content/snapshots/big").iterdir())
        self.aside = options.folder / "aside"

    def measure(self, site):
        return timed([self.meadow, "measure", "--quiet", "--site", site, "--as", "csv"])

    def forget(self, site):
        shutil.rmtree(site / ".meadow", ignore_errors=True)

    def read(self):
        path = next((self.whole / "Content/snapshots/big").iterdir()) / "items.ndjson"
        return timed([sys.executable, "-c", "import sys\nf = open(sys.argv[1], 'rb', 0)\n"
                      "b = bytearray(1 << 20)\nwhile f.readinto(b): pass", path])

    def duckdb(self):
        return timed([sys.executable, HERE / "duckdb_nine.py",
                      next((self.whole / "Content/snapshots/big").iterdir())])

    def cold(self):
        self.forget(self.whole)
        return self.measure(self.whole)

    def warm(self):
        return self.measure(self.whole)

    def refresh(self):
        """The newest snapshot is put aside, the rest measured, and the newest put back."""
        self.forget(self.grown)
        shutil.rmtree(self.aside, ignore_errors=True)
        shutil.move(self.snapshots[-1], self.aside)
        self.measure(self.grown)
        shutil.move(self.aside, self.snapshots[-1])
        return self.measure(self.grown)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("meadow", type=lambda path: pathlib.Path(path).absolute())
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm/meadow-measures"))
    options = parser.parse_args()
    bench = Bench(options)
    works = {"read": bench.read, "cold": bench.cold, "warm": bench.warm, "refresh": bench.refresh}
    try:
        import duckdb  # noqa: F401
        works["DuckDB"] = bench.duckdb
    except ImportError:
        print("skipped: DuckDB (pip install duckdb)")
    results = {name: [] for name in works}
    for _ in range(options.runs):
        for name, work in works.items():
            results[name].append(work())
    cold = statistics.median(seconds for seconds, _ in results["cold"])
    print(f"{options.items} items, median of {options.runs} runs, {os.cpu_count()} cores")
    print(f"{'':10}{'seconds':>9}{'of cold':>9}{'MB':>7}")
    for name in ["read", "DuckDB", "cold", "warm", "refresh"]:
        if name in results:
            seconds = statistics.median(seconds for seconds, _ in results[name])
            memory = max(megabytes for _, megabytes in results[name])
            print(f"{name:10}{seconds:9.2f}{seconds / cold:9.2f}{memory:7.0f}")


main()
