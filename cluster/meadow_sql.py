"""Runs the SQL of the metrics on an engine, and gives it what SQL itself cannot say.

An engine has `create(name, query)`, `table(name, columns, rows)`, `columns(query)` and `rows(query)`;
DuckDB's and Spark's are made where they are used. Columns are (name, type) with types of both dialects.
"""
import datetime, math, pathlib, re
from functools import lru_cache
from statistics import NormalDist

EPOCH = datetime.date(1970, 1, 1)
COLUMNS = ("metric", "period", "segment", "value", "n", "low", "high")
# What is no metric: the tables that all read, and the interval of a share.
SHARED = ("tables", "share", "people", "listed")


class Script:
    """The statements of the folder of SQL files."""

    def __init__(self, folder):
        self.texts = {path.stem: path.read_text(encoding="utf-8")
                      for path in sorted(pathlib.Path(folder).glob("*.sql"))}
        if not set(SHARED) < set(self.texts):
            raise SystemExit(f"error: {folder} does not hold the SQL of the metrics")
        self.metrics = [name for name in self.texts if name not in SHARED]

    def statements(self, name):
        """(table, query) each; the table of the last, which is the metric's result, is None."""
        for text in re.split(r";\s*\n|;\s*\Z", re.sub(r"(?m)^--.*\n", "", self.texts[name])):
            made = re.match(r"\s*CREATE TABLE (\w+) AS\s", text)
            if text.strip():
                yield (made[1], text[made.end():]) if made else (None, text)


def measure(engine, script, metrics=None, threshold=5):
    """Yields (metric, period, segment, value, n, low, high) of every metric, unsorted."""
    for name, query in script.statements("tables"):
        engine.create(name, query)
    for metric in metrics or script.metrics:
        for name, query in script.statements(metric):
            if name:
                engine.create(name, query)
            if name == "campaign_week":
                bootstrap_table(engine, threshold)
            if name is None:
                for row in result(engine, script, metric, query):
                    yield number(row)


def people(engine, script):
    """(count, period or day, people) of what decides what may be shown beside the rows; after all metrics."""
    (_, query), = script.statements("people")
    return sorted((row["count"], row["period"], int(row["people"])) for row in engine.rows(query))


def listed(engine, script, oldest, newest):
    """id, root, t and deleted of the items that pages list or quote: of threads of the table `named`, and of so
    many that wait. How many threads more wait comes second."""
    engine.table("listing", [("oldest", "BIGINT"), ("newest", "BIGINT")], [(oldest, newest)])
    for name, query in script.statements("listed"):
        if name:
            engine.create(name, query)
        else:
            items = list(engine.rows(query))
    waiting, taken = (next(iter(engine.rows(f"SELECT count(*) AS n FROM {table}")))["n"]
                      for table in ("waiting_thread", "listed_thread"))
    return items, waiting - taken


def number(row):
    """A row in the order of COLUMNS; sums come as decimals."""
    value, n, low, high = (row.get(column) for column in COLUMNS[3:])
    return (row["metric"], row["period"], row["segment"], real(value),
            None if n is None else int(n), real(low), real(high))


def real(value):
    return None if value is None else float(value)


def result(engine, script, metric, query):
    """The rows of a metric's last statement; hits among n become a value with its interval."""
    columns = engine.columns(query)
    if "hits" not in columns:
        yield from engine.rows(query)
        return
    if "value" in columns:
        engine.create(metric + "_result", query)
        query = f"SELECT * FROM {metric}_result"
        yield from engine.rows(query + " WHERE hits IS NULL")
    shares = f"WITH shares AS (SELECT * FROM ({query}) q WHERE hits IS NOT NULL), "
    yield from engine.rows(re.sub(r"(?m)^--.*\n", "", script.texts["share"]).replace("WITH ", shares, 1))


# ---- functions that the SQL calls --------------------------------------------------------------

def tails(n):
    """The probabilities of fewer than 1, 2, … heads in n tosses of a coin, one by one."""
    if n <= 1000:
        count = 0
        for heads in range(n + 1):
            count += math.comb(n, heads)
            yield count / 2 ** n
    else:
        log, total = -n * math.log(2), 0.0
        for heads in range(n + 1):
            total += math.exp(log)
            log += math.log((n - heads) / (heads + 1)) if heads < n else 0
            yield total


@lru_cache(maxsize=4096)
def tail_quantile(n, rank):
    """The z that a standard normal variable exceeds as often as there are fewer than `rank` heads."""
    return NormalDist().inv_cdf(1 - next(tail for below, tail in enumerate(tails(n), 1) if below == rank))


@lru_cache(maxsize=4096)
def median_rank(n):
    """The largest rank than which fewer heads have a probability of 2.5 % at most; 0 for none."""
    return next((rank for rank, tail in enumerate(tails(n)) if tail > 0.025), n)


FUNCTIONS = {"tail_quantile": (tail_quantile, ["BIGINT", "BIGINT"], "DOUBLE"),
             "median_rank": (median_rank, ["BIGINT"], "BIGINT")}


class SplitMix64:
    MASK = 2 ** 64 - 1

    def __init__(self, seed):
        self.state = seed

    def below(self, count):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return ((z ^ (z >> 31)) * count) >> 64


def quantile(values, q):
    """Of values in order, type 7."""
    place = (len(values) - 1) * q
    low = int(place)
    if low + 1 >= len(values):
        return float(values[-1])
    return values[low] + (place - low) * (values[low + 1] - values[low])


def bootstrap(before, after):
    dice = SplitMix64(20260101)
    differences = []
    for _ in range(2000):
        later = sum(after[dice.below(len(after))] for _ in after)
        earlier = sum(before[dice.below(len(before))] for _ in before)
        differences.append(later * len(before) - earlier * len(after))
    differences.sort()
    scale = len(before) * len(after)
    return quantile(differences, 0.025) / scale, quantile(differences, 0.975) / scale


def bootstrap_table(engine, threshold):
    weeks = {}
    for row in engine.rows("SELECT campaign, measure, part, week, n FROM campaign_week"):
        weeks.setdefault((row["campaign"], row["measure"], row["part"]), {})[row["week"]] = int(row["n"])
    rows = []
    for campaign, measure in sorted({key[:2] for key in weeks}):
        found = {part: [n for _, n in sorted(weeks[campaign, measure, part].items())]
                 for part in ("before", "during", "after") if (campaign, measure, part) in weeks}
        for part, later in (("change", "after"), ("change_during", "during")):
            if "before" not in found or later not in found:
                continue
            numbers = found["before"] + found[later]
            # The interval would tell the weeks' counts of people.
            if measure != "new_contributors" or not any(0 < n < threshold for n in numbers):
                rows.append((campaign, measure, part, *bootstrap(found["before"], found[later])))
    engine.table("bootstrap", [("campaign", "STRING"), ("measure", "STRING"), ("part", "STRING"),
                               ("low", "DOUBLE"), ("high", "DOUBLE")], rows)


# ---- what a site tells the measures --------------------------------------------------------------

def seconds(moment):
    """Whole seconds since 1970 of a moment as snapshots write it."""
    return math.floor(datetime.datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp())


def day_number(day):
    return (datetime.date.fromisoformat(day) - EPOCH).days


def site_tables(engine, inputs, community, window, given_codes, zone=0, threshold=5):
    """Tables of the window and of all that `meadow measure --inputs` tells."""
    start, end = window
    engine.table("params", [("a", "BIGINT"), ("b", "BIGINT"), ("zone", "BIGINT"), ("k", "BIGINT")],
                 [(start, max(start, end), zone, threshold)])
    known = [code["id"] for code in inputs["codes"]]
    engine.table("code", [("code", "STRING")], [(code,) for code in known + sorted(given_codes - set(known))])
    engine.table("job", [("job", "STRING")], [(job["id"],) for job in jobs_of(inputs, community)])
    engine.table("stop_word", [("word", "STRING")], [(word,) for word in inputs["stop_words"]])
    engine.table("campaign", [("campaign", "STRING"), ("first", "BIGINT"), ("last", "BIGINT")],
                 [(c["id"], day_number(c["from"]), day_number(c["to"] or c["from"]))
                  for c in inputs["campaigns"] if community in c["communities"]])
    entries, sources = [], []
    for entry in inputs["criticism"]:
        items = [source["item"] for source in entry["sources"] if source["community"] == community]
        if items:
            until = day_number(entry["answered"]) * 86400 if entry["answered"] else max(start, end)
            waiting = max(0, until - day_number(entry["heard"]) * 86400)
            entries.append((entry["id"], entry["status"], waiting))
            sources += [(entry["id"], item) for item in items]
    engine.table("criticism", [("entry", "STRING"), ("status", "STRING"), ("waiting", "BIGINT")], entries)
    engine.table("criticism_source", [("entry", "STRING"), ("item", "STRING")], sources)


def jobs_of(inputs, community):
    return [job for job in inputs["jobs"] if not job["communities"] or community in job["communities"]]


def compared_days(end, zone=0):
    """The days of the last quarter that is over and of the year before it: where words are compared."""
    over = EPOCH + datetime.timedelta((end + 1 + zone) // 86400)
    stop = datetime.date(over.year, (over.month - 1) // 3 * 3 + 1, 1)
    start = datetime.date(stop.year - (stop.month <= 3), (stop.month - 4) % 12 + 1, 1)
    return (start.replace(year=start.year - 1) - EPOCH).days, (stop - EPOCH).days


# ---- threads -------------------------------------------------------------------------------------

UPWARD = """
  WITH first AS (
    SELECT context, id AS first FROM (
      SELECT p.context, p.id, row_number() OVER (PARTITION BY p.context ORDER BY p.t, p.id) AS number
      FROM post p LEFT JOIN post c ON c.id = p.context
      WHERE p.context IS NOT NULL AND c.id IS NULL) x WHERE number = 1),
  named AS (SELECT DISTINCT c.id FROM post p JOIN post c ON c.id = p.context WHERE c.context IS NULL)
  SELECT p.id, nullif(CASE WHEN c.id IS NOT NULL THEN c.id
                           WHEN p.context IS NOT NULL THEN f.first
                           WHEN n.id IS NOT NULL THEN NULL
                           ELSE a.id END, p.id) AS up
  FROM post p LEFT JOIN post c ON c.id = p.context LEFT JOIN first f ON f.context = p.context
  LEFT JOIN named n ON n.id = p.id LEFT JOIN post a ON a.id = p.parent"""


def resolve_threads(engine):
    """Makes `root(id, root)` of `post(id, context, parent, t)`: the item that began each item's thread.

    An item whose context is an item belongs to its thread; an item that others name as context, and that
    has none itself, begins one. Items that share a context that is no item belong to the earliest. Any
    other item belongs where the item it answers belongs. Of a circle the earliest begins the thread.
    """
    engine.create("upward", UPWARD)
    engine.create("climb_0", "SELECT id, up FROM upward WHERE up IS NOT NULL")
    turn, higher = 0, climbing(engine, 0)
    while higher:
        # Each turn doubles how far each item has climbed.
        engine.create(f"climb_{turn + 1}", f"""
            SELECT a.id, coalesce(b.up, a.up) AS up
            FROM climb_{turn} a LEFT JOIN climb_{turn} b ON b.id = a.up""")
        turn, before = turn + 1, higher
        higher = climbing(engine, turn)
        if higher == before:
            break
    circles = circle_roots(engine, turn) if higher else {}
    engine.table("circle", [("id", "STRING"), ("root", "STRING")], sorted(circles.items()))
    engine.create("root", f"""
        SELECT p.id, coalesce(o.root, c.up, p.id) AS root
        FROM post p LEFT JOIN climb_{turn} c ON c.id = p.id LEFT JOIN circle o ON o.id = p.id""")


def climbing(engine, turn):
    """How many items have not arrived at the item that began their thread."""
    return next(iter(engine.rows(
        f"SELECT count(*) AS n FROM climb_{turn} a JOIN climb_{turn} b ON b.id = a.up")))["n"]


def circle_roots(engine, turn):
    """What climbs for ever: answers in a circle, and what hangs on them."""
    caught = {row["id"]: (row["up"], row["t"]) for row in engine.rows(f"""
        SELECT a.id, w.up, p.t FROM climb_{turn} a JOIN climb_{turn} b ON b.id = a.up
        JOIN upward w ON w.id = a.id JOIN post p ON p.id = a.id""")}
    roots = {}
    for start in caught:
        path, here = [], start
        while here not in roots and here not in path:
            path.append(here)
            here = caught[here][0]
        if here in roots:
            root = roots[here]
        else:
            circle = path[path.index(here):]
            root = min(circle, key=lambda id: (caught[id][1], id.encode()))
        for id in path:
            roots[id] = root
    return roots


# ---- several snapshots of one community ----------------------------------------------------------

LONGEST_SILENCE = 7 * 86400


def joined_window(windows):
    """The (first, last second) that reaches furthest with those that join on to it: not knowing is no silence."""
    (start, end), *others = sorted(windows, key=lambda window: window[1], reverse=True)
    for first, last in others:
        if last + LONGEST_SILENCE < start:
            break
        start = min(start, first)
    return start, end


def merge(engine):
    """Makes `newest` and `post` of `version` and `snapshot`: each item in its newest state.

    `version` has a row for each line: snapshot, line (its place in the snapshot), id, t, updated, deleted
    and the rest; `snapshot` has number, collected, a, b, is_whole. Of copies in one snapshot the one edited
    last counts, else the later one. What a later whole snapshot should hold and does not have was deleted
    as of its collection.
    """
    # Most items of most communities have one state: only the others are put in order.
    engine.create("several", "SELECT id FROM version GROUP BY id HAVING count(*) > 1")
    engine.create("latest", """
        SELECT v.*, 1 AS copy FROM version v LEFT JOIN several s ON s.id = v.id WHERE s.id IS NULL
        UNION ALL
        SELECT * FROM (
          SELECT v.*, row_number() OVER (PARTITION BY v.id ORDER BY snapshot DESC, coalesce(updated, t) DESC,
                                         line DESC) AS copy
          FROM version v JOIN several s ON s.id = v.id) c WHERE copy = 1""")
    engine.create("vanished", """
        SELECT c.id, min(s.collected) AS collected
        FROM latest c JOIN snapshot s ON s.number > c.snapshot AND s.is_whole AND c.t BETWEEN s.a AND s.b
        GROUP BY c.id""")
    engine.create("post", "SELECT id, context, parent, t FROM latest")
    resolve_threads(engine)
    engine.create("source_item", """
        SELECT c.id, c.type, c.author, c.t, least(c.deleted, v.collected) AS deleted, c.closed, r.root,
               c.parent, c.channel, c.accepted
        FROM latest c JOIN root r ON r.id = c.id LEFT JOIN vanished v ON v.id = c.id""")
