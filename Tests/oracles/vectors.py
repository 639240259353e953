"""Holds what the measurement table tells against formulas of others, row by row.

    python3 vectors.py SNAPSHOT_DIR table.json [--k 5]

Wilson intervals against SciPy's, the Gini coefficient against the mean difference of all pairs, the
absence factor against its published vector by the definition's own words, Kaplan–Meier medians and
quartiles against lifelines (survival_lifelines.py). Needs SciPy, NumPy and DuckDB, lifelines beside.
"""
import argparse, json, pathlib, sys
from collections import Counter

import numpy
from scipy.stats import binomtest

import measures_sql


def wilson(rows):
    for row in rows:
        if row["unit"] == "share" and row["value"] is not None and row["low"] is not None:
            hits = round(row["value"] * row["n"])
            ends = binomtest(hits, row["n"]).proportion_ci(0.95, "wilson")
            yield row, "low", ends.low
            yield row, "high", ends.high


def gini(rows, engine):
    items = engine.rows("""SELECT period, list(items) AS numbers FROM presence WHERE kind <> 'week'
                           GROUP BY period""")
    counts = {row["period"]: numpy.array(row["numbers"], dtype=float) for row in items}
    for row in rows:
        if row["metric"] == "contributor_absence_factor.gini" and row["value"] is not None:
            x = counts[row["period"]]
            yield row, "value", numpy.abs(x[:, None] - x[None, :]).mean() / (2 * x.mean())
        if row["metric"] == "contributor_absence_factor" and row["value"] is not None:
            yield row, "value", absence_factor(counts[row["period"]])


def absence_factor(items):
    """The smallest number of people with at least half of the items."""
    falling = numpy.sort(items)[::-1]
    return int(numpy.argmax(numpy.cumsum(falling) * 2 >= items.sum())) + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshot", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    options = parser.parse_args()
    assert absence_factor(numpy.array([1000, 433, 343, 332, 202, 90, 42, 33])) == 2
    if not json.loads((options.snapshot / "manifest.json").read_text())["complete"]:
        print(f"skipped: {options.snapshot} is not a complete snapshot")
        return
    manifest, engine = measures_sql.load(options.snapshot)
    rows = [row for row in measures_sql.read_table(options.table)
            if row["community"] == manifest["community"]]
    seen, wrong = Counter(), 0
    for name, checks in (("Wilson", wilson(rows)), ("Gini and absence factor", gini(rows, engine))):
        for row, column, theirs in checks:
            seen[name] += 1
            if abs(row[column] - theirs) > 1e-9:
                wrong += 1
                print(f"{row['metric']} {row['period']} {row['segment']}: {column} is {row[column]}, "
                      f"not {theirs}")
    print(", ".join(f"{name}: {count} numbers" for name, count in sorted(seen.items())),
          f"{wrong} wrong", sep="; ")
    sys.exit(1 if wrong or not rows else 0)


if __name__ == "__main__":
    main()
