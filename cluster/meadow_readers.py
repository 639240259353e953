"""What the executors do: rows of the lines of a snapshot, each with its place."""
from itertools import repeat

import pyarrow

import meadow_lines
from meadow_codex import TextReader

PLACE = "file STRING, block BIGINT, number BIGINT, fault STRING, bytes BINARY, "
LINE = "file STRING, block BIGINT, number BIGINT, bytes BINARY"
ITEM = PLACE + """id STRING, type STRING, author STRING, t BIGINT, updated BIGINT, deleted BIGINT,
  closed BIGINT, context STRING, parent STRING, channel STRING, accepted STRING, mentions ARRAY<STRING>,
  tags ARRAY<STRING>, given ARRAY<STRING>, marks ARRAY<STRUCT<code: STRING, human: BOOLEAN, cue: STRING>>,
  jobs ARRAY<STRUCT<job: STRING, cue: STRING>>,
  links ARRAY<STRUCT<domain: STRING, page: STRING, kind: STRING>>, words ARRAY<STRING>, named BOOLEAN"""
MEMBER = PLACE + "id STRING, kind STRING, role STRING"


def numbered(batches):
    """(lines of a batch as a column, the place of each); lines come in the order of their block."""
    before, number = None, 0
    for batch in batches:
        places = []
        for part in parts(batch.column(1), batch.column(2)):
            if part != before:
                before, number = part, 0
            places.append((*part, number))
            number += 1
        yield batch.column(0), places


def parts(files, blocks):
    """(file, block) of each line: mostly one for all, which need not be told once a line."""
    if len(files.unique()) == len(blocks.unique()) == 1:
        return repeat((files[0].as_py(), blocks[0].as_py()), len(files))
    return zip(files.to_pylist(), blocks.to_pylist())


def without_return(line):
    return line.removesuffix(b"\r")


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
        for lines, places in numbered(batches):
            rows = []
            for line, place in zip(map(without_return, lines.to_pylist()), places):
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
        return (item["id"], item["type"], item.get("attributedTo"), item["t"], item["updated"],
                item["deleted"], item["closed"], item.get("context") or None, item.get("inReplyTo") or None,
                item.get("channel"), item.get("accepted") or None, item.get("mentions"), item.get("tag"),
                [code["code"] for code in item.get("codes") or []], *told,
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
        for lines, places in numbered(batches):
            yield columns_of([(*place, without_return(lines[index].as_py()))
                              for index, place in enumerate(places) if place in self.places], self.schema)


class Credited:
    """The bytes of the lines that credit some members."""

    def __init__(self, schema, members):
        self.schema, self.members = schema, members

    def __call__(self, batches):
        for lines, places in numbered(batches):
            found = zip(map(without_return, lines.to_pylist()), places)
            yield columns_of([(*place, line) for line, place in found
                              if meadow_lines.credited(line) in self.members], self.schema)


def place(row):
    return row["file"], row["block"], row["number"]


def arrow_schema(spark, described):
    from pyspark.sql.pandas.types import to_arrow_schema
    return to_arrow_schema(spark.createDataFrame([], described).schema)
