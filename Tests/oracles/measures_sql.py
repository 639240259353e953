"""Computes every metric a second time, by plain SQL over the canonical snapshot, and compares.

    meadow measure --community SLUG --as csv > table.csv      (or --as json)
    meadow measure --inputs > inputs.json
    python3 measures_sql.py SNAPSHOT_DIR table.csv --inputs inputs.json [--k 5]

Needs DuckDB from PyPI. Written from the definitions on the method pages, not from the Swift.
Counts must be equal, ratios within 1e-9. A hidden row is compared with nothing; that no count of
1…k-1 people is shown is checked here, that none can be worked out in privacy_audit.py.
"""
import argparse, csv, json, math, pathlib, sys
from statistics import NormalDist, median

import duckdb

import measures_sql_codes as codes
import measures_sql_queries as queries

ROUND = 1e-9


def load(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    db = duckdb.connect()
    db.execute("SET TimeZone = 'UTC'")
    for name, columns in {**queries.SOURCES, "texts": codes.TEXT}.items():
        # DuckDB reads compressed files by their ending.
        stem = "items" if name == "texts" else name
        path = next((folder / f"{stem}.ndjson{ending}" for ending in ("", ".gz", ".zst")
                     if (folder / f"{stem}.ndjson{ending}").exists()), None)
        if path is None:
            described = ", ".join(f'"{key}" {kind}' for key, kind in columns.items())
            db.execute(f"CREATE TABLE raw_{name} ({described})")
            continue
        described = ", ".join(f"'{key}': {literal(kind)}" for key, kind in columns.items())
        db.execute(f"CREATE TABLE raw_{name} AS SELECT * FROM "
                   f"read_json('{path}', format='newline_delimited', columns={{{described}}})")
    window = manifest["window"]
    db.execute("CREATE TABLE win AS SELECT epoch(?::TIMESTAMPTZ)::BIGINT AS a, "
               "epoch(?::TIMESTAMPTZ)::BIGINT AS b", [window["from"], window["to"]])
    for statement in queries.PREPARATION:
        db.execute(statement)
    return manifest, db


def literal(kind):
    return "'" + kind.replace("'", "''") + "'"


def expected(db):
    """(metric, period, segment) → (value, n, low, high); None where there is no such number."""
    table = {}
    for query in queries.METRICS:
        for metric, period, segment, value, n, low, high in db.execute(query).fetchall():
            key = (metric, period, segment)
            assert key not in table, key
            table[key] = (value, n, low, high)
    for period, members, staff in db.execute(queries.PARITY).fetchall():
        table["response_parity", period, "all"] = median_ratio(members or [], staff or [])
    for period, reached in db.execute(queries.REACHES).fetchall():
        value, n, _, _ = table["helpers.median", period, "all"]
        table["helpers.median", period, "all"] = (value, n, *median_interval(reached))
    return table


def median_interval(values):
    """Order statistics equally far from both ends that hold the median with at least 95 %."""
    n, rank, tail = len(values), 0, 1
    while 40 * tail <= 2 ** n and rank < n:
        rank += 1
        tail += math.comb(n, rank)
    return (values[rank - 1], values[n - rank]) if rank else (None, None)


def median_ratio(members, staff):
    """Price and Bonett 2002 on the logarithmic scale."""
    if min(len(members), len(staff)) < 5 or not median(members) or not median(staff):
        return None, None, None, None
    spread = math.exp(1.959963984540054 * math.sqrt(
        sum(median_variance(times) / median(times) ** 2 for times in (members, staff))))
    ratio = median(members) / median(staff)
    return ratio, len(members) + len(staff), ratio / spread, ratio * spread


def median_variance(times):
    n = len(times)
    c = max(1, math.floor((n + 1) / 2 - math.sqrt(n) + 0.5))
    tail = sum(math.comb(n, i) for i in range(c)) / 2 ** n
    z = NormalDist().inv_cdf(1 - tail)
    return ((times[n - c] - times[c - 1]) / (2 * z)) ** 2


def wilson(hits, n):
    if n == 0:
        return None, None
    z, p = 1.959963984540054, hits / n
    middle, scale = p + z * z / (2 * n), 1 + z * z / n
    spread = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (0.0 if hits == 0 else (middle - spread) / scale,
            1.0 if hits == n else (middle + spread) / scale)


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
            if low == "wilson":
                low, high = wilson(value, n)
                value = value / n if n else None
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
    if not json.loads((options.snapshot / "manifest.json").read_text())["complete"]:
        print(f"skipped: {options.snapshot} is not a complete snapshot")
        return
    manifest, db = load(options.snapshot)
    rows = [row for row in read_table(options.table) if row["community"] == manifest["community"]]
    twin = expected(db)
    inputs = json.loads(options.inputs.read_text())
    codes.expect(db, twin, manifest, inputs, options.k)
    problems, hidden = compare(rows, twin, options.k)
    for problem in problems[:40]:
        print(problem)
    print(f"{len(rows)} rows, {hidden} hidden, {len(problems)} problems")
    sys.exit(1 if problems or not rows else 0)


if __name__ == "__main__":
    main()
