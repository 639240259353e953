"""What measuring takes on this machine: the embedded engine, and the job for clusters on local Spark.

    python3 run.py MEADOW [--items 100000 1000000] [--folder /tmp/meadow-spark] [--without embedded|spark]

Makes the invented community of ../measures/corpus.py for each size, measures it with `meadow measure` and
no cache, then with the job on two worker processes of one core each, and prints one row a run: seconds,
seconds of a processor (of all processes), the largest resident memory of all processes together, items a
second of a processor. Both must say the same, or the row says so. Needs PySpark, pyarrow and Java 17.
"""
import argparse, json, os, pathlib, shutil, subprocess, sys, threading, time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "oracles"))
TICKS = os.sysconf("SC_CLK_TCK")


def tree(pid):
    """A process and all that it started."""
    found, front = [], [pid]
    while front:
        one = front.pop()
        found.append(one)
        try:
            for task in pathlib.Path(f"/proc/{one}/task").iterdir():
                front += map(int, (task / "children").read_text().split())
        except OSError:
            pass
    return found


class Watch:
    """What a process and all that it started have used, looked at again and again. Nobody waits for the Python
    workers of Spark, so that the system's own sums leave them out."""

    def __init__(self, pid):
        self.pid, self.used, self.most = pid, {}, 0

    def look(self):
        resident = 0
        for pid in tree(self.pid):
            try:
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            user, system, began, pages = (int(fields[place]) for place in (11, 12, 19, 21))
            self.used[pid, began] = (user + system) / TICKS
            resident += pages * os.sysconf("SC_PAGE_SIZE")
        self.most = max(self.most, resident)


def timed(command, **options):
    """(seconds, seconds of a processor, megabytes); of the second, each process's last quarter is not seen."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    errors, watch = [], Watch(process.pid)
    reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    reader.start()
    # Long runs are looked at less often: the looking takes time of a processor, too.
    while process.poll() is None:
        watch.look()
        time.sleep(0.25 if time.perf_counter() - start > 60 else 0.02)
    reader.join()
    if process.returncode:
        sys.exit(f"{command[0]} failed: {errors[0].decode(errors='replace')[-2000:]}")
    return time.perf_counter() - start, sum(watch.used.values()), watch.most / 1e6


def corpus(folder, items):
    site = folder / str(items)
    if not (site / "done").exists():
        shutil.rmtree(site, ignore_errors=True)
        copies = max(1, items // 1_000_000)
        subprocess.run([sys.executable, HERE.parent / "measures" / "corpus.py", site, "--items",
                        str(items // copies), "--copies", str(copies)], check=True, stdout=subprocess.DEVNULL)
        (site / "done").touch()
    return site


def write_inputs(options, site):
    (site / "inputs.json").write_bytes(subprocess.run(
        [options.meadow, "measure", "--quiet", "--site", site, "--inputs"], check=True,
        capture_output=True).stdout)


def embedded(options, site):
    shutil.rmtree(site / ".meadow", ignore_errors=True)
    return timed([options.meadow, "measure", "--quiet", "--site", site, "--as", "csv"])


def spark(options, site):
    out, inputs = site / "measured", site / "inputs.json"
    shutil.rmtree(out, ignore_errors=True)
    memory = options.memory
    return timed(
        ["nice", "-n", "19", "spark-submit", "--master", f"local-cluster[2,1,{memory + 512}]",
         "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=8",
         "--conf", f"spark.executor.memory={memory}m", "--conf", "spark.driver.memory=1g",
         ROOT / "cluster" / "measure_on_spark.py", site / "Content/snapshots/big", out, "--inputs", inputs],
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"})


def texts(options, site):
    """Checking lines and coding their texts, the job's part in Python, on one core: 20,000 items."""
    sys.path.insert(0, str(ROOT / "cluster"))
    sys.dont_write_bytecode = True
    import meadow_sql, meadow_readers
    inputs = json.loads((site / "inputs.json").read_bytes())
    manifest = json.loads(next((site / "Content/snapshots/big").glob("*/manifest.json")).read_text())
    end = meadow_sql.seconds(manifest["window"]["to"])
    days = meadow_sql.compared_days(end)
    check = meadow_readers.ItemCheck({"day": end + 86400}, frozenset(), inputs, "big", manifest["origin"],
                                     tuple(day * 86400 for day in days))
    with open(next((site / "Content/snapshots/big").glob("*/items.ndjson")), "rb") as file:
        # From the middle, by every so many lines, so that words are looked for in as many as on the whole.
        step = max(1, manifest["counts"]["items"] // 20_000)
        lines = [line.rstrip(b"\n") for number, line in enumerate(file) if number % step == 0]
    start = time.process_time()
    for line in lines:
        check(line, "day/items.ndjson")
    return len(lines) / (time.process_time() - start)


def agreement(options, site):
    import measures_sql
    rows = json.loads(subprocess.run(
        [options.meadow, "measure", "--quiet", "--site", site, "--as", "json"], check=True,
        capture_output=True).stdout)
    table = {}
    for line in (site / "measured" / "measurements.ndjson").read_text().splitlines():
        row = json.loads(line)
        table[row["metric"], row["period"], row["segment"]] = tuple(
            row.get(name) for name in ("value", "n", "low", "high"))
    problems, _ = measures_sql.compare(rows, table, 5)
    return f"agree on {len(rows)} rows" if not problems else f"{len(problems)} DIFFERENCES: {problems[0]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("meadow")
    parser.add_argument("--items", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/tmp/meadow-spark"))
    parser.add_argument("--without", choices=["embedded", "spark"], action="append", default=[])
    parser.add_argument("--memory", type=int, default=1024, help="megabytes of each executor")
    options = parser.parse_args()
    print("| Items | MB | Engine | s | processor s | MB of memory | items a processor s | |\n"
          "|---:|---:|---|---:|---:|---:|---:|---|", flush=True)
    for items in options.items:
        site = corpus(options.folder, items)
        write_inputs(options, site)
        size = sum(f.stat().st_size for f in (site / "Content/snapshots").rglob("items*")) / 1e6
        for name, run in (("embedded", embedded), ("spark", spark)):
            if name in options.without:
                continue
            seconds, used, memory = run(options, site)
            note = agreement(options, site) if name == "spark" and "embedded" not in options.without else ""
            print(f"| {items:,} | {size:,.0f} | {name} | {seconds:,.1f} | {used:,.1f} | {memory:,.0f} | "
                  f"{items / used:,.0f} | {note} |", flush=True)
        print(f"| {items:,} | {size:,.0f} | lines and texts in Python, one core | | | | "
              f"{texts(options, site):,.0f} | |", flush=True)


if __name__ == "__main__":
    main()
