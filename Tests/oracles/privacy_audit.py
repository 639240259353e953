"""Plays the curious reader: what can be worked out about the hidden people counts of a table?

    python3 privacy_audit.py SNAPSHOT_DIR table.csv [--k 5] [--every 1] [--inputs inputs.json]

All that is shown, and all that everybody knows about such counts, become one linear program; for every
hidden count of 1…k-1 people its smallest and largest possible value are asked for. Fewer than k whole
numbers between them is a leak. Of the snapshot the program knows only the window; which counts are
small, and so worth asking for, comes from measures_sql.py. People who share links are asked for only with
what `meadow measure --inputs` says of the site. Needs SciPy and DuckDB.
"""
import argparse, csv, datetime, json, math, pathlib, sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

import measures_sql
import measures_sql_texts as texts

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
        for before, level in zip(levels, levels[1:]):
            program.equal([("hits", before, period, "all")],
                          [("hits", level, period, "all"), ("no further", level, period)])
    for level in levels:
        add_sums_of(program, {p: ("hits", level, p, "all") for p in periods}, spans)
    # Each step is taken by some of those of the same days who took the one before.
    for before, level in zip(levels, levels[1:]):
        for day in sorted({day for p in periods for day in spans[p]})[:-1]:
            program.at_most([("hits", level, "stretch", day)], [("hits", before, "stretch", day)])


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


def add_not_new(program, spans):
    """Who wrote is new or not; who is not new comes back or wrote in the period before, too."""
    before = {}
    for period, (first, _) in sorted(spans["contributors"].items(), key=lambda item: item[1]):
        kind = (len(period), period[5:6] in "QW")
        not_new, stayed = ("not_new", period), ("stayed", period)
        program.equal([("contributors", period)], [("new_contributors", period), not_new])
        if period in spans["returning_contributors"]:
            program.equal([not_new], [("returning_contributors", period), stayed])
            program.at_most([stayed], [before[kind]] if kind in before else [])
            before[kind] = ("contributors", period)


def periods_by_kind(spans):
    """The periods of contributors in their order, by week, month, quarter, year and all."""
    kinds = {}
    for period, (first, _) in sorted(spans["contributors"].items(), key=lambda item: item[1]):
        kind = "all" if period == "all" else period[5:6] if period[5:6] in ("W", "Q") else len(period)
        kinds.setdefault(kind, []).append((period, first))
    return kinds


def add_gone(program, spans, end):
    """Who is inactive wrote in no period after that of the last item, and had come by then as had those who
    did; who last wrote long ago is inactive."""
    inactive, everybody = "inactive_contributors", ("contributors", "all")
    edges = sorted({day for stretch in spans[inactive].values() for day in stretch})
    silent = end - 90 * DAY

    def gone(first):
        return [(inactive, "stretch", day) for day in edges[:-1] if day < first]

    for periods in periods_by_kind(spans).values():
        for period, first in periods:
            stop = spans["contributors"][period][1]
            came = [("new_contributors", "stretch", day) for day in program.edges[:-1] if day < stop]
            program.at_most([("contributors", period), *gone(first)], came)
        long_ago = [number for number, (_, first) in enumerate(periods) if datetime.datetime.combine(
            first, datetime.time(), datetime.timezone.utc) <= silent]
        if long_ago:
            since = periods[long_ago[-1]:]
            program.at_most([everybody], [*gone(since[0][1]), *(("contributors", period) for period, _ in since)])


def add_stayed(program, spans):
    """Who wrote in two periods was not silent since the first; of two months, was new in the first or not."""
    for kind, periods in periods_by_kind(spans).items():
        names = [period for period, _ in periods] if kind != "all" else []
        for before, period in zip(names, names[1:]):
            program.at_most([("stayed", period), ("inactive_contributors", before)], [("contributors", before)])
            hits = ("hits", "retention", before, "months_later=01")
            if kind == 7 and hits in program.index:
                program.at_most([hits], [("stayed", period)])
                program.at_most([("stayed", period)], [hits, ("not_new", before)])


def add_seats(program, rows, spans):
    """The mean of people a thread times the threads: of hidden ones, those of the days within."""
    threads = {row["period"]: float(row["n"] or 0) for row in rows if row["metric"] == "participation_depth.items"}
    told = [row for row in rows if row["metric"] == "participation_depth.people" and row["period"] in threads]
    months = sorted(p for p in threads if len(p) == 7 and p[5] != "Q")
    for row in told:
        period = row["period"]
        is_hidden = "suppressed" in row["note"]
        seats = None if is_hidden else round(float(row["value"] or 0) * threads[period])
        program.variable(("seats", period), 1.0 if is_hidden else seats, seats)
    for row in told:
        first, end = spans[row["period"]]
        if row["period"] not in months:
            program.equal([("seats", row["period"])],
                          [("seats", m) for m in months if first <= spans[m][0] and spans[m][1] <= end])


def add_links(program, rows, spans, media):
    """Who shares links shares links of some kind, and wrote; a domain's are of the kinds of its pages."""
    people = "links_shared.people"
    found = [row for row in rows if row["metric"] == people]
    segments = {}
    for row in found:
        is_hidden = "suppressed" in row["note"]
        shown = None if is_hidden else float(row["value"] or 0)
        program.variable((people, row["period"], row["segment"]), 1.0 if is_hidden else shown, shown)
        segments.setdefault(row["period"], []).append(row["segment"])
    for period, names in segments.items():
        everybody = (people, period, "all")
        program.at_most([everybody], [("contributors", period)])
        for name in names:
            key, _, value = name.partition("=")
            if name != "all":
                program.at_most([(people, period, name)], [everybody])
            for kind, part in (("page", "domain"), ("domain", "media"), ("page", "media"), ("all", "media")):
                if key == kind and (wholes := wholes_of(key, value, part, names, media)):
                    program.at_most([(people, period, name)], [(people, period, whole) for whole in wholes])
            # Longer periods hold no fewer people than those within, and no more than these together.
            for longer in segments:
                within = [p for p in segments if p != longer and name in segments[p] and spans[p] != spans[longer]
                          and spans[longer][0] <= spans[p][0] and spans[p][1] <= spans[longer][1]]
                if longer != period and period in within and name in segments[longer]:
                    program.at_most([(people, period, name)], [(people, longer, name)])
                    peers = [p for p in within if len(p) == len(period)]
                    program.at_most([(people, longer, name)], [(people, p, name) for p in peers])


def wholes_of(key, value, part, names, media):
    """The segments of which one at least holds every link of another; none where they are not known."""
    if key == "all":
        return [name for name in names if name.startswith("media=")]
    domain = value.split("/")[0]
    if part == "domain":
        return [name for name in names if name == f"domain={domain}"]
    if media is None:
        return []
    kinds = {texts.media_kind(domain, value, media)}
    if key == "domain":
        kinds |= {asset["kind"] for asset in media if asset["address"].startswith(domain + "/")}
    return [f"media={kind}" for kind in sorted(kinds)]


def add_all(program, rows, window, end, media=None):
    settled_end = (end + datetime.timedelta(seconds=1)).date() - 30 * DAY
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
    add_not_new(program, spans)
    add_seats(program, rows, spans["contributors"])
    add_links(program, rows, spans["contributors"], media)
    add_gone(program, spans, end)
    add_stayed(program, spans)


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
        elif metric == "links_shared.people" and value and 0 < value < k:
            yield metric, period, segment
    yield from small_differences(twin, k)


def small_differences(twin, k):
    """Those of 1…k-1 people that no row tells and two or three rows would."""
    def count(metric, period):
        return (twin.get((metric, period, "all")) or (None,))[0]

    for (metric, period, _), (value, _, _, _) in twin.items():
        if metric == "contributors":
            not_new = value - count("new_contributors", period)
            back = count("returning_contributors", period)
            stayed = not_new - back if back is not None else 0
            yield from ((name, period) for name, people in (("not_new", not_new), ("stayed", stayed))
                        if 0 < people < k)
    levels = ["conversion.second_item", "conversion.ten_items", "conversion.helper"]
    for before, level in zip(levels, levels[1:]):
        for (metric, period, _), (share, n, _, _) in twin.items():
            if metric == level and n:
                people = round((count(before, period) - share) * n)
                if 0 < people < k:
                    yield "no further", level, period


def small_gatherings(engine, k):
    """The people of each thread, added up, of periods whose threads gathered few different ones."""
    for row in engine.rows("""
            SELECT c.period, count(DISTINCT i.who) AS people
            FROM inside i JOIN thread th ON th.id = i.thread JOIN calendar c ON c.day = th.day
            WHERE i.counted AND c.kind <> 'week' GROUP BY c.period"""):
        if 0 < row["people"] < k:
            yield "seats", row["period"]


def loaded(snapshot, inputs, k):
    """The manifest of a snapshot and its database, with its links where it is known what a site says."""
    if inputs is None:
        return measures_sql.load(snapshot)
    manifest, window, engine = measures_sql.read(snapshot)
    given = texts.read_texts(engine, manifest, inputs, window[1])
    measures_sql.sql.site_tables(engine, inputs, manifest["community"], window, given, threshold=k)
    return manifest, engine


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshot", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--every", type=int, default=1, help="ask for one small count in so many")
    parser.add_argument("--inputs", type=pathlib.Path)
    options = parser.parse_args()
    inputs = json.loads(options.inputs.read_text()) if options.inputs else None
    manifest, engine = loaded(options.snapshot, inputs, options.k)
    edges = manifest["window"]
    first, last = (datetime.date.fromisoformat(edges[key][:10]) for key in ("from", "to"))
    with open(options.table, newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["community"] == manifest["community"]]
    program = Program()
    end = datetime.datetime.fromisoformat(edges["to"].replace("Z", "+00:00"))
    add_all(program, rows, (first, last + DAY), end, inputs and inputs["media"])
    small = [*small_counts(measures_sql.expected(engine), options.k), *small_gatherings(engine, options.k)]
    hidden = [name for name in small if name in program.index][::options.every]
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
