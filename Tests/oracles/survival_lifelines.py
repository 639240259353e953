"""Holds the waiting times of a table against lifelines' Kaplan–Meier estimator.

    python3 survival_lifelines.py SNAPSHOT_DIR table.csv

The waits come from measures_sql.py; curve, median, quartiles and log-log intervals from lifelines.
Needs DuckDB and lifelines from PyPI.
"""
import argparse, math, pathlib, sys, warnings

from lifelines import KaplanMeierFitter
from lifelines.utils import qth_survival_times

import measures_sql

PARTS = {"p10": 0.9, "p25": 0.75, "median": 0.5, "p75": 0.25, "p90": 0.1}


def number(value):
    return None if value is None or math.isinf(value) or math.isnan(value) else float(value)


def curve(waits):
    """waits: (seconds, whether an answer ended them, how many) each."""
    seconds, ended, many = zip(*waits)
    fitter = KaplanMeierFitter().fit(seconds, ended, weights=many)
    # Where nobody waits any more the variance has no value, and the band none.
    still = fitter.survival_function_.iloc[:, 0] > 1e-13
    band = fitter.confidence_interval_survival_function_[still]
    found = {}
    for part, level in PARTS.items():
        # The same room for rounding as in the definition.
        value = number(qth_survival_times(level + 1e-12, fitter.survival_function_))
        ends = [number(qth_survival_times(level + 1e-12, band[[column]])) for column in band.columns]
        # The lower end of the band gets there first.
        low, high = sorted(ends, key=lambda end: math.inf if end is None else end)
        found[part] = (value, low, high)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshot", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    manifest, engine = measures_sql.load(options.snapshot)
    if not manifest["complete"]:
        # Older snapshots have items that this one has not.
        sys.exit(print(f"skipped: {options.snapshot} is not a complete snapshot"))
    cells = {}
    engine.create(*next(measures_sql.SCRIPT.statements("time_to_first_response")))
    for row in engine.rows("SELECT * FROM first_response_wait"):
        waits = cells.setdefault((row["period"], row["segment"]), [])
        waits += [(row["seconds"], ended, many) for ended, many in
                  ((1, row["ends"]), (0, row["n"] - row["ends"])) if many]
    rows = {(row["metric"], row["period"], row["segment"]): row
            for row in measures_sql.read_table(options.table)}
    compared, problems, silent = 0, 0, False
    for (period, segment), waits in sorted(cells.items()):
        if len(period) == 8 or ("time_to_first_response.median", period, segment) not in rows:
            continue
        for part, (value, low, high) in curve(waits).items():
            row = rows[f"time_to_first_response.{part}", period, segment]
            if "not measurable" in (row["note"] or ""):
                silent = True
                continue
            theirs = (value, low if value is not None else None, high if value is not None else None)
            ours = tuple(None if row[key] in (None, "") else float(row[key])
                         for key in ("value", "low", "high"))
            compared += 1
            if ours != theirs:
                problems += 1
                print(period, segment, part, ours, theirs)
    print(f"{compared} quantiles, {problems} problems")
    sys.exit(1 if problems or not compared and not silent else 0)


main()
