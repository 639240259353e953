"""Spark as an engine of meadow_sql, and the records of a community's snapshots as tables of Spark."""
import pyarrow
from pyspark.sql.types import DoubleType, LongType

import meadow_lines
import meadow_sql as sql
from meadow_readers import (ITEM, LINE, MEMBER, Credited, LineReader, Wanted, arrow_schema, channel_check,
                            columns_of, member_check, place)


class Engine:
    """Spark as an engine of meadow_sql. A table is written as Parquet once it is made: a plan that grew from
    table to table would take longer than the work, what is lost with a machine is read again, and a job that
    was stopped goes on behind the tables it had made."""

    def __init__(self, spark, files, folder):
        self.spark, self.files, self.folder = spark, files, folder
        self.made = self.found = 0
        for name, (body, _, kind) in sql.FUNCTIONS.items():
            spark.udf.register(name, body, DoubleType() if kind == "DOUBLE" else LongType())

    def create(self, name, query):
        self.keep(name, self.spark.sql(query))

    def view(self, name, query):
        """A table that is worked out wherever it is read."""
        self.spark.sql(query).createOrReplaceTempView(name)

    def keep(self, name, frame):
        self.made += 1
        path = f"{self.folder}/{self.made:03}-{name}"
        # What Spark leaves beside a table once it is whole.
        if self.files.exists(f"{path}/_SUCCESS"):
            self.found += 1
        else:
            frame.write.mode("overwrite").parquet(path)
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


class Records:
    """Every line of some snapshots, oldest first, by its place: file (day and name), block (where its part of
    the file begins) and number in it."""

    def __init__(self, engine, snapshots):
        self.spark, self.engine, self.snapshots = engine.spark, engine, snapshots

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

    def read_members_and_channels(self):
        self.engine.table(
            "manifest", [("number", "INT"), ("day", "STRING"), ("collected", "BIGINT"), ("a", "BIGINT"),
                         ("b", "BIGINT"), ("complete", "BOOLEAN")],
            [(number, snapshot.day, snapshot.collected, *snapshot.window,
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

    def read_items(self, check):
        self.read("items", ITEM, check)

    def source_tables(self):
        """What the SQL reads of items, each in its newest state; after both kinds of records."""
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
        engine.view("version", """
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

    def given_codes(self):
        """The codes that people gave to items."""
        return {row["code"] for row in self.engine.rows(
            "SELECT DISTINCT code FROM latest LATERAL VIEW explode(given) AS code")}

    def lines(self, name, rows):
        """The bytes of the lines that rows tell the places of, by these."""
        places = {place(row) for row in rows}
        if not places:
            return {}
        wanted = Wanted(arrow_schema(self.spark, LINE), places)
        return {place(row): bytes(row["bytes"]) for row in self.raw(name).mapInArrow(wanted, LINE).collect()}

    def credits(self, members):
        """The newest line that credits each of some members, by the member."""
        raw = self.raw("attribution")
        if raw is None:
            return None
        credited = Credited(arrow_schema(self.spark, LINE), members)
        rows = sorted(raw.mapInArrow(credited, LINE).collect(), key=place)
        return {meadow_lines.credited(bytes(row["bytes"])): bytes(row["bytes"]) for row in rows}
