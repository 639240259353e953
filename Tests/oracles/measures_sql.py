"""Computes every metric a second time, by plain SQL over the canonical snapshot, and compares.

    meadow measure --community SLUG --as csv > table.csv      (or --as json)
    meadow measure --inputs > inputs.json
    python3 measures_sql.py FOLDER table.csv --inputs inputs.json [--k 5]

FOLDER holds the community's snapshots, or is the only one.
Needs DuckDB from PyPI. The SQL is that of Sources/MeasuresSQL, written from the definitions on the method
pages, not from the Swift; what texts say is found by codex_twin.py. Counts must be equal, ratios within
1e-9. A hidden row is compared with nothing; that no count of 1…k-1 people is shown is checked here, that
none can be worked out in privacy_audit.py.
"""
import argparse, csv, json, pathlib, sys, tempfile

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
# The folder is a module of Swift, too.
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parents[1] / "cluster"))

import meadow_snapshots
import meadow_sql as sql
import measures_sql_texts as texts

ROUND = 1e-9
SCRIPT = sql.Script(HERE.parents[1] / "Sources" / "MeasuresSQL")
ITEM = {"id": "VARCHAR", "type": "VARCHAR", "attributedTo": "VARCHAR", "published": "TIMESTAMPTZ",
        "updated": "TIMESTAMPTZ", "deleted": "TIMESTAMPTZ", "closed": "TIMESTAMPTZ", "context": "VARCHAR", "channel": "VARCHAR",
        "inReplyTo": "VARCHAR", "accepted": "VARCHAR", "mentions": "VARCHAR[]", "name": "VARCHAR",
        "content": "VARCHAR", "mediaType": "VARCHAR", "language": "VARCHAR", "tag": "VARCHAR[]",
        "codes": 'STRUCT(code VARCHAR, "by" VARCHAR)[]'}
SOURCES = {"items": ITEM, "members": {"id": "VARCHAR", "kind": "VARCHAR", "role": "VARCHAR"},
           "channels": {"id": "VARCHAR"}}


class DuckDB:
    """DuckDB as an engine of meadow_sql."""

    def __init__(self):
        self.db = duckdb.connect()
        self.db.execute("SET TimeZone = 'UTC'")
        # The only name of Spark's that DuckDB has not.
        self.db.execute("CREATE MACRO date_from_unix_date(day) AS DATE '1970-01-01' + CAST(day AS INTEGER)")
        for name, (body, arguments, kind) in sql.FUNCTIONS.items():
            self.db.create_function(name, body, arguments, kind)

    def create(self, name, query):
        self.db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")

    def table(self, name, columns, rows):
        described = ", ".join(f"{column} {kind}" for column, kind in columns)
        self.db.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({described})")
        if not rows:
            return
        with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
            names = [column for column, _ in columns]
            file.writelines(json.dumps(dict(zip(names, row))) + "\n" for row in rows)
            file.flush()
            kinds = ", ".join(f"{column}: '{kind}'" for column, kind in columns)
            self.db.execute(f"INSERT INTO {name} SELECT * FROM "
                            f"read_json('{file.name}', format='newline_delimited', columns={{{kinds}}})")

    def columns(self, query):
        return [row[0] for row in self.db.execute(f"DESCRIBE {query}").fetchall()]

    def rows(self, query):
        found = self.db.execute(query)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]


def literal(kind):
    return "'" + kind.replace("'", "''") + "'"


def files_of(folder, stem):
    """A file, or its parts, plain or compressed; DuckDB knows these by their ending."""
    return sorted(str(path) for pattern in (f"{stem}.ndjson*", f"{stem}-[0-9]*.ndjson*")
                  for path in folder.glob(pattern))


def raw(engine, name, snapshots):
    """raw_items and so on: the lines of all snapshots, oldest first, numbered."""
    columns = SOURCES[name]
    described = ", ".join(f"{key}: {literal(kind)}" for key, kind in columns.items())
    engine.table(f"raw_{name}", [("snapshot", "INT"), ("line", "BIGINT"),
                                 *((f'"{key}"', kind) for key, kind in columns.items())], [])
    for number, folder in enumerate(snapshots):
        files = files_of(folder, name)
        if files:
            engine.db.execute(f"""INSERT INTO raw_{name}
                SELECT {number}, row_number() OVER (), * FROM read_json({files},
                  format='newline_delimited', columns={{{described}}})""")


def read(folder):
    """The newest manifest with the joined window, that window, and source tables of a snapshot or of all in a folder."""
    snapshots = [folder] if (folder / "manifest.json").exists() else sorted(folder.iterdir())
    manifests = [json.loads((snapshot / "manifest.json").read_text()) for snapshot in snapshots]
    engine = DuckDB()
    for name in SOURCES:
        raw(engine, name, snapshots)
    times = [[sql.seconds(text) for text in (m["collected"], m["window"]["from"], m["window"]["to"])]
             for m in manifests]
    engine.table("snapshot", [("number", "INT"), ("collected", "BIGINT"), ("a", "BIGINT"), ("b", "BIGINT"),
                              ("is_whole", "BOOLEAN")],
                 [(number, *times[number], m["complete"]) for number, m in enumerate(manifests)])
    engine.create("version", """
        SELECT snapshot, line, id, type, attributedTo AS author,
               CAST(floor(epoch(published)) AS BIGINT) AS t, CAST(floor(epoch(updated)) AS BIGINT) AS updated,
               CAST(floor(epoch(deleted)) AS BIGINT) AS deleted, CAST(floor(epoch(closed)) AS BIGINT) AS closed,
               context, inReplyTo AS parent, channel, accepted, mentions, name, content, mediaType, language,
               tag, codes FROM raw_items""")
    sql.merge(engine)
    for name, columns in (("member", "id, kind, role"), ("channel", "id")):
        engine.create(f"source_{name}", f"""
            SELECT {columns} FROM raw_{name}s QUALIFY row_number() OVER (PARTITION BY id ORDER BY snapshot DESC) = 1""")
    engine.create("mention", "SELECT DISTINCT id AS item, unnest(mentions) AS member FROM latest")
    engine.create("tag", "SELECT id AS item, unnest(tag) AS tag FROM latest")
    window = sql.joined_window([(start, end) for _, start, end in times])
    edges = dict(zip(("from", "to"), map(meadow_snapshots.moment, window)))
    return {**manifests[-1], "window": edges}, window, engine


NO_INPUTS = {"codes": [], "stop_words": [], "jobs": [], "criticism": [], "media": [], "campaigns": []}


def load(folder):
    """The manifest and a database of the shared tables: what other oracles ask of people and threads."""
    manifest, window, engine = read(folder)
    sql.site_tables(engine, NO_INPUTS, manifest["community"], window, set())
    texts.no_texts(engine)
    for name, query in SCRIPT.statements("tables"):
        engine.create(name, query)
    return manifest, engine


def expected(engine, metrics=None):
    """(metric, period, segment) → (value, n, low, high); None where there is no such number."""
    table = {}
    for metric, period, segment, *numbers in sql.measure(engine, SCRIPT, metrics):
        assert (metric, period, segment) not in table, (metric, period, segment)
        table[metric, period, segment] = tuple(numbers)
    return table


def twin(folder, inputs, k=5):
    """The manifest of a community's folder, and the whole table of what is expected of it."""
    manifest, window, engine = read(folder)
    given = texts.read_texts(engine, manifest, inputs, window[1])
    sql.site_tables(engine, inputs, manifest["community"], window, given, threshold=k)
    return manifest, expected(engine)


def read_table(path):
    if path.suffix == ".json":
        return json.loads(path.read_text())
    with open(path, newline="") as file:
        return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]


def same(ours, theirs):
    if ours is None or theirs is None:
        return ours is None and theirs is None
    ours, theirs = float(ours), float(theirs)
    return abs(ours - theirs) <= ROUND * max(1.0, abs(theirs))


def compare(rows, twin, k):
    problems, hidden = [], 0
    seen, silent = set(), set()
    for row in rows:
        note = row["note"] or ""
        key = (row["metric"], row["period"], row["segment"])
        if "not measurable" in note:
            silent.add((row["metric"], row["segment"]))
            continue
        seen.add(key)
        if key not in twin:
            problems.append(f"{key}: not expected")
        elif "suppressed" in note:
            hidden += 1
            if any(row[column] is not None for column in ("value", "n", "low", "high")):
                problems.append(f"{key}: a hidden row tells a number")
        else:
            value, n, low, high = twin[key]
            if n == 0 and value is None:
                n = None
            for name, theirs in zip(("value", "n", "low", "high"), (value, n, low, high)):
                if not same(row[name], theirs):
                    problems.append(f"{key}: {name} is {row[name]}, SQL says {theirs}")
            if row["unit"] == "people" and value is not None and 0 < value < k:
                problems.append(f"{key}: {value} people are shown")
    problems += [f"{key}: missing" for key in twin
                 if key not in seen and not {(key[0], key[2]), (key[0], "all")} & silent]
    return problems, hidden


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshot", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--inputs", type=pathlib.Path, required=True)
    parser.add_argument("--k", type=int, default=5)
    options = parser.parse_args()
    manifest, table = twin(options.snapshot, json.loads(options.inputs.read_text()), options.k)
    rows = [row for row in read_table(options.table) if row["community"] == manifest["community"]]
    problems, hidden = compare(rows, table, options.k)
    for problem in problems[:40]:
        print(problem)
    print(f"{len(rows)} rows, {hidden} hidden, {len(problems)} problems")
    sys.exit(1 if problems or not rows else 0)


if __name__ == "__main__":
    main()
