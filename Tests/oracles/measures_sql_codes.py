"""The second computation of what rests on texts: codes, topics, jobs, links, campaigns, the ledger.

Phrases, words, links and bootstrap intervals are twinned in Python, all counting is SQL. Written from
the method pages. Each query gives (metric, period, segment, value, n, low, high) as those of
measures_sql_queries.py do.
"""
import datetime, json, math, re, tempfile
from collections import defaultdict

import codex_twin as twin
from measures_sql_queries import counts, share

LONG = ["month", "quarter", "year", "all"]
CUTS = ["quarter", "year", "all"]
TEXT = {"id": "VARCHAR", "name": "VARCHAR", "content": "VARCHAR", "mediaType": "VARCHAR",
        "language": "VARCHAR", "tag": "VARCHAR[]", "codes": 'STRUCT(code VARCHAR, "by" VARCHAR)[]'}


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def encoded(text):
    return text.replace("%", "%25").replace(";", "%3B").replace("=", "%3D")


def table(db, name, columns, rows):
    """A table from Python rows; columns are (name, type)."""
    described = ", ".join(f"{column} {kind}" for column, kind in columns)
    db.execute(f"CREATE TABLE {name} ({described})")
    if not rows:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        names = [column for column, _ in columns]
        for row in rows:
            file.write(json.dumps(dict(zip(names, row))) + "\n")
        file.flush()
        kinds = ", ".join(f"{column}: '{kind}'" for column, kind in columns)
        db.execute(f"INSERT INTO {name} SELECT * FROM "
                   f"read_json('{file.name}', format='newline_delimited', columns={{{kinds}}})")


# ---- texts -------------------------------------------------------------------------------------

def read_texts(db, manifest, inputs):
    """mark(r, code, human), job(r, job), link(r, domain, page), topic(r, segment)."""
    matcher = twin.Matcher(inputs)
    jobs = twin.Matcher({"codes": inputs["jobs"]})
    own = link_of(re.sub("^https?://", "", manifest["origin"]))
    own = own and own[0]
    marks, job_rows, links = [], [], []
    found = db.execute("""SELECT r, name, content, mediaType, language, codes, deleted, type, who, member_kind
                          FROM item JOIN raw_texts t USING (id) ORDER BY r""").fetchall()
    for r, name, content, media, language, codes, deleted, kind, who, member in found:
        if deleted is not None or kind in ("system", "boost") or (who and member not in (None, "person")):
            continue
        human = {mark["code"] for mark in codes or [] if mark["by"] == "human"}
        if human:
            marks += [(r, code, True) for code in human]
        else:
            given = {mark["code"] for mark in codes or []}
            given |= set(twin.codes_of(matcher, name, content, media, language))
            marks += [(r, code, False) for code in given]
        job_rows += [(r, job) for job in twin.codes_of(jobs, name, content, media, language)]
        for domain, page in {link_of(body) for body in ADDRESS.findall(content or "")} - {None}:
            if domain != own:
                links.append((r, domain, page, media_kind(domain, page, inputs["media"])))
    table(db, "mark", [("r", "BIGINT"), ("code", "VARCHAR"), ("human", "BOOLEAN")], marks)
    table(db, "job", [("r", "BIGINT"), ("job", "VARCHAR")], job_rows)
    table(db, "link", [("r", "BIGINT"), ("domain", "VARCHAR"), ("page", "VARCHAR"),
                       ("kind", "VARCHAR")], links)
    known = [code["id"] for code in inputs["codes"]]
    given = db.execute("SELECT DISTINCT unnest(codes).code FROM raw_texts").fetchall()
    return known + sorted({code for (code,) in given} - set(known))


ADDRESS = re.compile(r"https?://([^\x00-\x20\"<>)\]`{}|\\^'*]*)")


def link_of(body):
    body = body.rstrip(".,;:!?_")
    host = re.split(r"[/?#&:]", body)[0]
    rest = body[len(host):]
    domain = host.split("@")[-1].encode().lower().decode()
    if not re.fullmatch(r"(?:[a-z0-9.-]|[^\x00-\x7f])+", domain):
        return None
    domain = domain[4:] if domain.startswith("www.") else domain
    if "." not in domain or domain[0] == "." or domain[-1] == ".":
        return None
    if rest.startswith(":"):
        rest = re.sub(r"^[^/?#&]*", "", rest)
    return domain, domain + re.split(r"[?#&]", rest)[0].rstrip("/")


def media_kind(domain, page, media):
    fits = [asset for asset in media
            if page == asset["address"] or page.startswith(asset["address"] + "/")
            or ("/" not in asset["address"] and domain.endswith("." + asset["address"]))]
    longest = sorted(fits, key=lambda asset: (-len(asset["address"].encode()), asset["address"]))
    return longest[0]["kind"] if longest else "unclassed"


TOPICS = [
    "CREATE TABLE own_tags AS SELECT r, unnest(tag) AS tag FROM item JOIN raw_texts USING (id)",
    """CREATE TABLE topic_tag AS SELECT tag FROM own_tags t JOIN thread th ON th.start = t.r
       GROUP BY tag HAVING count(*) >= 3""",
    """CREATE TABLE topic AS
       SELECT r, 'channel=' || channel AS segment FROM inside JOIN channel_seen USING (channel)
       UNION ALL
       SELECT i.r, 'tag=' || replace(replace(replace(tag, '%', '%25'), ';', '%3B'), '=', '%3D')
       FROM inside i JOIN own_tags t
         ON t.r = CASE WHEN EXISTS (SELECT 1 FROM own_tags o WHERE o.r = i.r) THEN i.r ELSE i.start END
       JOIN topic_tag USING (tag)""",
    """CREATE TABLE topic_segment AS
       SELECT 'channel=' || channel AS segment FROM channel_seen UNION ALL
       SELECT 'tag=' || replace(replace(replace(tag, '%', '%25'), ';', '%3B'), '=', '%3D') FROM topic_tag""",
    "CREATE TABLE readable AS SELECT * FROM inside WHERE counted AND deleted IS NULL",
]


# ---- queries -----------------------------------------------------------------------------------

def code_queries(codes):
    names = "SELECT unnest([" + ", ".join(quoted(encoded(code)) for code in codes) + "]::VARCHAR[]) AS code"
    yield counts("codes.items", """SELECT day, 'code=' || code AS segment
                                   FROM readable JOIN mark USING (r)""",
                 f"SELECT 'code=' || code AS segment FROM ({names})", LONG)
    yield counts("codes.items", """
        SELECT day, 'by=' || CASE WHEN human THEN 'human' ELSE 'machine' END || ';code=' || code AS segment
        FROM readable JOIN mark USING (r)""",
                 f"SELECT 'by=' || unnest(['human', 'machine']) || ';code=' || code AS segment FROM ({names})",
                 CUTS)
    yield share("codes.threads", f"""
        SELECT th.day, 'code=' || code AS segment, h.start IS NOT NULL AS hit
        FROM thread th CROSS JOIN ({names}) LEFT JOIN
          (SELECT DISTINCT start, code FROM readable JOIN mark USING (r)) h USING (start, code)""",
                f"SELECT 'code=' || code AS segment FROM ({names})", LONG)


JUDGED = """SELECT i.r, i.day,
              EXISTS (SELECT 1 FROM mark m WHERE m.r = i.r AND code = 'praise') AS praises,
              EXISTS (SELECT 1 FROM mark m WHERE m.r = i.r AND code = 'criticism') AS criticises
            FROM readable i"""


def praise_queries():
    parts = {"both": "praises AND criticises", "criticism": "criticises", "praise": "praises"}
    for part, where in parts.items():
        name = f"praise_and_criticism.{part}"
        yield counts(name, f"SELECT day, 'all' AS segment FROM ({JUDGED}) WHERE {where}", kinds=LONG)
        yield counts(name, f"SELECT day, segment FROM ({JUDGED}) JOIN topic USING (r) WHERE {where}",
                     "SELECT segment FROM topic_segment", CUTS)
    for part in ("criticism", "praise"):
        name = f"praise_and_criticism.{part}_share"
        hit = f"{parts[part]} AS hit"
        yield share(name, f"SELECT day, 'all' AS segment, {hit} FROM ({JUDGED})", kinds=LONG)
        yield share(name, f"SELECT day, segment, {hit} FROM ({JUDGED}) JOIN topic USING (r)",
                    "SELECT segment FROM topic_segment", CUTS)


def topic_queries():
    yield counts("topics.threads", "SELECT th.day, segment FROM thread th JOIN topic ON topic.r = th.start",
                 "SELECT segment FROM topic_segment", CUTS)


def job_queries(jobs):
    names = ("SELECT 'job=' || unnest([" + ", ".join(quoted(encoded(job["id"])) for job in jobs)
             + "]::VARCHAR[]) AS segment")
    about = """SELECT DISTINCT th.start, th.day, job FROM thread th JOIN readable i USING (start)
               JOIN job ON job.r = i.r"""
    yield counts("jobs.threads", f"SELECT day, 'job=' || job AS segment FROM ({about})", names, LONG)
    yield counts("jobs.unanswered", f"""
        SELECT day, 'job=' || job AS segment FROM ({about})
        WHERE start NOT IN (SELECT start FROM first_response)""", names, LONG)


GIVE = """
  WITH staff AS (
    SELECT i.*, i.type = 'answer' OR (th.type = 'question' AND th.start <> i.r
                  AND coalesce(th.role, '') <> 'staff') AS answers,
           coalesce(th.start <> i.r AND coalesce(th.role, '') <> 'staff', false) AS responds
    FROM readable i LEFT JOIN thread th USING (start) WHERE i.role = 'staff'),
  deed AS (
    SELECT r, day, code AS deed FROM staff JOIN mark USING (r)
      WHERE code IN ('announcement', 'request', 'survey', 'information', 'thanks')
    UNION ALL SELECT r, day, 'answer' FROM staff WHERE coalesce(answers, false)
    UNION ALL SELECT r, day, 'own_link' FROM staff
      WHERE NOT coalesce(answers, false) AND NOT responds
        AND r IN (SELECT r FROM link WHERE kind = 'owned')),
  asking AS (SELECT DISTINCT r FROM deed WHERE deed IN ('announcement', 'own_link', 'request', 'survey')),
  classed AS (SELECT r, day, CASE WHEN r IN (FROM asking) THEN 'asked'
                    WHEN r IN (SELECT r FROM deed) THEN 'gave' ELSE 'unclassed' END AS class FROM staff)"""


def give_queries():
    for part in ("asked", "gave", "unclassed"):
        yield counts(f"give_and_take.{part}", f"""{GIVE}
            SELECT day, 'all' AS segment FROM classed WHERE class = '{part}'""", kinds=LONG)
    yield share("give_and_take.gave_share", f"""{GIVE}
        SELECT day, 'all' AS segment, class = 'gave' AS hit FROM classed WHERE class <> 'unclassed'""",
                kinds=LONG)
    for part, deeds in (("asked", ["announcement", "own_link", "request", "survey"]),
                        ("gave", ["answer", "information", "thanks"])):
        names = ", ".join(quoted(deed) for deed in deeds)
        yield counts(f"give_and_take.{part}", f"""{GIVE}
            SELECT DISTINCT d.day, 'kind=' || deed AS segment, d.r FROM deed d JOIN classed c USING (r)
            WHERE class = '{part}' AND deed IN ({names})""",
                     f"SELECT 'kind=' || unnest([{names}]) AS segment", LONG)


def link_queries(k):
    shared = "SELECT i.r, i.day, i.who, l.* EXCLUDE (r) FROM readable i JOIN link l USING (r)"
    listed = {}
    for name in ("domain", "page"):
        listed[name] = f"""
          SELECT {name} AS name FROM ({shared}) GROUP BY {name} HAVING count(DISTINCT who) >= {k}
          ORDER BY count(DISTINCT who) DESC, encode({name}) LIMIT 50"""
    kinds = "['earned', 'owned', 'paid', 'participatory', 'sponsored', 'unclassed']"
    escaped = "replace(replace(replace(name, '%', '%25'), ';', '%3B'), '=', '%3D')"
    families = [
        (CUTS, "SELECT 'all' AS segment", f"SELECT r, day, who, 'all' AS segment FROM ({shared})"),
        (CUTS, f"SELECT 'media=' || unnest({kinds}) AS segment",
         f"SELECT r, day, who, 'media=' || kind AS segment FROM ({shared})"),
        (["year", "all"], f"SELECT 'domain=' || {escaped} AS segment FROM ({listed['domain']})",
         f"""SELECT r, day, who, 'domain=' || {escaped} AS segment
             FROM (SELECT *, domain AS name FROM ({shared}))"""),
        (["all"], f"SELECT 'page=' || {escaped} AS segment FROM ({listed['page']})",
         f"""SELECT r, day, who, 'page=' || {escaped} AS segment
             FROM (SELECT *, page AS name FROM ({shared}))"""),
    ]
    for kinds_of_period, segments, source in families:
        names = ", ".join(quoted(kind) for kind in kinds_of_period)
        for part, what in (("items", "DISTINCT r"), ("people", "DISTINCT who")):
            yield f"""
              WITH source AS ({source}), segments AS ({segments}),
              hits AS (SELECT period, segment, count({what}) AS n FROM source JOIN calendar USING (day)
                       WHERE kind IN ({names}) GROUP BY ALL)
              SELECT 'links_shared.{part}', period, segment, coalesce(n, 0), NULL, NULL, NULL
              FROM period CROSS JOIN segments LEFT JOIN hits USING (period, segment)
              WHERE kind IN ({names})"""


# ---- Python twins --------------------------------------------------------------------------------

def nothing(expected, metric, parts):
    for part in parts:
        expected[f"{metric}.{part}", "all", "all"] = (None, None, None, None)


def term_words(text):
    for token in WORDS(re.sub(r"@[^\x00-\x20]*", " ", text)):
        if 3 <= len(token) <= 40 and any(c not in "0123456789" for c in token):
            yield token


def WORDS(text):
    current = ""
    for c in text:
        kind, _ = twin.symbol(c)
        if kind == "nothing":
            continue
        if kind == "word":
            narrow = chr(ord(c) - 0xFEE0) if "\uff10" <= c <= "\uff5a" else c
            current += "".join(x for x in narrow.lower() if not twin.within(ord(x), twin.DROPPED))
            continue
        if current:
            yield current
        current = ""
    if current:
        yield current


def rising(db, expected, manifest, k, stop_words):
    """Monroe, Colaresi and Quinn 2008."""
    end = db.execute("SELECT b FROM win").fetchone()[0]
    first = db.execute("SELECT min(day) FROM days").fetchone()[0]
    quarters = db.execute("""SELECT period, min(day) FROM calendar WHERE kind = 'quarter'
                             GROUP BY period ORDER BY 2""").fetchall()
    chosen = None
    for period, _ in quarters:
        year, number = int(period[:4]), int(period[-1])
        start = datetime.date(year, number * 3 - 2, 1)
        stop = datetime.date(year + number // 4, number * 3 % 12 + 1, 1)
        if (stop - datetime.date(1970, 1, 1)).days * 86400 <= end + 1:
            chosen = period, start, stop
    if not chosen or chosen[1].replace(year=chosen[1].year - 1) < first:
        return nothing(expected, "topics", ["rising"])
    period, start, stop = chosen
    before = start.replace(year=start.year - 1)
    found = db.execute("""SELECT i.day, i.who, th.start, name, content, mediaType
                          FROM readable i JOIN raw_texts USING (id) LEFT JOIN thread th USING (start)
                          WHERE i.day >= ? AND i.day < ?""", [before, stop]).fetchall()
    now, earlier = defaultdict(list), defaultdict(int)
    for day, who, thread, name, content, media in found:
        words = set(term_words(name or "")) | set(term_words(twin.prose(content or "", media)))
        for word in words:
            if day >= start:
                now[word].append((who, thread))
            else:
                earlier[word] += 1
    n, m = sum(map(len, now.values())), sum(earlier.values())
    terms = []
    for word, uses in now.items():
        if len(uses) < 3:
            continue
        prior = 1000 * (len(uses) + earlier[word]) / (n + m)
        a, b = len(uses) + prior, earlier[word] + prior
        delta = math.log(a / (n + 1000 - a)) - math.log(b / (m + 1000 - b))
        deviation = math.sqrt(1 / a + 1 / b)
        z = delta / deviation
        is_clear = delta - 1.959963984540054 * deviation >= math.log(1.25)
        people = {who for who, _ in uses if who}
        threads = {thread for _, thread in uses if thread is not None}
        if is_clear and word not in stop_words and len(people) >= k and len(threads) >= 3:
            terms.append((-z, encoded(word).encode(), z, len(threads)))
    if not terms:
        return nothing(expected, "topics", ["rising"])
    for _, word, z, threads in sorted(terms)[:20]:
        expected["topics.rising", period, f"term={word.decode()}"] = (z, threads, None, None)


def quantile(values, q):
    """Type 7."""
    place = (len(values) - 1) * q
    low = int(place)
    if low + 1 >= len(values):
        return float(values[-1])
    return values[low] + (place - low) * (values[low + 1] - values[low])


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


def campaigns(db, expected, manifest, inputs, codes, k):
    felt = [c for c in inputs["campaigns"] if manifest["community"] in c["communities"]]
    parts = ["after", "before", "change", "change_during", "during"]
    if not felt:
        return nothing(expected, "campaign_effect", parts)
    end = db.execute("SELECT b FROM win").fetchone()[0]
    first, last = db.execute("SELECT min(day), max(day) FROM days").fetchone()
    over = datetime.date(1970, 1, 1) + datetime.timedelta((end + 1) // 86400)
    daily = {"items": "SELECT day, count(*) FROM inside WHERE counted GROUP BY day",
             "new_contributors": "SELECT born_day, count(*) FROM person GROUP BY born_day"}
    for code in codes:
        daily[code] = (f"SELECT day, count(*) FROM readable JOIN mark USING (r) "
                       f"WHERE code = {quoted(code)} GROUP BY day")
    daily = {name: dict(db.execute(query).fetchall()) for name, query in daily.items()}

    def weeks(start, count, days):
        stop = start + datetime.timedelta(7 * count)
        if start < first or stop > over or stop > last + datetime.timedelta(1):
            return None
        return [sum(days.get(start + datetime.timedelta(7 * week + day), 0) for day in range(7))
                for week in range(count)]

    for campaign in felt:
        start = datetime.date.fromisoformat(campaign["from"])
        stop = datetime.date.fromisoformat(campaign["to"] or campaign["from"]) + datetime.timedelta(1)
        length = max(1, (stop - start).days // 7)
        for name, days in daily.items():
            segment = f"campaign={campaign['id']};measure={encoded(name)}"
            stretches = {
                "before": weeks(start - datetime.timedelta(56), 8, days),
                "during": weeks(start, length, days),
                "after": weeks(max(stop, start + datetime.timedelta(7 * length)), 8, days)}
            mean = {}
            for part, numbers in stretches.items():
                mean[part] = numbers and sum(numbers) / len(numbers)
                expected[f"campaign_effect.{part}", "all", segment] = (
                    (mean[part], len(numbers), None, None) if numbers else (None, None, None, None))
            for part, later in (("change", "after"), ("change_during", "during")):
                a, b = stretches["before"], stretches[later]
                key = f"campaign_effect.{part}", "all", segment
                if not a or not b:
                    expected[key] = (None, None, None, None)
                    continue
                low, high = bootstrap(a, b)
                if name == "new_contributors" and any(0 < count < k for count in a + b):
                    low = high = None
                expected[key] = (mean[later] - mean["before"], len(a) + len(b), low, high)


def ledger(db, expected, manifest, inputs):
    end = db.execute("SELECT b FROM win").fetchone()[0]
    from measures_sql import median_interval
    entries = []
    for entry in inputs["criticism"]:
        items = [s["item"] for s in entry["sources"] if s["community"] == manifest["community"]]
        if not items:
            continue
        names = ", ".join(map(quoted, items))
        people = {who for (who,) in db.execute(
            f"SELECT who FROM item WHERE id IN ({names}) AND counted AND who IS NOT NULL").fetchall()}
        day = lambda text: (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days * 86400
        until = day(entry["answered"]) if entry["answered"] else end
        entries.append((entry["id"], entry["status"], max(0, until - day(entry["heard"])), people))
    if not entries:
        return nothing(expected, "criticism_status", ["entries", "people", "waiting"])
    cuts = {"all": entries}
    for status in ("changed", "declined", "explained", "heard"):
        cuts[f"status={status}"] = [entry for entry in entries if entry[1] == status]
    for entry in entries:
        cuts[f"entry={encoded(entry[0])}"] = [entry]
    for segment, members in cuts.items():
        expected["criticism_status.entries", "all", segment] = (len(members), None, None, None)
        people = set().union(*(entry[3] for entry in members))
        expected["criticism_status.people", "all", segment] = (len(people), None, None, None)
        waits = sorted(entry[2] for entry in members)
        expected["criticism_status.waiting", "all", segment] = (
            (quantile(waits, 0.5), len(waits), *median_interval(waits)) if waits
            else (None, None, None, None))


def expect(db, expected, manifest, inputs, k):
    """Adds what the metrics on texts should say."""
    codes = read_texts(db, manifest, inputs)
    for statement in TOPICS:
        db.execute(statement)
    queries = [*code_queries(codes), *praise_queries(), *topic_queries(), *give_queries(),
               *link_queries(k)]
    jobs = [job for job in inputs["jobs"]
            if not job["communities"] or manifest["community"] in job["communities"]]
    if jobs:
        queries += job_queries(jobs)
    else:
        nothing(expected, "jobs", ["threads", "unanswered"])
    for query in queries:
        for metric, period, segment, value, n, low, high in db.execute(query).fetchall():
            key = (metric, period, segment)
            assert key not in expected, key
            expected[key] = (value, n, low, high)
    if not db.execute("SELECT count(*) FROM topic_segment").fetchone()[0]:
        nothing(expected, "topics", ["threads"])
    rising(db, expected, manifest, k, set(inputs["stop_words"]))
    campaigns(db, expected, manifest, inputs, codes, k)
    ledger(db, expected, manifest, inputs)
