"""Writes a measured snapshot: the table, what pages need beside it, and the manifest that makes it one."""
import hashlib, json

from pyspark import __version__ as spark_version

import meadow_snapshots
import meadow_sql as sql
from meadow_readers import place


class MeasuredFolder:
    """The files of a snapshot that is being written, in a folder that gets its name last."""

    def __init__(self, files, out):
        self.files, self.out, self.part, self.listed = files, out, out + ".part", []
        self.work = self.part + "/work"
        if files.exists(out):
            raise SystemExit(f"error: {out} is there already")

    def begin(self, basis, splits):
        """Takes away what a job left that did not come to its end, but for the tables of one with this basis:
        all that tables are made from. Returns into how many splits that one read a file at least, or `splits`."""
        mark = f"{self.work}/job.json"
        try:
            left = json.loads(self.files.read(mark)) if self.files.exists(mark) else {}
        except ValueError:
            # It was stopped while it wrote this.
            left = {}
        if left.get("basis") == basis:
            return left["splits"]
        self.files.remove(self.part)
        self.files.write(mark, json.dumps({"basis": basis, "splits": splits}).encode())
        return splits

    def records(self, name, records):
        self.lines(name, (json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
                          for record in records))

    def lines(self, name, lines):
        self.bytes(name, b"".join(line + b"\n" for line in lines))

    def bytes(self, name, data):
        self.files.write(f"{self.part}/{name}", data)
        self.listed.append({"path": name, "sha256": hashlib.sha256(data).hexdigest(),
                            "rows": sum(1 for line in data.split(b"\n") if line.strip())})

    def finish(self, manifest):
        """The manifest last, and the folder's name after that: what is half written is not there."""
        manifest = {**manifest, "files": sorted(self.listed, key=lambda file: file["path"])}
        self.files.remove(self.work)
        self.files.write(f"{self.part}/manifest.json", (json.dumps(manifest, indent=2) + "\n").encode())
        if not self.files.rename(self.part, self.out):
            raise SystemExit(f"error: {self.part} cannot be renamed to {self.out}")


class MeasuredWriter:
    """What a measured snapshot says, from the tables of an engine and the lines of its records."""

    def __init__(self, folder, records):
        self.folder, self.records, self.engine = folder, records, records.engine

    def write_table(self, rows):
        self.folder.records("measurements.ndjson", [
            {key: value for key, value in zip(sql.COLUMNS, row) if value is not None} for row in rows])

    def write_quarantine(self):
        """Keeps every line that is none with file, line and bytes; returns how many of them were items'."""
        found = self.quarantine()
        if found:
            self.folder.records("quarantine.ndjson", [
                meadow_snapshots.quarantined(f"{file}:{line}", reason, data) for file, line, reason, data in found])
        return sum(1 for file, *_ in found if meadow_snapshots.name_of(file.split("/")[1]) == "items")

    def quarantine(self):
        """(file, line, reason, bytes) each, in the order of the lines."""
        ends, found = {}, []
        for name in ("channels", "items", "members"):
            for row in self.engine.rows(f"SELECT file, block, count(*) AS n FROM {name} GROUP BY file, block"):
                ends.setdefault(row["file"], []).append((row["block"], row["n"]))
            found += self.engine.rows(
                f"SELECT file, block, number, fault, bytes FROM {name} WHERE fault IS NOT NULL")
        strangers = self.engine.rows("SELECT * FROM stranger")
        texts = self.records.lines("items", strangers)
        found += [{**row, "bytes": texts[place(row)]} for row in strangers]
        records = []
        for row in found:
            before = sum(n for block, n in ends[row["file"]] if block < row["block"])
            records.append((row["file"], before + row["number"] + 1, row["fault"], bytes(row["bytes"])))
        return sorted(records)

    def one(self, query):
        row, = self.engine.rows(query)
        return row["n"]

    def counts(self, quarantined):
        read = self.one("SELECT count(*) AS n FROM items WHERE id IS NOT NULL OR fault IS NOT NULL")
        kept, used, members, channels = (self.one(f"SELECT count(*) AS n FROM {table}") for table in (
            "version", "latest", "source_member", "source_channel"))
        counts = {"read": read, "items": used, "members": members, "channels": channels,
                  "quarantined": quarantined,
                  "withheld": {"another state of the same item": kept - used} if kept > used else {}}
        if read != used + quarantined + kept - used:
            raise SystemExit(f"error: {counts} do not add up: a record was lost; please report it")
        return counts

    def write_for_pages(self, script, inputs, oldest, newest):
        """What a site is built from beside the table; the number of threads that wait and are not listed."""
        self.folder.records("people.ndjson", [
            {"count": count, "period": period, "people": people}
            for count, period, people in sql.people(self.engine, script)])
        self.folder.bytes("inputs.json", inputs)
        items, unlisted = sql.listed(self.engine, script, oldest, newest)
        members = self.write_items(items)
        self.engine.table("listed_member", [("id", "STRING")], [(member,) for member in members])
        self.write_lines("members", self.engine.rows(
            "SELECT m.id, m.file, m.block, m.number FROM source_member m JOIN listed_member l ON l.id = m.id"))
        self.write_lines("channels", self.engine.rows("SELECT id, file, block, number FROM source_channel"))
        credits = self.records.credits(members)
        if credits is not None:
            self.folder.lines("attribution.ndjson", [line for _, line in sorted(credits.items())])
        return unlisted

    def write_items(self, items):
        """The items that pages list or quote; returns whom these name."""
        self.engine.table("listed", [("id", "STRING")], [(item["id"],) for item in items])
        places = self.engine.rows(
            "SELECT c.id, c.file, c.block, c.number FROM latest c JOIN listed l ON l.id = c.id")
        lines, where = self.records.lines("items", places), {row["id"]: place(row) for row in places}
        records = []
        for item in sorted(items, key=lambda item: (item["t"], item["id"])):
            record = json.loads(lines[where[item["id"]]])
            if item["root"] != item["id"]:
                # Whatever shared its context before need not be here.
                record["context"] = item["root"]
            if item["deleted"] is not None:
                record["deleted"] = meadow_snapshots.moment(item["deleted"])
            records.append(record)
        self.folder.records("items.ndjson", records)
        members = {record.get("attributedTo") for record in records} | {
            member for record in records for member in record.get("mentions") or ()}
        # Whoever is not known has no line, and a line that cannot be read has no member.
        members.discard(None)
        return members

    def write_lines(self, name, rows):
        """Lines as they were written, by the ids of their records."""
        lines = self.records.lines(name, rows)
        self.folder.lines(f"{name}.ndjson", [lines[place(row)] for row in sorted(rows, key=lambda row: row["id"])])

    def measured(self, threshold, zone_offset, unlisted):
        """What the manifest tells of the measuring."""
        answers = self.one("SELECT count(*) AS n FROM latest q JOIN latest a ON a.id = q.accepted")
        questions = self.one("SELECT count(*) AS n FROM inside WHERE type = 'question'")
        last, = self.engine.rows("SELECT CAST(date_from_unix_date(CAST(last AS INT)) AS STRING) AS day FROM span")
        return {"engine": f"spark {spark_version}", "threshold": threshold, "zone_offset": zone_offset,
                "last_day": last["day"], "accepted": answers > 0, "questions": questions > 0,
                "unlisted": unlisted,
                "inputs": [{"path": f"{snapshot.day}/{file['path']}", "sha256": file["sha256"],
                            "rows": file["rows"]}
                           for snapshot in self.records.snapshots for file in snapshot.manifest["files"]]}
