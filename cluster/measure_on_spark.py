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

import pyarrow
from pyspark import __version__ as spark_version
from pyspark.sql import SparkSession
from pyspark.sql.types import DoubleType, LongType

import meadow_lines
import meadow_snapshots
import meadow_sql as sql
from meadow_codex import TextReader

MODULES = ("meadow_sql.py", "meadow_codex.py", "meadow_lines.py", "meadow_snapshots.py")
PLACE = "file STRING, block BIGINT, number BIGINT, fault STRING, bytes BINARY, "
LINE = "file STRING, block BIGINT, number BIGINT, bytes BINARY"
ITEM = PLACE + """id STRING, type STRING, author STRING, t BIGINT, updated BIGINT, deleted BIGINT,
  closed BIGINT, context STRING, parent STRING, channel STRING, accepted STRING, mentions ARRAY<STRING>,
  tags ARRAY<STRING>, given ARRAY<STRING>, marks ARRAY<STRUCT<code: STRING, human: BOOLEAN, cue: STRING>>,
  jobs ARRAY<STRUCT<job: STRING, cue: STRING>>,
  links ARRAY<STRUCT<domain: STRING, page: STRING, kind: STRING>>, words ARRAY<STRING>, named BOOLEAN"""
MEMBER = PLACE + "id STRING, kind STRING, role STRING"


class Spark:
    """Spark as an engine of meadow_sql. A table is written as Parquet once it is made: a plan that grew from
    table to table would take longer than the work, and what is lost with a machine is read again."""

    def __init__(self, spark, folder):
        self.spark, self.folder, self.made = spark, folder, 0
        for name, (body, _, kind) in sql.FUNCTIONS.items():
            spark.udf.register(name, body, DoubleType() if kind == "DOUBLE" else LongType())

    def create(self, name, query):
        self.keep(name, self.spark.sql(query))

    def keep(self, name, frame):
        self.made += 1
        path = f"{self.folder}/{self.made:03}-{name}"
        frame.write.parquet(path)
        self.spark.read.schema(frame.schema).parquet(path).createOrReplaceTempView(name)

    def table(self, name, columns, rows):
        schema = arrow_schema(self.spark, ", ".join(f"`{column}` {kind}" for column, kind in columns))
        # So few rows that they travel with the plan.
        made = columns_of(rows, schema)
        self.spark.createDataFrame(pyarrow.Table.from_batches([made])).createOrReplaceTempView(name)

    def columns(self, query):
        return self.spark.sql(query).columns

    def rows(self, query):
        return [row.asDict() for row in self.spark.sql(query).collect()]


# ---- on the executors ----------------------------------------------------------------------------

def numbered(batches):
    """(batch's lines with their file, block and number in it); lines come in the order of their block."""
    place, number = None, 0
    for batch in batches:
        lines = []
        for line, file, block in zip(*(batch.column(index).to_pylist() for index in range(3))):
            if (file, block) != place:
                place, number = (file, block), 0
            lines.append((line.removesuffix(b"\r"), file, block, number))
            number += 1
        yield lines


def columns_of(rows, schema):
    columns = zip(*rows) if rows else [()] * len(schema)
    return pyarrow.RecordBatch.from_arrays(
        [pyarrow.array(column, field.type) for column, field in zip(columns, schema)], schema=schema)


class LineReader:
    """Rows of lines: a place, then what a check says of the line, or its fault and bytes."""

    def __init__(self, schema, check):
        self.schema, self.check = schema, check

    def __call__(self, batches):
        nothing = (None,) * (len(self.schema) - 5)
        for lines in numbered(batches):
            rows = []
            for line, *place in lines:
                if not line.strip(b" \t"):
                    rows.append((*place, None, None, *nothing))
                    continue
                try:
                    rows.append((*place, None, None, *self.check(line, place[0])))
                except meadow_lines.Fault as fault:
                    rows.append((*place, str(fault), line, *nothing))
            yield columns_of(rows, self.schema)


class ItemCheck:
    """What is kept of an item, with what its texts tell."""

    def __init__(self, latest, named, *reading):
        self.latest, self.named, self.reading, self.reader = latest, named, reading, None

    def __call__(self, line, file):
        # Made once on each executor: phrases are many.
        self.reader = self.reader or TextReader(*self.reading)
        item = meadow_lines.item(line, self.latest[file.split("/")[0]])
        told = [], [], [], []
        if item["deleted"] is None and item["type"] not in ("system", "boost"):
            told = self.reader.read(item)
        names = ("code", "human", "cue"), ("job", "cue"), ("domain", "page", "kind")
        marks, jobs, links = ([dict(zip(keys, one)) for one in some] for keys, some in zip(names, told))
        return (item["id"], item["type"], item.get("attributedTo"), item["t"], item["updated"],
                item["deleted"], item["closed"], item.get("context") or None, item.get("inReplyTo") or None,
                item.get("channel"), item.get("accepted") or None, item.get("mentions"), item.get("tag"),
                [code["code"] for code in item.get("codes") or []], marks, jobs, links, told[3],
                item["id"] in self.named or item.get("url") in self.named)


def member_check(line, file):
    return meadow_lines.member(line)


def channel_check(line, file):
    return meadow_lines.channel(line)


class Wanted:
    """The bytes of some lines, by their places."""

    def __init__(self, schema, places):
        self.schema, self.places = schema, places

    def __call__(self, batches):
        for lines in numbered(batches):
            yield columns_of([(*place, line) for line, *place in lines if tuple(place) in self.places],
                             self.schema)


class Credited(Wanted):
    """The bytes of the lines that credit some members; `places` holds these."""

    def __call__(self, batches):
        for lines in numbered(batches):
            yield columns_of([(*place, line) for line, *place in lines
                              if meadow_lines.credited(line) in self.places], self.schema)


# ---- the job -------------------------------------------------------------------------------------

class Job:
    def __init__(self, spark, options):
        self.spark, self.options = spark, options
        self.files = meadow_snapshots.Files(spark)
        self.out = options.out.rstrip("/")
        self.work = self.out + ".part"
        self.engine = Spark(spark, self.work + "/work")
        if self.files.exists(self.out):
            raise SystemExit(f"error: {self.out} is there already")
        self.snapshots = meadow_snapshots.community(
            self.files, options.snapshots.rstrip("/"), options.until)
        self.newest = self.snapshots[-1].manifest
        self.name = options.name or self.newest["community"]
        self.window = sql.joined_window([snapshot.window for snapshot in self.snapshots])
        self.inputs_bytes = self.files.read(options.inputs)
        self.inputs = json.loads(self.inputs_bytes)
        named = json.loads(self.files.read(options.named)) if options.named else {}
        self.named = frozenset(named.get(self.name, ()))
        self.scope = meadow_snapshots.joined_scope(self.snapshots)
        self.threshold = options.k if self.scope == "public" else options.k_consent

    def run(self):
        meadow_snapshots.check(self.files, self.snapshots)
        self.files.remove(self.work)
        self.read_records()
        self.read_items()
        self.source_tables()
        script = sql.Script(self.options.sql)
        unknown = set(self.options.metric or []) - set(script.metrics)
        if unknown:
            raise SystemExit(f"error: there is no metric {min(unknown)}")
        rows = sorted(sql.measure(self.engine, script, self.options.metric, self.threshold))
        return self.write(rows, None if self.options.metric else script)

    # Reading

    def raw(self, name):
        """line, file (day and name), block (where its part of the file begins)."""
        paths = [path for snapshot in self.snapshots for path in snapshot.paths(name)]
        if not paths:
            return None
        return (self.spark.read.option("lineSep", "\n").text(paths)
                .selectExpr("CAST(value AS BINARY) AS line",
                            "substring_index(_metadata.file_path, '/', -2) AS file",
                            "_metadata.file_block_start AS block"))

    def read(self, name, described, check):
        """Every line once through Python, kept as Parquet: from that, all else is worked out."""
        raw = self.raw(name)
        if raw is None:
            self.spark.createDataFrame([], described).createOrReplaceTempView(name)
            return
        reader = LineReader(arrow_schema(self.spark, described), check)
        self.engine.keep(name, raw.mapInArrow(reader, described))

    def read_records(self):
        self.engine.table(
            "manifest", [("number", "INT"), ("day", "STRING"), ("collected", "BIGINT"), ("a", "BIGINT"),
                         ("b", "BIGINT"), ("complete", "BOOLEAN")],
            [(number, snapshot.folder.rsplit("/", 1)[1], snapshot.collected, *snapshot.window,
              snapshot.manifest["complete"]) for number, snapshot in enumerate(self.snapshots)])
        self.read("members", MEMBER, member_check)
        self.read("channels", MEMBER, channel_check)
        for name, table in (("members", "source_member"), ("channels", "source_channel")):
            self.engine.create(table, f"""
                SELECT id, kind, role, file, block, number FROM (
                  SELECT m.*, row_number() OVER (PARTITION BY m.id ORDER BY s.number DESC, m.file DESC,
                                                 m.block DESC, m.number DESC) AS copy
                  FROM {name} m JOIN manifest s ON s.day = split_part(m.file, '/', 1)
                  WHERE m.id IS NOT NULL) r WHERE copy = 1""")

    def read_items(self):
        start, stop = (day * 86400 - self.options.zone_offset
                       for day in sql.compared_days(self.window[1], self.options.zone_offset))
        latest = {snapshot.folder.rsplit("/", 1)[1]: snapshot.collected + 86400
                  for snapshot in self.snapshots}
        check = ItemCheck(latest, self.named, self.inputs, self.name, self.newest["origin"], (start, stop))
        self.read("items", ITEM, check)

    def source_tables(self):
        engine = self.engine
        # Whoever an item names must be there: found out by a join, for nobody knows how many there are.
        engine.create("stranger", """
            SELECT i.file, i.block, i.number,
                   CASE WHEN m.id IS NULL AND i.author IS NOT NULL
                        THEN '`attributedTo` names no member of the snapshot'
                        ELSE '`channel` names no channel of the snapshot' END AS fault
            FROM items i LEFT JOIN source_member m ON m.id = i.author
            LEFT JOIN source_channel c ON c.id = i.channel
            WHERE i.id IS NOT NULL AND (i.author IS NOT NULL AND m.id IS NULL
                                        OR i.channel IS NOT NULL AND c.id IS NULL)""")
        engine.create("fault", """
            SELECT file, block, number, fault FROM items WHERE fault IS NOT NULL
            UNION ALL SELECT * FROM stranger""")
        engine.create("snapshot", """
            SELECT s.number, s.collected, s.a, s.b, s.complete AND coalesce(f.n, 0) = 0 AS is_whole
            FROM manifest s LEFT JOIN (SELECT split_part(file, '/', 1) AS day, count(*) AS n
                                       FROM fault GROUP BY split_part(file, '/', 1)) f ON f.day = s.day""")
        engine.create("version", """
            SELECT s.number AS snapshot, struct(i.file, i.block, i.number) AS line, i.*
            FROM items i JOIN manifest s ON s.day = split_part(i.file, '/', 1)
            LEFT ANTI JOIN stranger x ON x.file = i.file AND x.block = i.block AND x.number = i.number
            WHERE i.id IS NOT NULL""")
        sql.merge(engine)
        engine.create("mention", "SELECT DISTINCT id AS item, explode(mentions) AS member FROM latest")
        engine.create("tag", "SELECT id AS item, explode(tags) AS tag FROM latest")
        for table, column, fields in (("mark", "marks", "code, one.human"), ("job_match", "jobs", "job"),
                                      ("link", "links", "domain, one.page, one.kind")):
            engine.create(table, f"""
                SELECT id AS item, one.{fields} FROM latest LATERAL VIEW explode({column}) AS one""")
        engine.create("word", "SELECT id AS item, explode(words) AS word FROM latest")
        engine.create("named", "SELECT id FROM latest WHERE named")
        given = {row["code"] for row in engine.rows(
            "SELECT DISTINCT code FROM latest LATERAL VIEW explode(given) AS code")}
        sql.site_tables(engine, self.inputs, self.name, self.window, given,
                        self.options.zone_offset, self.threshold)

    # Writing

    def quarantine(self):
        """Every line that is none, with file, line and bytes."""
        ends, found = {}, []
        for name in ("channels", "items", "members"):
            for row in self.engine.rows(f"SELECT file, block, count(*) AS n FROM {name} GROUP BY file, block"):
                ends.setdefault(row["file"], []).append((row["block"], row["n"]))
            found += self.engine.rows(
                f"SELECT file, block, number, fault, bytes FROM {name} WHERE fault IS NOT NULL")
        strangers = self.engine.rows("SELECT * FROM stranger")
        texts = self.lines("items", strangers)
        found += [{**row, "bytes": texts[place(row)]} for row in strangers]
        records = []
        for row in found:
            before = sum(n for block, n in ends[row["file"]] if block < row["block"])
            records.append((row["file"], before + row["number"] + 1, row["fault"], bytes(row["bytes"])))
        return sorted(records)

    def lines(self, name, rows):
        """The bytes of the lines that rows tell the places of, by these."""
        places = {place(row) for row in rows}
        if not places:
            return {}
        wanted = Wanted(arrow_schema(self.spark, LINE), places)
        return {place(row): bytes(row["bytes"]) for row in self.raw(name).mapInArrow(wanted, LINE).collect()}

    def counts(self, quarantined):
        read, kept, used = (next(iter(self.engine.rows(query)))["n"] for query in (
            "SELECT count(*) AS n FROM items WHERE id IS NOT NULL OR fault IS NOT NULL",
            "SELECT count(*) AS n FROM version", "SELECT count(*) AS n FROM latest"))
        bad = sum(1 for file, *_ in quarantined if meadow_snapshots.name_of(file.split("/")[1]) == "items")
        members, channels = (next(iter(self.engine.rows(f"SELECT count(*) AS n FROM {table}")))["n"]
                             for table in ("source_member", "source_channel"))
        counts = {"read": read, "items": used, "members": members, "channels": channels, "quarantined": bad,
                  "withheld": {"another state of the same item": kept - used} if kept > used else {}}
        if read != used + bad + kept - used:
            raise SystemExit(f"error: {counts} do not add up: a record was lost; please report it")
        return counts

    def write_for_pages(self, script, files):
        """What a site is built from beside the table; the number of threads that wait and are not listed."""
        self.put(files, "people.ndjson", [
            {"count": count, "period": period, "people": people}
            for count, period, people in sql.people(self.engine, script)])
        self.write_file(files, "inputs.json", self.inputs_bytes)
        items, unlisted = sql.listed(self.engine, script, self.options.oldest, self.options.newest)
        self.engine.table("listed", [("id", "STRING")], [(item["id"],) for item in items])
        places = self.engine.rows("SELECT c.id, c.file, c.block, c.number FROM latest c JOIN listed l ON l.id = c.id")
        lines, where = self.lines("items", places), {row["id"]: place(row) for row in places}
        records = []
        for item in sorted(items, key=lambda item: (item["t"], item["id"])):
            record = json.loads(lines[where[item["id"]]])
            if item["root"] != item["id"]:
                # Whatever shared its context before need not be here.
                record["context"] = item["root"]
            if item["deleted"] is not None:
                record["deleted"] = meadow_snapshots.moment(item["deleted"])
            records.append(record)
        self.put(files, "items.ndjson", records)
        members = {record.get("attributedTo") for record in records} | {
            member for record in records for member in record.get("mentions") or ()}
        # Whoever is not known has no line, and a line that cannot be read has no member.
        members.discard(None)
        self.engine.table("listed_member", [("id", "STRING")], [(member,) for member in members])
        self.put_lines(files, "members", self.engine.rows(
            "SELECT m.id, m.file, m.block, m.number FROM source_member m JOIN listed_member l ON l.id = m.id"))
        self.put_lines(files, "channels", self.engine.rows("SELECT id, file, block, number FROM source_channel"))
        self.put_credits(files, members)
        return unlisted

    def put_lines(self, files, name, rows):
        """Lines as they were written, by the ids of their records."""
        lines = self.lines(name, rows)
        found = [lines[place(row)] for row in sorted(rows, key=lambda row: row["id"])]
        self.write_file(files, f"{name}.ndjson", b"".join(line + b"\n" for line in found))

    def put_credits(self, files, members):
        raw = self.raw("attribution")
        if raw is None:
            return
        credited = Credited(arrow_schema(self.spark, LINE), members)
        rows = sorted(raw.mapInArrow(credited, LINE).collect(), key=place)
        newest = {meadow_lines.credited(bytes(row["bytes"])): bytes(row["bytes"]) for row in rows}
        self.write_file(files, "attribution.ndjson",
                        b"".join(line + b"\n" for _, line in sorted(newest.items())))

    def write(self, rows, script):
        quarantined = self.quarantine()
        counts = self.counts(quarantined)
        files = []
        self.put(files, "measurements.ndjson", [
            {key: value for key, value in zip(sql.COLUMNS, row) if value is not None} for row in rows])
        if quarantined:
            self.put(files, "quarantine.ndjson", [
                meadow_snapshots.quarantined(f"{file}:{line}", reason, data)
                for file, line, reason, data in quarantined])
        unlisted = self.write_for_pages(script, files) if script else 0
        answers, questions = (next(iter(self.engine.rows(f"SELECT count(*) AS n FROM {query}")))["n"] for query in (
            "latest q JOIN latest a ON a.id = q.accepted", "inside WHERE type = 'question'"))
        last, = self.engine.rows("SELECT CAST(date_from_unix_date(CAST(last AS INT)) AS STRING) AS day FROM span")
        manifest = {
            "format": "meadow-snapshot", "version": 1, "kind": "measured",
            # As Meadow finds it: by the folder, whatever its measurements call it.
            "community": self.newest["community"],
            **{key: self.newest[key] for key in ("platform", "origin", "collected")},
            "window": dict(zip(("from", "to"), map(meadow_snapshots.moment, self.window))),
            **{key: self.newest[key] for key in ("complete", "gaps", "exporter")},
            "scope": self.scope, "licences": self.newest["licences"],
            "measurable": self.newest["measurable"],
            "counts": counts,
            "measured": {
                "engine": f"spark {spark_version}", "threshold": self.threshold,
                "zone_offset": self.options.zone_offset, "last_day": last["day"], "accepted": answers > 0,
                "questions": questions > 0, "unlisted": unlisted,
                "inputs": [{"path": f"{snapshot.folder.rsplit('/', 1)[1]}/{file['path']}",
                            "sha256": file["sha256"], "rows": file["rows"]}
                           for snapshot in self.snapshots for file in snapshot.manifest["files"]]},
            "files": sorted(files, key=lambda file: file["path"])}
        # The manifest last, and the folder's name after that: what is half written is not there.
        self.files.remove(f"{self.work}/work")
        self.files.write(f"{self.work}/manifest.json", (json.dumps(manifest, indent=2) + "\n").encode())
        if not self.files.rename(self.work, self.out):
            raise SystemExit(f"error: {self.work} cannot be renamed to {self.out}")
        return counts, len(rows)

    def put(self, files, name, records):
        data = "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
                       for record in records).encode()
        self.write_file(files, name, data)

    def write_file(self, files, name, data):
        self.files.write(f"{self.work}/{name}", data)
        files.append({"path": name, "sha256": hashlib.sha256(data).hexdigest(),
                      "rows": sum(1 for line in data.split(b"\n") if line.strip())})


def place(row):
    return row["file"], row["block"], row["number"]


def arrow_schema(spark, described):
    from pyspark.sql.pandas.types import to_arrow_schema
    return to_arrow_schema(spark.createDataFrame([], described).schema)


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


def summary(out, counts, rows):
    withheld = sum(counts["withheld"].values())
    return (f"{out}: {rows} measurements of {counts['items']} items; read {counts['read']} = "
            f"{counts['items']} used + {withheld} withheld + {counts['quarantined']} quarantined")


if __name__ == "__main__":
    main()
