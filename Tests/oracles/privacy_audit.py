"""Plays the curious reader: what can be worked out about the hidden people counts of a table?

    python3 privacy_audit.py SNAPSHOT_DIR table.csv [--k 5]

Reads nothing of the snapshot but its window. All that is shown, and all that everybody knows about such
counts, become one linear program; for every hidden count its smallest and largest possible value are
asked for. Fewer than k whole numbers between them is a leak. Needs SciPy.
"""
import argparse, csv, datetime, json, math, pathlib, sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

DAY = datetime.timedelta(days=1)


def span(period, window):
    """The days of a period inside the window, as [first, end)."""
    if period == "all":
        return window
    if "-W" in period:
        first = datetime.date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
        end = first + 7 * DAY
    elif "-Q" in period:
        year, quarter = int(period[:4]), int(period[6:])
        first = datetime.date(year, quarter * 3 - 2, 1)
        end = datetime.date(year + quarter // 4, quarter * 3 % 12 + 1, 1)
    elif "-" in period:
        year, month = map(int, period.split("-"))
        first, end = datetime.date(year, month, 1), datetime.date(year + month // 12, month % 12 + 1, 1)
    else:
        first, end = datetime.date(int(period), 1, 1), datetime.date(int(period) + 1, 1, 1)
    return max(first, window[0]), min(end, window[1])


class Program:
    """Rows of sum ≤ bound over variables that are made when first named."""

    def __init__(self):
        self.index, self.rows, self.low, self.high = {}, [], [], []

    def variable(self, name, low=0.0, high=None):
        if name not in self.index:
            self.index[name] = len(self.low)
            self.low.append(low)
            self.high.append(high)
        return self.index[name]

    def at_most(self, left, right):
        self.rows.append([(self.variable(v), 1) for v in left] + [(self.variable(v), -1) for v in right])

    def equal(self, left, right):
        self.at_most(left, right)
        self.at_most(right, left)

    def bounds(self, name):
        data = [(r, c, x) for r, row in enumerate(self.rows) for c, x in row]
        r, c, x = zip(*data)
        matrix = csr_matrix((x, (r, c)), shape=(len(self.rows), len(self.low)))
        found = []
        for sign in (1, -1):
            goal = numpy.zeros(len(self.low))
            goal[self.index[name]] = sign
            result = linprog(goal, A_ub=matrix, b_ub=numpy.zeros(len(self.rows)),
                             bounds=list(zip(self.low, self.high)), method="highs")
            if result.status == 3:
                found.append(math.inf)
            else:
                assert result.status == 0, (name, result.message)
                found.append(abs(result.fun))
        return found


def add_counts(program, rows, metric):
    """The shown and hidden counts of a plain people metric; a hidden one is at least 1."""
    spans = {}
    for row in rows:
        if row["metric"] == metric and row["segment"] == "all":
            shown = float(row["value"]) if row["value"] else None
            program.variable((metric, row["period"]), 1.0 if shown is None else shown, shown)
            spans[row["period"]] = None
    return spans


def add_sums(program, metric, spans):
    """Counts that add up: every period is the sum of the stretches between all period ends."""
    edges = sorted({day for span in spans.values() for day in span})
    for period, (first, end) in spans.items():
        stretches = [(metric, "stretch", day) for day in edges if first <= day < end]
        program.equal([(metric, period)], stretches)


def add_covers(program, metric, spans):
    """Distinct people: no fewer than in any period within, no more than in periods that cover."""
    kinds = {}
    for period in spans:
        kind = "all" if period == "all" else "w" if "-W" in period else "q" if "-Q" in period else len(period)
        kinds.setdefault(kind, []).append(period)
    for period, (first, end) in spans.items():
        for others in kinds.values():
            touching = [p for p in others if spans[p][0] < end and first < spans[p][1]]
            if period not in touching:
                program.at_most([(metric, period)], [(metric, p) for p in touching])
            for p in touching:
                if p != period and first <= spans[p][0] and spans[p][1] <= end:
                    program.at_most([(metric, p)], [(metric, period)])


def add_all(program, rows, window):
    spans = {}
    for metric in ("contributors", "new_contributors", "inactive_contributors",
                   "returning_contributors"):
        spans[metric] = {p: span(p, window) for p in add_counts(program, rows, metric)}
    add_sums(program, "new_contributors", spans["new_contributors"])
    add_sums(program, "inactive_contributors", spans["inactive_contributors"])
    add_covers(program, "contributors", spans["contributors"])
    for period, (first, _) in spans["contributors"].items():
        everybody = ("contributors", period)
        new = ("new_contributors", period)
        program.at_most([new], [everybody])
        if first == window[0]:
            program.equal([new], [everybody])
        for other in ("inactive_contributors", "returning_contributors"):
            if period in spans[other]:
                program.at_most([(other, period)], [everybody])
        if period in spans["returning_contributors"]:
            program.at_most([new, ("returning_contributors", period)], [everybody])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshot", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--k", type=int, default=5)
    options = parser.parse_args()
    edges = json.loads((options.snapshot / "manifest.json").read_text())["window"]
    first, last = (datetime.date.fromisoformat(edges[key][:10]) for key in ("from", "to"))
    rows = list(csv.DictReader(open(options.table, newline="")))
    program = Program()
    add_all(program, rows, (first, last + DAY))
    hidden = [name for name, index in program.index.items()
              if program.high[index] is None and name[1] != "stretch"]
    leaks = 0
    for name in hidden:
        low, high = program.bounds(name)
        feasible = math.floor(high + 1e-6) - math.ceil(low - 1e-6) + 1 if high < math.inf else math.inf
        if feasible < options.k:
            leaks += 1
            print(f"{'.'.join(name)}: between {low:g} and {high:g}")
    print(f"{len(hidden)} hidden counts, {leaks} leaks")
    sys.exit(1 if leaks else 0)


main()
