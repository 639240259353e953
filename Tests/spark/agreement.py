"""Holds the table that Spark computes against Swift's and DuckDB's, and the job against bad circumstances.

    python3 agreement.py MEADOW SITE [--master local-cluster[2,1,1536]] [--community SLUG]

For every community of the site that may be measured: `meadow measure` (without what it hides), DuckDB over
the same SQL with the oracle's own reading of texts, and the job on two worker processes must say the same;
Spark and DuckDB also where Swift hides a number. Then, with the smallest of them: the items in parts give
the same bytes; lines that are no items are quarantined with the file and line that Meadow tells; an altered
part, a missing one and a folder that is there already are refused; an executor that is killed in the middle
changes nothing; a job that is killed goes on where it was; of two snapshots one that was given with consent
decides. Needs PySpark with pyarrow, Java 17 and DuckDB.
"""
import argparse, base64, hashlib, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, threading, time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "oracles"))
sys.path.insert(0, str(ROOT / "cluster"))

import measures_sql
import measure_on_spark as job
from pyspark.sql import SparkSession

SETTINGS = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "4", "spark.executor.memory": "1g", "spark.driver.memory": "1g",
            # Small files are cut into blocks, as large ones are on clusters.
            "spark.sql.files.openCostInBytes": "65536"}


class Failures:
    def __init__(self):
        self.count = 0

    def expect(self, holds, what, detail=""):
        print(f"{'ok' if holds else 'FAILED'}: {what}{'' if holds else ' ' + str(detail)}", flush=True)
        self.count += not holds


class Bench:
    def __init__(self, options, folder):
        self.meadow, self.site, self.folder = options.meadow, options.site, folder
        self.spark = session(options.master)
        subprocess.run([self.meadow, "measure", "--quiet", "--site", str(self.site), "--engine", "spark",
                        "--out", str(folder / "job")], check=True, stdout=subprocess.DEVNULL)
        self.inputs, self.named = folder / "job" / "inputs.json", folder / "job" / "named.json"

    def measure(self, *arguments, site=None):
        return subprocess.run([self.meadow, "measure", "--quiet", "--site", str(site or self.site), *arguments],
                              check=True, capture_output=True).stdout

    def run(self, snapshots, name, *more):
        """(whether it ended well, what it said, the folder written): all in one session, to save time."""
        out = self.folder / name
        options = job.options_of([str(snapshots), str(out), "--inputs", str(self.inputs),
                                  "--named", str(self.named), *more])
        try:
            return True, job.summary(out, *job.Job(self.spark, options).run()), out
        except SystemExit as refusal:
            return False, str(refusal), out


def session(master):
    # The processes that Spark starts are as patient as this one.
    os.nice(19)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master(master).appName("agreement")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    job.prepare(spark)
    return spark


def table(folder):
    rows = map(json.loads, (folder / "measurements.ndjson").read_text().splitlines())
    return {(row["metric"], row["period"], row["segment"]):
            tuple(row.get(name) for name in ("value", "n", "low", "high")) for row in rows}


def differences(ours, theirs):
    for key in sorted(ours.keys() | theirs.keys()):
        if key not in ours or key not in theirs:
            yield f"{key}: only in one"
        elif not all(map(measures_sql.same, ours[key], theirs[key])):
            yield f"{key}: {ours[key]} and {theirs[key]}"


def whole(folder):
    """Every file is the one that the manifest describes, and the counts add up."""
    manifest = json.loads((folder / "manifest.json").read_text())
    for file in manifest["files"]:
        data = (folder / file["path"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != file["sha256"] or data.count(b"\n") != file["rows"]:
            return False
    counts = manifest["counts"]
    return counts["read"] == counts["items"] + sum(counts["withheld"].values()) + counts["quarantined"]


def agreement(bench, slug, failures):
    place = bench.site / "Content" / "snapshots" / slug
    began = time.time()
    ended, said, out = bench.run(place, slug)
    if not ended:
        return failures.expect(False, f"{slug}: the job ends well", said)
    print(f"{said} ({time.time() - began:.0f} s)", flush=True)
    spark = table(out)
    rows = [row for row in json.loads(bench.measure("--community", slug, "--as", "json"))]
    problems, hidden = measures_sql.compare(rows, spark, 5)
    failures.expect(not problems, f"{slug}: Swift and Spark agree on {len(rows)} rows ({hidden} hidden)", problems[:5])
    _, duckdb = measures_sql.twin(place, json.loads(bench.inputs.read_text()))
    found = list(differences(spark, duckdb))
    failures.expect(not found, f"{slug}: DuckDB and Spark agree on {len(duckdb)} rows", found[:5])
    failures.expect(whole(out), f"{slug}: what is written is whole, and the counts add up")
    taken = taken_by_meadow(bench, slug, out)
    failures.expect(not taken, f"{slug}: Meadow hides and shows the same of what Spark measured", taken[:5])


def taken_by_meadow(bench, slug, measured):
    """What differs in the public table of a site that has the measured snapshot in place of the items."""
    site = bench.folder / "site-of-numbers"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(bench.site / "Content", site / "Content")
    place = site / "Content" / "snapshots" / slug
    newest = max(entry.name for entry in place.iterdir())
    shutil.rmtree(place)
    shutil.copytree(measured, place / newest)
    tables = [{(row["metric"], row["period"], row["segment"]): row
               for row in json.loads(bench.measure("--community", slug, "--as", "json", site=one))}
              for one in (bench.site, site)]
    if tables[0].keys() != tables[1].keys():
        return sorted(tables[0].keys() ^ tables[1].keys())
    return [key for key, row in tables[0].items() if row["note"] != tables[1][key]["note"] or not all(
        measures_sql.same(row[name], tables[1][key][name]) for name in ("value", "n", "low", "high"))]


def newest_alone(bench, slug):
    """A folder with the community's newest complete snapshot alone, its items plain."""
    snapshots = sorted((bench.site / "Content" / "snapshots" / slug).iterdir())
    source = [s for s in snapshots if json.loads((s / "manifest.json").read_text())["complete"]][-1]
    place = bench.folder / "alone" / slug / source.name
    shutil.copytree(source, place)
    manifest = json.loads((place / "manifest.json").read_text())
    lines = items_of(place, manifest)
    return place, manifest, lines


def items_of(place, manifest):
    lines = []
    for file in manifest["files"]:
        if file["path"].startswith("items"):
            path = place / file["path"]
            data = subprocess.run(["gzip", "-dc", path], capture_output=True, check=True).stdout \
                if path.suffix == ".gz" else path.read_bytes()
            lines += data.splitlines(keepends=True)
            path.unlink()
    manifest["files"] = [file for file in manifest["files"] if not file["path"].startswith("items")]
    return lines


def write_items(place, manifest, files):
    """files: name → bytes; the manifest lists them as they are."""
    manifest = json.loads(json.dumps(manifest))
    for name, data in files.items():
        (place / name).write_bytes(data)
        manifest["files"].append({"path": name, "sha256": hashlib.sha256(data).hexdigest(),
                                  "rows": sum(1 for line in data.split(b"\n") if line.strip(b" \t\r"))})
    manifest["files"].sort(key=lambda file: file["path"])
    (place / "manifest.json").write_text(json.dumps(manifest))


BAD = [b"{}", b"not json", b'{"id":"x","type":"post","published":"2016-13-01T00:00:00Z"}',
       b'{"id":"y","type":"post","published":"2999-01-01T00:00:00Z"}',
       b'{"id":"z","type":"post","attributedTo":"m-nobody","published":"2012-01-01T00:00:00Z"}',
       b'{"id":"z","id":"z","type":"post","published":"2012-01-01T00:00:00Z"}',
       b'{"id":"z","type":"post","published":"2012-01-01T00:00:00Z","colour":"red"}',
       b'{"id":"z","type":"post","published":"2012-01-01T00:00:00Z","name":"\\ud800"}',
       b'{"id":"z","type":"post","published":"2012-01-01T00:00:00Z","name":"\xff"}',
       b'{"id":"z","type":"post","published":"2012-01-01T00:00:00Z","score":1e400}',
       b'{"id":"z","type":"post","published":"2012-01-01T00:00:00Z","tag":[1]}']


# What happens to lines does not depend on the metric.
FEW = ["--metric", "activity", "--metric", "codes", "--metric", "response_matrix"]


def parts_of(lines, count):
    return {f"items-{part:05}.ndjson": b"".join(lines[len(lines) * part // count:len(lines) * (part + 1) // count])
            for part in range(count)}


def circumstances(bench, slug, failures):
    place, manifest, lines = newest_alone(bench, slug)
    write_items(place, manifest, parts_of(lines, 1))
    ended, said, one = bench.run(place.parent, "one-part", *FEW)
    failures.expect(ended, "one part", said)
    (place / "items-00000.ndjson").unlink()
    write_items(place, manifest, parts_of(lines, 5))
    with Killer(bench.folder / "five-parts.part") as killer:
        ended, said, five = bench.run(place.parent, "five-parts", *FEW)
    same = ended and (one / "measurements.ndjson").read_bytes() == (five / "measurements.ndjson").read_bytes()
    failures.expect(same and killer.killed,
                    "five parts give the same bytes as one, though an executor is killed in the middle",
                    (said, killer.killed))
    ended, said, _ = bench.run(place.parent, "five-parts", *FEW)
    failures.expect(not ended and "is there already" in said, "a folder that is there is refused", said)
    part = place / "items-00003.ndjson"
    kept = part.read_bytes()
    part.write_bytes(kept[:-20])
    ended, said, out = bench.run(place.parent, "altered", *FEW)
    failures.expect(not ended and f"{part} is not the file that the manifest describes" in said
                    and not out.exists(), "an altered part is refused", said)
    part.unlink()
    ended, said, out = bench.run(place.parent, "missing", *FEW)
    failures.expect(not ended and f"{part} is missing" in said and not out.exists(),
                    "a missing part is refused", said)

    step = len(lines) // (len(BAD) + 1)
    for number, bad in enumerate(BAD):
        lines.insert((number + 1) * step + number, bad + (b"\r\n" if number % 2 else b"\n"))
    lines.insert(7, b"\n")
    manifest["counts"]["read"] += len(BAD)
    # They lie among the items until somebody reads them.
    manifest["counts"]["items"] += len(BAD)
    for old in place.glob("items-*"):
        old.unlink()
    files = parts_of(lines, 3)
    write_items(place, manifest, files)
    ended, said, out = bench.run(place.parent, "bad-lines", *FEW)
    if not ended:
        return failures.expect(False, "bad lines", said)
    records = [json.loads(line) for line in (out / "quarantine.ndjson").read_bytes().splitlines()]
    found = {(file, int(line)) for file, line, _ in (record["place"].rsplit(":", 2) for record in records)}
    kept = sorted(base64.b64decode(record["base64"]) if "base64" in record else record["text"].encode()
                  for record in records)
    failures.expect(kept == sorted(BAD), "their bytes are kept as Meadow keeps them", kept)
    wanted = {(f"{place.name}/{name}", number + 1) for name, data in files.items()
              for number, line in enumerate(data.split(b"\n")) if line.rstrip(b"\r") in BAD}
    failures.expect(found == wanted, f"{len(BAD)} bad lines are quarantined with file and line", found ^ wanted)
    told = told_by_meadow(bench, place, slug)
    failures.expect(told == wanted, "Meadow quarantines the same lines", told ^ wanted)
    failures.expect(whole(out), "the counts add up with them")
    stopped(bench, place.parent, out, failures)


def stopped(bench, snapshots, undisturbed, failures):
    """A job that is killed once its items are read, and begun again on a machine with other cores."""
    out = bench.folder / "stopped"
    settings = " ".join(f"--conf {name}={value}" for name, value in SETTINGS.items())
    process = subprocess.Popen(
        [sys.executable, ROOT / "cluster" / "measure_on_spark.py", snapshots, out, "--inputs", bench.inputs,
         "--named", bench.named, "--master", "local[4]", *FEW], start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYSPARK_SUBMIT_ARGS": f"{settings} pyspark-shell"})
    work = out.with_name("stopped.part") / "work"
    while process.poll() is None and not list(work.glob("*-source_item/_SUCCESS")):
        time.sleep(0.1)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for half in sorted(work.glob("[0-9]*"))[-1:]:
        # As if it had been killed while it wrote this one.
        (half / "_SUCCESS").unlink(missing_ok=True)
    ended, said, out = bench.run(snapshots, "stopped", *FEW)
    failures.expect(ended and "from a job that was stopped" in said, "a job that was killed goes on", said)
    failures.expect(ended and contents(out) == contents(undisturbed), "and writes what one writes that was not")


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def consent(bench, slug, failures):
    """One snapshot of a community that was given with consent is enough, be it the newest or not."""
    source = sorted((bench.site / "Content" / "snapshots" / slug).iterdir())[-1]
    for scopes in (("with_consent", "public"), ("public", "with_consent"), ("public", "public")):
        place = bench.folder / "-".join(scopes) / slug
        for day, scope in zip(("2000-01-01", source.name), scopes):
            shutil.copytree(source, place / day)
            path = place / day / "manifest.json"
            manifest = json.loads(path.read_text())
            path.write_text(json.dumps({**manifest, "scope": scope}))
        ended, said, out = bench.run(place, f"scope-{'-'.join(scopes)}", *FEW)
        manifest = json.loads((out / "manifest.json").read_text()) if ended else {}
        wanted = ("public", 5) if scopes == ("public", "public") else ("with_consent", 10)
        found = manifest.get("scope"), manifest.get("measured", {}).get("threshold")
        failures.expect(found == wanted, f"{scopes[0]} and {scopes[1]}: {wanted[0]}, {wanted[1]} people", (said, found))


def told_by_meadow(bench, place, slug):
    """(file, line) of the lines that `meadow measure` warns of; it tells five a file."""
    site = bench.folder / "bad-site"
    shutil.copytree(bench.site / "Content", site / "Content", ignore=shutil.ignore_patterns("snapshots"))
    shutil.copytree(bench.site / "Content" / "snapshots", site / "Content" / "snapshots",
                    ignore=lambda folder, names: [slug] if slug in names else [])
    shutil.copytree(place, site / "Content" / "snapshots" / slug / place.name)
    done = subprocess.run([bench.meadow, "measure", "--site", str(site), "--community", slug],
                          capture_output=True, text=True)
    return {(f"{place.name}/{name}", int(line)) for name, line in
            re.findall(rf"snapshots/{slug}/{place.name}/(items-\d+\.ndjson):(\d+)", done.stderr + done.stdout)}


class Killer:
    """Kills one executor, once the lines are read and the tables are being made."""

    def __init__(self, work):
        self.work, self.killed, self.is_over = work, 0, False
        self.thread = threading.Thread(target=self.wait)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_over = True
        self.thread.join()

    def wait(self):
        while not self.is_over and not self.killed:
            if list((self.work / "work").glob("*-item")):
                for pid in descendants(os.getpid()):
                    if not self.killed and "CoarseGrainedExecutorBackend" in command(pid):
                        os.kill(pid, signal.SIGKILL)
                        self.killed = pid
            time.sleep(0.1)


def command(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def descendants(pid):
    found, front = [], [pid]
    while front:
        one = front.pop()
        try:
            children = [int(child) for task in pathlib.Path(f"/proc/{one}/task").iterdir()
                        for child in (task / "children").read_text().split()]
        except OSError:
            continue
        found += children
        front += children
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("meadow")
    parser.add_argument("site", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--master", default="local-cluster[2,1,1536]")
    parser.add_argument("--community", action="append")
    parser.add_argument("--only-agreement", action="store_true")
    parser.add_argument("--only-circumstances", action="store_true")
    options = parser.parse_args()
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix="meadow-spark-") as folder:
        bench = Bench(options, pathlib.Path(folder).resolve())
        slugs = options.community or sorted(p.name for p in (bench.site / "Content" / "snapshots").iterdir())
        for slug in slugs if not options.only_circumstances else []:
            agreement(bench, slug, failures)
        if not options.only_agreement:
            smallest = min(slugs, key=lambda slug: sum(
                file.stat().st_size for file in (bench.site / "Content" / "snapshots" / slug).rglob("*")))
            circumstances(bench, smallest, failures)
            consent(bench, smallest, failures)
        bench.spark.stop()
    print(f"{failures.count} failures")
    sys.exit(1 if failures.count else 0)


if __name__ == "__main__":
    main()
