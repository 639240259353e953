"""Measures a community on a Spark cluster and writes a measured snapshot.

    spark-submit measure_on_spark.py SNAPSHOTS OUT --inputs inputs.json [--named named.json] [--k 5]

SNAPSHOTS is a community's folder of dated snapshots, or one snapshot; OUT is the folder that is to appear:
paths of any file system that Spark reads. `inputs.json` is what `meadow measure --inputs` prints, and
`named.json` which items the site quotes. Needs Spark 4.0 or newer, and pyarrow on every machine.

What is written is private: nothing in it is suppressed.
"""
import argparse, hashlib, json, pathlib, sys

HERE = pathlib.Path(__file__).resolve().parent
# Beside Meadow's sources the folder is a module of Swift, too.
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

from pyspark.sql import SparkSession

import meadow_snapshots
import meadow_sql as sql
from meadow_measured import MeasuredFolder, MeasuredWriter
from meadow_readers import ItemCheck
from meadow_records import Engine, Records

# What the executors need of the modules beside this file.
MODULES = ("meadow_codex.py", "meadow_lines.py", "meadow_readers.py", "meadow_sql.py")


class Job:
    """Measures one community: read, merge, run the SQL, write."""

    def __init__(self, spark, options):
        self.options = options
        files = meadow_snapshots.Files(spark)
        self.folder = MeasuredFolder(files, options.out.rstrip("/"))
        self.snapshots = meadow_snapshots.community(files, options.snapshots.rstrip("/"), options.until)
        self.engine = Engine(spark, files, self.folder.work)
        self.records = Records(self.engine, self.snapshots)
        self.newest = self.snapshots[-1].manifest
        self.name = options.name or self.newest["community"]
        self.window = sql.joined_window([snapshot.window for snapshot in self.snapshots])
        self.inputs_bytes = files.read(options.inputs)
        self.inputs = json.loads(self.inputs_bytes)
        named = json.loads(files.read(options.named)) if options.named else {}
        self.named = frozenset(named.get(self.name, ()))
        self.scope = meadow_snapshots.joined_scope(self.snapshots)
        self.threshold = options.k if self.scope == "public" else options.k_consent
        meadow_snapshots.check(files, self.snapshots)

    def run(self):
        """(what was counted, how many rows were written, how many tables were there from a job that was stopped)"""
        script = sql.Script(self.options.sql)
        unknown = set(self.options.metric or []) - set(script.metrics)
        if unknown:
            raise SystemExit(f"error: there is no metric {min(unknown)}")
        self.begin(script)
        self.read()
        rows = sorted(sql.measure(self.engine, script, self.options.metric, self.threshold))
        return self.write(rows, script), len(rows), self.engine.found

    def begin(self, script):
        """Goes on where the same job was stopped, if it was. Records are known by their places, which tell the
        block of their file: into how many a file is cut must not follow from how many executors there are now."""
        spark = self.engine.spark
        splits = self.folder.begin(self.basis(script), spark.sparkContext.defaultParallelism)
        spark.conf.set("spark.sql.files.minPartitionNum", splits)

    def basis(self, script):
        """All that the tables are made from. The manifests tell the checksums of the records."""
        options, spark = vars(self.options), self.engine.spark
        return {
            "spark": spark.version,
            "blocks": [spark.conf.get(f"spark.sql.files.{name}") for name in ("maxPartitionBytes", "openCostInBytes")],
            "job": {path.name: sha256(path.read_bytes()) for path in sorted(HERE.glob("*.py"))},
            "sql": {name: sha256(text.encode()) for name, text in script.texts.items()},
            "inputs": sha256(self.inputs_bytes), "named": sorted(self.named), "name": self.name,
            "snapshots": [snapshot.manifest for snapshot in self.snapshots],
            **{name: options[name] for name in ("metric", "zone_offset", "oldest", "newest")},
            "threshold": self.threshold}

    def read(self):
        zone, records = self.options.zone_offset, self.records
        records.read_members_and_channels()
        start, stop = (day * 86400 - zone for day in sql.compared_days(self.window[1], zone))
        latest = {snapshot.day: snapshot.collected + 86400 for snapshot in self.snapshots}
        records.read_items(
            ItemCheck(latest, self.named, self.inputs, self.name, self.newest["origin"], (start, stop)))
        records.source_tables()
        sql.site_tables(self.engine, self.inputs, self.name, self.window, records.given_codes(),
                        zone, self.threshold)

    def write(self, rows, script):
        writer = MeasuredWriter(self.folder, self.records)
        counts = writer.counts(writer.write_quarantine())
        writer.write_table(rows)
        # Of some metrics alone no site is made.
        unlisted = 0 if self.options.metric else writer.write_for_pages(
            script, self.inputs_bytes, self.options.oldest, self.options.newest)
        self.folder.finish({
            "format": "meadow-snapshot", "version": 1, "kind": "measured",
            # As Meadow finds it: by the folder, whatever its measurements call it.
            "community": self.newest["community"],
            **{key: self.newest[key] for key in ("platform", "origin", "collected")},
            "window": dict(zip(("from", "to"), map(meadow_snapshots.moment, self.window))),
            **{key: self.newest[key] for key in ("complete", "gaps", "exporter")},
            "scope": self.scope, "licences": self.newest["licences"],
            "measurable": meadow_snapshots.joined_measurable(self.snapshots, self.window),
            "counts": counts,
            "measured": writer.measured(self.threshold, self.options.zone_offset, unlisted)})
        return counts


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def prepare(spark):
    """Gives the modules beside this file to every executor."""
    for name in MODULES:
        spark.sparkContext.addPyFile(str(HERE / name))


def options_of(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshots")
    parser.add_argument("out")
    parser.add_argument("--inputs", required=True, help="what `meadow measure --inputs` prints")
    parser.add_argument("--sql", help="the folder of the metrics' SQL")
    parser.add_argument("--named", help="the items that the site names, by community")
    parser.add_argument("--k", type=int, default=5, help="the fewest people a figure may be about")
    parser.add_argument("--k-consent", type=int, default=10, help="the same where data are given with consent")
    parser.add_argument("--oldest", type=int, default=200, help="how many threads are listed that wait longest")
    parser.add_argument("--newest", type=int, default=5000, help="how many that something was written in last")
    parser.add_argument("--zone-offset", type=int, default=0, help="seconds that the site's days begin east of UTC")
    parser.add_argument("--name", help="what the site's measurements call the community, if not by its folder")
    parser.add_argument("--metric", action="append", help="only this metric; all by default")
    parser.add_argument("--until", help="the last day of snapshots to read")
    parser.add_argument("--master", help="as spark-submit's, for a run with python3")
    options = parser.parse_args(arguments)
    beside = [HERE / "sql", HERE.parent / "Sources" / "MeasuresSQL"]
    options.sql = options.sql or next((str(path) for path in beside if path.is_dir()), str(beside[0]))
    return options


def main():
    options = options_of()
    builder = (SparkSession.builder.appName("meadow measure")
               .config("spark.ui.showConsoleProgress", "false"))
    if options.master:
        builder = builder.master(options.master)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        prepare(spark)
        print(summary(options.out, *Job(spark, options).run()))
    finally:
        spark.stop()


def summary(out, counts, rows, found):
    withheld = sum(counts["withheld"].values())
    goes_on = f"; {found} tables were there from a job that was stopped" if found else ""
    return (f"{out}: {rows} measurements of {counts['items']} items; read {counts['read']} = "
            f"{counts['items']} used + {withheld} withheld + {counts['quarantined']} quarantined{goes_on}")


if __name__ == "__main__":
    main()
