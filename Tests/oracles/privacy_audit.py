"""Plays the curious reader: what can be worked out about the hidden people counts of a table?

    python3 privacy_audit.py SNAPSHOT_DIR table.csv [--k 5] [--every 1]

All that is shown, and all that everybody knows about such counts, become one linear program; for every
hidden count of 1…k-1 people its smallest and largest possible value are asked for. Fewer than k whole
numbers between them is a leak. Of the snapshot the program knows only the window; which counts are
small, and so worth asking for, comes from measures_sql.py. Needs SciPy and DuckDB.
"""
import argparse, csv, datetime, math, pathlib, sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

import measures_sql

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
        self.solved = None
        self.edges = []

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

    def matrix(self):
        data = [(r, c, x) for r, row in enumerate(self.rows) for c, x in row]
        r, c, x = zip(*data)
        return csr_matrix((x, (r, c)), shape=(len(self.rows), len(self.low)))

    def bounds(self, name):
        if self.solved is None:
            self.solved = self.matrix()
        matrix, found = self.solved, []
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
            if shown is None and "suppressed" not in row["note"]:
                shown = 0.0  # "nothing to measure": nobody
            program.variable((metric, row["period"]), 1.0 if shown is None else shown, shown)
            spans[row["period"]] = None
    return spans


def add_sums(program, metric, spans, further=()):
    """Counts that add up: every period is the sum of the stretches between all period ends."""
    edges = program.edges = sorted({day for span in spans.values() for day in span} | set(further))
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


SHARES = ("retention", "occasional_contributors", "conversion.second_item", "conversion.ten_items",
          "conversion.helper")


def add_shares(program, rows):
    """Shares of people: n = hits + misses, all three told by a shown row and none by a hidden one."""
    for row in rows:
        if row["metric"] not in SHARES or (row["note"] and "suppressed" not in row["note"]
                                           and row["value"] == ""):
            continue
        name = (row["metric"], row["period"], row["segment"])
        n = float(row["n"]) if row["n"] else None
        hits = round(float(row["value"]) * n) if row["value"] else None
        program.variable(("n", *name), 0 if n is None else n, n)
        program.variable(("hits", *name), 0 if hits is None else hits, hits)
        program.variable(("misses", *name), 0, None)
        program.equal([("n", *name)], [("hits", *name), ("misses", *name)])


def next_month(period, months):
    total = int(period[:4]) * 12 + int(period[5:]) - 1 + months
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def add_retention(program, spans):
    """Newcomers of a month are its cohort; longer periods add up; who writes is new or retained."""
    names = [name[1:] for name in program.index if name[0] == "n" and name[1] == "retention"]
    months = sorted(p for p in spans if len(p) == 7 and p[5] != "Q")
    for name in names:
        _, period, segment = name
        parts = [m for m in months if ("n", "retention", m, segment) in program.index
                 and spans[period][0] <= spans[m][0] and spans[m][1] <= spans[period][1]]
        if period in months:
            program.equal([("n", *name)], [("new_contributors", period)])
        else:
            for count in ("n", "hits"):
                program.equal([(count, *name)], [(count, "retention", m, segment) for m in parts])
    for index, month in enumerate(months):
        known = [("hits", "retention", next_month(month, -later), f"months_later={later:02d}")
                 for later in range(1, min(12, index) + 1)]
        known = [name for name in known if name in program.index]
        if len(known) == min(12, index):
            everybody, new = ("contributors", month), ("new_contributors", month)
            program.at_most([new, *known], [everybody])
            if index <= 12:
                program.at_most([everybody], [new, *known])


def add_conversion(program, spans, settled_end):
    """Each level within the one before; what falls on a day is in all periods that hold the day."""
    levels = ["conversion.second_item", "conversion.ten_items", "conversion.helper"]
    periods = [name[2] for name in program.index if name[0] == "n" and name[1] == levels[0]]
    for period in periods:
        cells = [("hits", level, period, "all") for level in levels]
        cohort = ("n", levels[0], period, "all")
        program.at_most([cells[1]], [cells[0]])
        program.at_most([cells[2]], [cells[1]])
        first, end = spans[period]
        program.equal([cohort], [("new_contributors", "stretch", day)
                                 for day in program.edges if first <= day < min(end, settled_end)])
        for level in levels[1:]:
            program.equal([("n", level, period, "all")], [cohort])
    for level in levels:
        add_sums_of(program, {p: ("hits", level, p, "all") for p in periods}, spans)


def add_sums_of(program, cells, spans):
    edges = sorted({day for p in cells for day in spans[p]})
    for period, cell in cells.items():
        first, end = spans[period]
        program.equal([cell], [(cell[0], cell[1], "stretch", day) for day in edges
                               if first <= day < end])


def add_occasional(program, spans):
    """The twelve months before a period hold no fewer people than any of them, no more than all."""
    for name in [n for n in program.index if n[0] == "n" and n[1] == "occasional_contributors"]:
        period = name[2]
        month = spans[period][0].isoformat()[:7]
        year = [("contributors", next_month(month, -back)) for back in range(1, 13)]
        program.at_most([name], year)
        for one in year:
            program.at_most([one], [name])
        if month.endswith("-01"):
            program.equal([name], [("contributors", str(int(month[:4]) - 1))])
        for count in ("n", "hits"):
            program.equal([(count, *name[1:])], [(count, name[1], month, "all")])


def add_all(program, rows, window, settled_end):
    spans = {}
    for metric in ("contributors", "new_contributors", "inactive_contributors",
                   "returning_contributors", "helpers.people", "contributor_absence_factor"):
        spans[metric] = {p: span(p, window) for p in add_counts(program, rows, metric)}
    add_sums(program, "inactive_contributors", spans["inactive_contributors"])
    add_sums(program, "new_contributors", spans["new_contributors"], [settled_end])
    add_covers(program, "contributors", spans["contributors"])
    add_covers(program, "helpers.people", spans["helpers.people"])
    before = {}
    for period, (first, _) in sorted(spans["contributors"].items(), key=lambda item: item[1]):
        everybody, new = ("contributors", period), ("new_contributors", period)
        program.at_most([new], [everybody])
        if first == window[0]:
            program.equal([new], [everybody])
        for other in ("inactive_contributors", "helpers.people", "contributor_absence_factor"):
            if period in spans[other]:
                program.at_most([(other, period)], [everybody])
        if period in spans["returning_contributors"]:
            back = ("returning_contributors", period)
            kind = (len(period), period[5:6] in "QW")
            program.at_most([new, back], [everybody])
            if kind in before:
                program.at_most([everybody], [new, back, before[kind]])
            before[kind] = everybody
    add_shares(program, rows)
    add_retention(program, spans["contributors"])
    add_conversion(program, spans["contributors"], settled_end)
    add_occasional(program, spans["contributors"])


def small_counts(twin, k):
    """The counts of 1…k-1 people that some row would tell."""
    for (metric, period, segment), (value, n, _, _) in twin.items():
        if metric in SHARES:
            if not n:
                continue
            hits = round(value * n)
            for count, people in (("n", n), ("hits", hits), ("misses", n - hits)):
                if 0 < people < k:
                    yield count, metric, period, segment
        elif metric in ("contributors", "new_contributors", "inactive_contributors",
                        "returning_contributors", "helpers.people", "contributor_absence_factor"):
            if value and 0 < value < k:
                yield metric, period


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshot", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--every", type=int, default=1, help="ask for one small count in so many")
    options = parser.parse_args()
    manifest, engine = measures_sql.load(options.snapshot)
    edges = manifest["window"]
    first, last = (datetime.date.fromisoformat(edges[key][:10]) for key in ("from", "to"))
    with open(options.table, newline="") as file:
        rows = list(csv.DictReader(file))
    program = Program()
    end = datetime.datetime.fromisoformat(edges["to"].replace("Z", "+00:00"))
    settled = (end + datetime.timedelta(seconds=1)).date() - 30 * DAY
    add_all(program, rows, (first, last + DAY), settled)
    hidden = [name for name in small_counts(measures_sql.expected(engine), options.k)
              if name in program.index][::options.every]
    leaks = 0
    for name in hidden:
        low, high = program.bounds(name)
        feasible = math.floor(high + 1e-6) - math.ceil(low - 1e-6) + 1 if high < math.inf else math.inf
        if feasible < options.k:
            leaks += 1
            print(f"{' '.join(name)}: between {low:g} and {high:g}")
    print(f"{len(hidden)} small counts, {leaks} leaks")
    sys.exit(1 if leaks or not hidden else 0)


if __name__ == "__main__":
    main()
