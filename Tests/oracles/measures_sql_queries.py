"""The SQL of measures_sql.py: what a row, a thread and a person are, then one query a metric.

Each query gives (metric, period, segment, value, n, low, high); low = 'wilson' asks the caller to take
value for a count of hits out of n.
"""

SOURCES = {
    "items": {
        "id": "VARCHAR", "type": "VARCHAR", "attributedTo": "VARCHAR", "published": "TIMESTAMPTZ",
        "deleted": "TIMESTAMPTZ", "closed": "TIMESTAMPTZ", "context": "VARCHAR", "channel": "VARCHAR",
        "inReplyTo": "VARCHAR", "accepted": "VARCHAR", "mentions": "VARCHAR[]",
    },
    "members": {"id": "VARCHAR", "kind": "VARCHAR", "role": "VARCHAR"},
    "channels": {"id": "VARCHAR"},
}

KINDS = {"week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}


def label(kind, day):
    if kind == "all":
        return "'all'"
    if kind == "quarter":
        return f"year({day})::VARCHAR || '-Q' || quarter({day})::VARCHAR"
    return f"strftime({day}, '{KINDS[kind]}')"


ALL_KINDS = ["week", "month", "quarter", "year", "all"]

PREPARATION = [
    # Every row in order, with its thread's first row, whether or not it lies in the window.
    """CREATE TABLE item AS
       SELECT row_number() OVER (ORDER BY epoch(published)::BIGINT, encode(i.id)) - 1 AS r, i.id,
              type, attributedTo AS who, m.kind AS member_kind, m.role, floor(epoch(published))::BIGINT AS t,
              floor(epoch(deleted))::BIGINT AS deleted, floor(epoch(closed))::BIGINT AS closed,
              context, channel, accepted, inReplyTo, mentions, (published AT TIME ZONE 'UTC')::DATE AS day,
              type NOT IN ('system', 'boost') AND coalesce(m.kind, 'person') = 'person' AS counted
       FROM raw_items i LEFT JOIN raw_members m ON m.id = i.attributedTo""",
    """ALTER TABLE item ADD COLUMN start BIGINT""",
    """UPDATE item SET start = f.first FROM (
         SELECT r, CASE WHEN context IS NULL THEN r
                   ELSE min(r) OVER (PARTITION BY context) END AS first FROM item) f
       WHERE f.r = item.r""",
    "CREATE TABLE inside AS SELECT item.* FROM item, win WHERE t BETWEEN a AND b",
    """CREATE TABLE days AS
       SELECT unnest(generate_series(
         (to_timestamp(a) AT TIME ZONE 'UTC')::DATE,
         greatest((to_timestamp(greatest(a, b - 1)) AT TIME ZONE 'UTC')::DATE,
                  (SELECT coalesce(max(day), DATE '0001-01-01') FROM inside)),
         INTERVAL 1 DAY))::DATE AS day FROM win""",
    "CREATE TABLE calendar AS " + " UNION ALL ".join(
        f"SELECT day, '{kind}' AS kind, {label(kind, 'day')} AS period FROM days"
        for kind in ALL_KINDS),
    "CREATE TABLE period AS SELECT DISTINCT kind, period FROM calendar",
    """CREATE TABLE person AS
       SELECT who, min(t) AS born, min_by(day, r) AS born_day, max(t) AS last,
              max_by(day, r) AS last_day, count(*) AS items
       FROM inside WHERE counted AND who IS NOT NULL GROUP BY who""",
    """CREATE TABLE thread AS
       SELECT s.r AS start, s.t, s.day, s.who, s.type, s.deleted, s.closed, s.accepted, s.role,
              CASE WHEN s.deleted IS NULL THEN b ELSE least(b, greatest(s.deleted, s.t)) END
                AS wait_end,
              CASE WHEN p.who IS NULL THEN NULL WHEN s.t - p.born < 30 * 86400 THEN 'newcomer'
                   ELSE 'regular' END AS starter
       FROM inside s CROSS JOIN win LEFT JOIN person p ON p.who = s.who
       WHERE s.counted AND s.start = s.r""",
    # A response: counted, by another person, before the wait ended.
    """CREATE TABLE response AS
       SELECT th.start, i.r, i.t, i.who,
              coalesce(i.role, 'member') AS role,
              CASE WHEN p.who IS NULL THEN NULL WHEN i.t - p.born < 30 * 86400 THEN 'newcomer'
                   ELSE 'regular' END AS age
       FROM thread th JOIN inside i ON i.start = th.start AND i.r <> th.start
       LEFT JOIN person p ON p.who = i.who
       WHERE i.counted AND i.who IS DISTINCT FROM th.who AND i.t <= th.wait_end""",
    """CREATE TABLE question AS
       SELECT * FROM thread WHERE type = 'question'
          OR NOT EXISTS (SELECT 1 FROM inside WHERE type = 'question')""",
    """CREATE TABLE first_response AS
       SELECT DISTINCT ON (start) start, t, who, role, age FROM response ORDER BY start, r""",
    """CREATE TABLE channel_seen AS SELECT id AS channel FROM raw_channels""",
]


def counts(metric, source, segments="SELECT 'all' AS segment", kinds=ALL_KINDS):
    """Rows of `source` (day, segment) counted by period, with zeros."""
    names = ", ".join(f"'{kind}'" for kind in kinds)
    return f"""
      WITH source AS ({source}), segments AS ({segments}),
      hits AS (SELECT period, segment, count(*) AS n FROM source JOIN calendar USING (day)
               WHERE kind IN ({names}) GROUP BY ALL)
      SELECT '{metric}', period, segment, coalesce(n, 0), NULL, NULL, NULL
      FROM period CROSS JOIN segments LEFT JOIN hits USING (period, segment)
      WHERE kind IN ({names})"""


CHANNELS = "SELECT 'channel=' || channel AS segment FROM channel_seen"


def activity():
    parts = {"items": "counted", "threads": "counted AND start = r",
             "replies": "counted AND start <> r"}
    for part, where in parts.items():
        yield counts(f"activity.{part}", f"SELECT day, 'all' AS segment FROM inside WHERE {where}")
        yield counts(
            f"activity.{part}",
            f"SELECT day, 'channel=' || channel AS segment FROM inside WHERE {where}",
            CHANNELS, ["quarter", "year", "all"])


CONTRIBUTORS = """
  SELECT 'contributors', p.period, 'all',
         count(DISTINCT who) FILTER (counted), NULL, NULL, NULL
  FROM period p LEFT JOIN calendar c ON p.period = c.period LEFT JOIN inside USING (day)
  GROUP BY p.period"""

# Waits of threads by cell, and the Kaplan–Meier curve over them.
WAITS = """
  CREATE TEMP TABLE waits AS
  WITH answer AS (
    SELECT start, 'all' AS segment, min(t) AS t FROM response GROUP BY ALL
    UNION ALL SELECT start, 'responder=' || role, min(t) FROM response GROUP BY ALL),
  cut AS (
    SELECT start, 'all' AS segment, 'all' AS answered FROM thread
    UNION ALL SELECT start, 'starter=' || starter, 'all' FROM thread WHERE starter IS NOT NULL
    UNION ALL SELECT start, 'responder=' || answerer, 'responder=' || answerer
      FROM thread, (SELECT unnest(['member', 'moderator', 'staff']) AS answerer))
  SELECT period, cut.segment, coalesce(answer.t, wait_end) - thread.t AS s,
         (answer.t IS NOT NULL)::INT AS ended
  FROM cut JOIN thread USING (start) JOIN calendar USING (day)
  LEFT JOIN answer ON answer.start = cut.start AND answer.segment = cut.answered"""

def curve(name, waits):
    return f"""
  CREATE TEMP TABLE {name} AS
  WITH step AS (SELECT period, segment, s, sum(ended) AS d, count(*) AS c FROM {waits} GROUP BY ALL),
  risk AS (SELECT *, sum(c) OVER w AS left_after FROM step
           WINDOW w AS (PARTITION BY period, segment ORDER BY s DESC)),
  curve AS (SELECT period, segment, s, d,
              product((left_after - d) / left_after) OVER w AS surv,
              sum(d / (left_after * nullif(left_after - d, 0))) OVER w AS v
            FROM risk WINDOW w AS (PARTITION BY period, segment ORDER BY s))
  SELECT *, CASE WHEN surv > 1e-13 AND surv < 1 THEN
                pow(surv, exp(1.959963984540054 * sqrt(v) / -ln(surv))) END AS low,
            CASE WHEN surv > 1e-13 AND surv < 1 THEN
                pow(surv, exp(-1.959963984540054 * sqrt(v) / -ln(surv))) END AS high
  FROM curve WHERE d > 0"""

SEGMENTS = """(SELECT unnest(['all', 'starter=newcomer', 'starter=regular', 'responder=member',
               'responder=moderator', 'responder=staff']) AS segment)"""


def quantiles(metric, waits, curve, segments, still):
    for part, q in [("median", 0.5), ("p10", 0.1), ("p25", 0.25), ("p75", 0.75), ("p90", 0.9)]:
        level = 1 - q + 1e-12
        yield f"""
          WITH n AS (SELECT period, segment, count(*) AS n FROM {waits} GROUP BY ALL),
          q AS (SELECT period, segment, min(s) FILTER (surv <= {level}) AS value,
                       min(s) FILTER (low <= {level}) AS low, min(s) FILTER (high <= {level}) AS high
                FROM {curve} GROUP BY ALL)
          SELECT '{metric}.{part}', period, segment, value, CASE WHEN value IS NOT NULL THEN n END,
                 CASE WHEN value IS NOT NULL THEN low END,
                 CASE WHEN value IS NOT NULL THEN high END
          FROM period CROSS JOIN {segments} LEFT JOIN n USING (period, segment)
          LEFT JOIN q USING (period, segment)"""
    yield f"""
      WITH n AS (SELECT period, segment, count(*) AS n, sum(1 - ended) AS u FROM {waits} GROUP BY ALL)
      SELECT '{metric}.{still}', period, segment, coalesce(u, 0), coalesce(n, 0), NULL, NULL
      FROM period CROSS JOIN {segments} LEFT JOIN n USING (period, segment)"""


UNANSWERED = """
  WITH open AS (SELECT q.*, b - q.t AS age, f.start IS NULL AS waiting
    FROM question q CROSS JOIN win LEFT JOIN first_response f USING (start)
    WHERE coalesce(deleted > b, true) AND coalesce(closed > b, true)),
  bands AS (SELECT * FROM (VALUES ('all', 0, 1e12), ('age=0-1d', 0, 86400),
    ('age=1-7d', 86400, 604800), ('age=7-30d', 604800, 2592000), ('age=30-90d', 2592000, 7776000),
    ('age=90d-', 7776000, 1e12)) AS v(segment, a, b))
  SELECT 'unanswered', 'all', segment,
         count(*) FILTER (waiting AND age >= bands.a AND age < bands.b), count(age), NULL, NULL
  FROM bands LEFT JOIN open ON true GROUP BY segment"""

def share(metric, source, segments="SELECT 'all' AS segment", kinds=ALL_KINDS, each=False):
    """Shares by period of `source` (day, segment, hit); with `each`, n counts all segments together."""
    names = ", ".join(f"'{kind}'" for kind in kinds)
    among = "" if each else "AND s.segment = segments.segment"
    return f"""
      WITH source AS ({source}), segments AS ({segments}),
      dated AS (SELECT source.*, period FROM source JOIN calendar USING (day) WHERE kind IN ({names}))
      SELECT '{metric}', period.period, segments.segment,
             count(*) FILTER (hit AND s.segment = segments.segment), count(s.day), 'wilson', NULL
      FROM period CROSS JOIN segments
      LEFT JOIN dated s ON s.period = period.period {among}
      WHERE kind IN ({names}) GROUP BY ALL"""


BOTS = share("bot_activity", """
  SELECT day, 'all' AS segment, coalesce(member_kind, '') = 'bot' AS hit FROM inside
  WHERE counted OR (member_kind = 'bot' AND type NOT IN ('boost', 'system'))""")

STARTERS = "SELECT unnest(['all', 'starter=newcomer', 'starter=regular']) AS segment"


def answered_within():
    for part, limit in [("1h", 3600), ("24h", 86400), ("7d", 604800)]:
        yield share(f"answered_within.{part}", f"""
          WITH asked AS (
            SELECT q.day, q.starter, coalesce(f.t - q.t <= {limit}, false) AS hit
            FROM question q LEFT JOIN first_response f USING (start)
            WHERE q.wait_end - q.t >= {limit})
          SELECT day, 'all' AS segment, hit FROM asked
          UNION ALL SELECT day, 'starter=' || starter, hit FROM asked WHERE starter IS NOT NULL""",
                    STARTERS)


TIMES = """
  WITH slots AS (SELECT h, w, 'hours=' || printf('%02d-%02d', h * 2, h * 2 + 2) || ';weekday=' || w
                 AS segment FROM range(12) a(h), range(1, 8) b(w)),
  hits AS (SELECT period, hour(to_timestamp(t) AT TIME ZONE 'UTC') // 2 AS h, isodow(day) AS w,
                  count(*) AS n
           FROM inside JOIN calendar USING (day) WHERE counted GROUP BY ALL)
  SELECT 'activity_times', period, segment, coalesce(n, 0), NULL, NULL, NULL
  FROM period CROSS JOIN slots LEFT JOIN hits USING (period, h, w)
  WHERE kind IN ('quarter', 'year', 'all')"""

CLASSES = ["moderator", "newcomer", "regular", "staff"]
CLASS = "CASE WHEN {0}role IN ('staff', 'moderator') THEN {0}role ELSE {0}{1} END"

RESPONSE_SOURCES = share("response_sources", f"""
  SELECT th.day, 'responder=' || {CLASS.format('f.', 'age')} AS segment, true AS hit
  FROM first_response f JOIN thread th USING (start) WHERE f.who IS NOT NULL""",
                         f"SELECT 'responder=' || unnest({CLASSES}) AS segment", each=True)

MATRIX = counts("response_matrix", f"""
  SELECT i.day, 'responder=' || CASE WHEN i.role IN ('staff', 'moderator') THEN i.role
                WHEN i.t - p.born < 30 * 86400 THEN 'newcomer' ELSE 'regular' END
         || ';starter=' || {CLASS.format('th.', 'starter')} AS segment
  FROM thread th JOIN inside i ON i.start = th.start AND i.r <> th.start
  JOIN person p ON p.who = i.who
  WHERE i.counted AND th.who IS NOT NULL AND i.who <> th.who""",
                f"""SELECT 'responder=' || a || ';starter=' || b AS segment
                    FROM (SELECT unnest({CLASSES}) AS a), (SELECT unnest({CLASSES}) AS b)""",
                ["month", "quarter", "year", "all"])

DEPTH = """
  WITH depth AS (
    SELECT th.start, th.day, count(*) AS items, count(DISTINCT i.who) AS people
    FROM thread th JOIN inside i ON i.start = th.start AND i.counted GROUP BY ALL),
  sums AS (SELECT period, count(*) AS n, sum(items) AS items, sum(people) AS people,
                  count(*) FILTER (people >= 3) AS deep
           FROM depth JOIN calendar USING (day) GROUP BY ALL)
  SELECT 'participation_depth.' || part, period,  'all',
         CASE part WHEN 'items' THEN items / n WHEN 'people' THEN people / n
                   ELSE coalesce(deep, 0) END,
         coalesce(n, 0), CASE part WHEN 'three_or_more' THEN 'wilson' END, NULL
  FROM period LEFT JOIN sums USING (period),
       (SELECT unnest(['items', 'people', 'three_or_more']) AS part)
  WHERE kind <> 'week'"""

ANSWER_WAITS = """
  CREATE TEMP TABLE answer_waits AS
  SELECT period, coalesce(a.t, wait_end) - q.t AS s, (a.t IS NOT NULL)::INT AS ended, 'all' AS segment
  FROM question q JOIN calendar USING (day)
  LEFT JOIN inside a ON a.id = q.accepted AND a.t <= q.wait_end"""

SPOKEN_TO = share("spoken_to", """
  WITH calls AS (
    SELECT DISTINCT i.r, i.start FROM inside i JOIN thread USING (start), unnest(i.mentions) u(id)
    JOIN raw_members m ON m.id = u.id
    WHERE counted AND coalesce(i.role, '') <> 'staff' AND m.role = 'staff')
  SELECT s.day, 'all' AS segment,
         coalesce(th.type = 'question' AND coalesce(th.role, '') <> 'staff', false)
         OR EXISTS (SELECT 1 FROM calls c WHERE c.start = s.start AND c.r < s.r)
         OR coalesce(NOT (p.member_kind = 'person' AND p.role = 'staff'
                          AND p.type <> 'system'), p.id IS NOT NULL)
            AND coalesce(g.member_kind = 'person' AND g.role = 'staff' AND g.type <> 'system', false)
         AS hit
  FROM inside s LEFT JOIN thread th USING (start)
  LEFT JOIN item p ON p.id = s.inReplyTo LEFT JOIN item g ON g.id = p.inReplyTo
  WHERE s.counted AND s.role = 'staff'""")

# Periods in the order of time, numbered, with the first and last day inside the window.
PERIOD_NUMBER = """
  CREATE TEMP TABLE numbered AS
  SELECT kind, period, min(day) AS first, max(day) AS last,
         row_number() OVER (PARTITION BY kind ORDER BY min(day)) - 1 AS i
  FROM calendar GROUP BY kind, period"""

# Who wrote in which period, and how many items.
PRESENCE = """
  CREATE TEMP TABLE presence AS
  SELECT kind, period, n.i, who, count(*) AS items
  FROM inside JOIN calendar USING (day) JOIN numbered n USING (kind, period)
  WHERE counted AND who IS NOT NULL GROUP BY ALL"""

RETURNING = """
  WITH gaps AS (SELECT kind, period, i - lag(i) OVER (PARTITION BY kind, who ORDER BY i) AS gap
                FROM presence)
  SELECT 'returning_contributors', p.period, 'all', count(*) FILTER (gap > 1), NULL, NULL, NULL
  FROM period p LEFT JOIN gaps USING (kind, period) WHERE p.kind <> 'all' GROUP BY p.period"""

INACTIVE = counts("inactive_contributors", """
  SELECT last_day AS day, 'all' AS segment FROM person, win WHERE b - last > 90 * 86400""")

ABSENCE = """
  WITH ranked AS (
    SELECT period, items, sum(items) OVER (PARTITION BY kind, period) AS total,
           sum(items) OVER (PARTITION BY kind, period ORDER BY items DESC, who) AS upto,
           row_number() OVER (PARTITION BY kind, period ORDER BY items, who) AS rank
    FROM presence WHERE kind <> 'week'),
  facts AS (SELECT period, count(*) AS n, count(*) FILTER ((upto - items) * 2 < total) AS factor,
                   2 * sum(rank * items) / (count(*) * sum(items)) - (count(*) + 1) / count(*) AS gini
            FROM ranked GROUP BY period)
  SELECT 'contributor_absence_factor' || part, period, 'all',
         CASE WHEN part = '' THEN factor ELSE gini END, n, NULL, NULL
  FROM period LEFT JOIN facts USING (period), (SELECT unnest(['', '.gini']) AS part)
  WHERE kind <> 'week'"""

RETENTION = """
  WITH months AS (SELECT *, last_day(last) AS ends FROM numbered WHERE kind = 'month'),
  done AS (SELECT i FROM months, win WHERE epoch(ends + INTERVAL 1 DAY) <= b + 1),
  cohort AS (SELECT who, min(i) AS c FROM presence WHERE kind = 'month' GROUP BY who),
  lags AS (SELECT m.i AS c, l, m.last AS day FROM months m, range(1, 13) t(l)
           WHERE m.i + l IN (SELECT i FROM done)),
  sizes AS (SELECT c, l, day, count(who) AS n FROM lags LEFT JOIN cohort USING (c) GROUP BY ALL),
  back AS (SELECT c, p.i - c AS l, count(*) AS x
           FROM cohort JOIN presence p USING (who) WHERE kind = 'month' GROUP BY ALL)
  SELECT 'retention', period, printf('months_later=%02d', l), sum(coalesce(x, 0)), sum(n), 'wilson',
         NULL
  FROM sizes LEFT JOIN back USING (c, l) JOIN calendar USING (day)
  WHERE kind <> 'week' GROUP BY period, l"""

OCCASIONAL = """
  WITH months AS (SELECT * FROM numbered WHERE kind = 'month'),
  before AS (SELECT m.i, p.who, sum(p.items) AS items
    FROM months m JOIN presence p ON p.kind = 'month' AND p.i BETWEEN m.i - 12 AND m.i - 1
    WHERE m.i >= 12 GROUP BY ALL),
  starts AS (SELECT n.period, m.i FROM numbered n JOIN months m
             ON m.first = (SELECT min(c.first) FROM months c WHERE c.last >= n.first)
             WHERE n.kind IN ('month', 'quarter', 'year') AND m.i >= 12)
  SELECT 'occasional_contributors', period, 'all', count(*) FILTER (items < 5), count(who), 'wilson',
         NULL
  FROM starts LEFT JOIN before USING (i) GROUP BY period"""

# Responses by people in threads of people.
HELP = """
  CREATE TEMP TABLE help AS
  SELECT i.day, i.who AS helper, th.who AS helped
  FROM thread th JOIN inside i ON i.start = th.start AND i.r <> th.start
  WHERE i.counted AND th.who IS NOT NULL AND i.who IS NOT NULL AND i.who <> th.who"""

HELPERS = """
  WITH reach AS (SELECT period, helper, count(DISTINCT helped) AS n
                 FROM help JOIN calendar USING (day) GROUP BY ALL),
  facts AS (SELECT period, count(*) AS n, quantile_cont(n::DOUBLE, 0.5) AS m,
                   quantile_cont(n::DOUBLE, 0.9) AS p FROM reach GROUP BY ALL)
  SELECT 'helpers.' || part, period, 'all',
         CASE part WHEN 'people' THEN coalesce(n, 0) WHEN 'median' THEN m ELSE p END,
         CASE WHEN part <> 'people' THEN n END, NULL, NULL
  FROM period LEFT JOIN facts USING (period), (SELECT unnest(['people', 'median', 'p90']) AS part)
  WHERE kind <> 'week'"""

CONVERSION = """
  WITH second AS (
    SELECT who, nth_value(t, 2) OVER (PARTITION BY who ORDER BY r
             ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS t2, r
    FROM inside WHERE counted AND who IS NOT NULL),
  firsts AS (SELECT who, min(t2) AS t2 FROM second GROUP BY who),
  helped AS (SELECT helper AS who, count(DISTINCT helped) AS n FROM help GROUP BY ALL),
  facts AS (
    SELECT p.born_day AS day, coalesce(t2 - born <= 30 * 86400, false) AS a, items >= 10 AS b,
           coalesce(h.n >= 3, false) AS c
    FROM person p JOIN firsts USING (who) LEFT JOIN helped h USING (who), win
    WHERE epoch(born_day + INTERVAL 31 DAY) <= win.b + 1)
  SELECT 'conversion.' || part, p.period, 'all',
         count(*) FILTER (a AND (part = 'second_item' OR b) AND (part <> 'helper' OR c)),
         count(f.day), 'wilson', NULL
  FROM period p CROSS JOIN (SELECT unnest(['second_item', 'ten_items', 'helper']) AS part)
  LEFT JOIN (SELECT * FROM facts JOIN calendar USING (day)) f ON f.period = p.period
  WHERE p.kind <> 'week' GROUP BY p.period, part"""

WEEKS = """
  CREATE TEMP TABLE weeks AS
  WITH n AS (SELECT period, count(*) FILTER (counted) AS n
             FROM calendar LEFT JOIN inside USING (day) WHERE kind = 'week' GROUP BY ALL),
  before AS (SELECT i, first, period, n, avg(n) OVER w AS m, stddev_samp(n) OVER w AS s
    FROM numbered JOIN n USING (period) WHERE kind = 'week'
    WINDOW w AS (ORDER BY i ROWS BETWEEN 26 PRECEDING AND 1 PRECEDING))
  SELECT *, abs(n - m) > 2 * s AS burst FROM before WHERE i >= 26"""

BURSTS = ["""
  SELECT 'burstiness.' || part, period, 'all',
         CASE part WHEN 'bursts' THEN burst::INT WHEN 'usual_high' THEN m + 2 * s
              WHEN 'usual_low' THEN greatest(0, m - 2 * s) WHEN 'score' THEN (n - m) / nullif(s, 0) END,
         NULL, NULL, NULL
  FROM weeks, (SELECT unnest(['bursts', 'score', 'usual_high', 'usual_low']) AS part)""", """
  SELECT 'burstiness.bursts', p.period, 'all', count(*) FILTER (burst), NULL, NULL, NULL
  FROM calendar p LEFT JOIN weeks w ON w.first = p.day
  WHERE p.kind IN ('quarter', 'year', 'all') AND EXISTS (SELECT 1 FROM weeks)
  GROUP BY p.period"""]

PARITY = """
  SELECT p.period, list(f.t - th.t ORDER BY f.t - th.t) FILTER (f.role = 'member') AS members,
         list(f.t - th.t ORDER BY f.t - th.t) FILTER (f.role = 'staff') AS staff
  FROM period p LEFT JOIN calendar c USING (kind, period)
  LEFT JOIN thread th ON th.day = c.day AND th.role = 'member'
  LEFT JOIN first_response f ON f.start = th.start AND f.who IS NOT NULL
  WHERE p.kind <> 'week' GROUP BY p.period"""

METRICS = [
    *activity(),
    BOTS,
    *answered_within(),
    TIMES,
    RESPONSE_SOURCES,
    MATRIX,
    SPOKEN_TO,
    DEPTH,
    CONTRIBUTORS,
    counts("new_contributors", "SELECT born_day AS day, 'all' AS segment FROM person"),
    RETURNING, INACTIVE, ABSENCE, RETENTION, OCCASIONAL, HELPERS, CONVERSION, *BURSTS,
    *quantiles("time_to_first_response", "waits", "curve", SEGMENTS, "unanswered"),
    *quantiles("time_to_answer", "answer_waits", "answer_curve",
               "(SELECT 'all' AS segment)", "open"),
    UNANSWERED,
]
PREPARATION += [WAITS, curve("curve", "waits"), ANSWER_WAITS, curve("answer_curve", "answer_waits"),
                PERIOD_NUMBER, PRESENCE, HELP, WEEKS]
