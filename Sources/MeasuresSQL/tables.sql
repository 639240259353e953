-- What the metrics read: items with their threads, days with their periods, people, responses.
-- The source tables are described in README.md.

-- Every item with its author, its place in its thread, and its day in the site's time zone. Clocks differ:
-- an answer may be dated before the item that opened its thread, and comes after it all the same.
-- `thread` is the item that opened a thread in the window, for all items of the thread in the window.
CREATE TABLE item AS
WITH known AS (
  SELECT s.id, s.type, s.author AS who, m.kind AS member_kind, m.role, s.t, s.deleted, s.closed,
         s.root, s.parent, s.channel, s.accepted,
         CAST(floor((s.t + p.zone) / 86400) AS BIGINT) AS day,
         s.t BETWEEN p.a AND p.b AS is_inside,
         s.type NOT IN ('system', 'boost') AND coalesce(m.kind, 'person') = 'person' AS counted,
         row_number() OVER (PARTITION BY s.root
                            ORDER BY CASE WHEN s.id = s.root THEN 0 ELSE 1 END, s.t, s.id) AS place
  FROM source_item s CROSS JOIN params p LEFT JOIN source_member m ON m.id = s.author),
opened AS (
  SELECT *, max(CASE WHEN id = root AND is_inside AND counted THEN root END)
            OVER (PARTITION BY root) AS opening
  FROM known)
SELECT *, CASE WHEN is_inside THEN opening END AS thread FROM opened;

CREATE TABLE inside AS SELECT * FROM item WHERE is_inside;

-- Items whose text counts.
CREATE TABLE readable AS SELECT * FROM inside WHERE counted AND deleted IS NULL;

CREATE TABLE span AS
SELECT CAST(floor((p.a + p.zone) / 86400) AS BIGINT) AS first,
       greatest(CAST(floor((greatest(p.a, p.b - 1) + p.zone) / 86400) AS BIGINT),
                coalesce(i.last, -1000000)) AS last
FROM params p CROSS JOIN (SELECT max(day) AS last FROM inside) i;

-- The days of the window and a year around them, each in its week, month, quarter and year.
CREATE TABLE wide_calendar AS
WITH digit(d) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)),
day AS (
  SELECT s.first - 366 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS day, s.last
  FROM span s CROSS JOIN digit a CROSS JOIN digit b CROSS JOIN digit c CROSS JOIN digit e
       CROSS JOIN digit f),
dated AS (
  SELECT day, date_from_unix_date(CAST(day AS INT)) AS date,
         date_from_unix_date(CAST(day - (day % 7 + 10) % 7 + 3 AS INT)) AS thursday
  FROM day WHERE day <= last + 366)
SELECT day, 'week' AS kind,
       CAST(year(thursday) AS STRING) || '-W'
         || lpad(CAST(CAST(floor((dayofyear(thursday) - 1) / 7) AS INT) + 1 AS STRING), 2, '0') AS period
FROM dated
UNION ALL
SELECT day, 'month', CAST(year(date) AS STRING) || '-' || lpad(CAST(month(date) AS STRING), 2, '0')
FROM dated
UNION ALL
SELECT day, 'quarter', CAST(year(date) AS STRING) || '-Q' || CAST(quarter(date) AS STRING) FROM dated
UNION ALL SELECT day, 'year', CAST(year(date) AS STRING) FROM dated
UNION ALL SELECT day, 'all', 'all' FROM dated;

CREATE TABLE calendar AS
SELECT c.day, c.kind, c.period FROM wide_calendar c CROSS JOIN span s
WHERE c.day BETWEEN s.first AND s.last;

-- The periods of the window, numbered, with their first and last day in it, and the day each starts
-- and the day after its end whether or not these lie in it.
CREATE TABLE period AS
WITH whole AS (SELECT kind, period, min(day) AS starts, max(day) + 1 AS ends
               FROM wide_calendar GROUP BY kind, period),
seen AS (SELECT kind, period, min(day) AS first, max(day) AS last FROM calendar GROUP BY kind, period)
SELECT kind, period, first, last, starts, ends,
       row_number() OVER (PARTITION BY kind ORDER BY first) - 1 AS i
FROM seen JOIN whole USING (kind, period);

CREATE TABLE person AS
SELECT who, min(t) AS born, min(day) AS born_day, max(t) AS last, max(day) AS last_day,
       count(*) AS items
FROM inside WHERE counted AND who IS NOT NULL GROUP BY who;

-- Threads opened in the window. A response is waited for up to `wait_end`.
CREATE TABLE thread AS
SELECT s.id, s.t, s.day, s.who, s.type, s.role, s.deleted, s.closed, s.accepted,
       CASE WHEN s.deleted IS NULL THEN p.b ELSE least(p.b, greatest(s.deleted, s.t)) END AS wait_end,
       CASE WHEN w.who IS NULL THEN NULL WHEN s.t - w.born < 30 * 86400 THEN 'newcomer'
            ELSE 'regular' END AS starter
FROM inside s CROSS JOIN params p LEFT JOIN person w ON w.who = s.who
WHERE s.counted AND s.thread = s.id;

CREATE TABLE question AS
SELECT t.* FROM thread t CROSS JOIN (SELECT count(*) AS n FROM inside WHERE type = 'question') marked
WHERE t.type = 'question' OR marked.n = 0;

-- A response: a counted item in the thread by another person, before the wait ended.
CREATE TABLE response AS
SELECT i.thread, i.id, i.place, i.t, i.who, coalesce(i.role, 'member') AS role,
       CASE WHEN w.who IS NULL THEN NULL WHEN i.t - w.born < 30 * 86400 THEN 'newcomer'
            ELSE 'regular' END AS age
FROM inside i JOIN thread th ON th.id = i.thread LEFT JOIN person w ON w.who = i.who
WHERE i.id <> th.id AND i.counted AND i.who IS DISTINCT FROM th.who AND i.t <= th.wait_end;

CREATE TABLE first_response AS
SELECT thread, t, who, role, age
FROM (SELECT *, row_number() OVER (PARTITION BY thread ORDER BY place) AS number FROM response) r
WHERE number = 1;

-- Who wrote in which period, and how many items.
CREATE TABLE presence AS
WITH daily AS (SELECT day, who, count(*) AS items FROM inside
               WHERE counted AND who IS NOT NULL GROUP BY day, who)
SELECT p.kind, p.period, p.i, d.who, CAST(sum(d.items) AS BIGINT) AS items
FROM daily d JOIN calendar c ON c.day = d.day JOIN period p ON p.period = c.period
GROUP BY p.kind, p.period, p.i, d.who;

-- Who answered whom: items of people in threads of other people.
CREATE TABLE help AS
SELECT DISTINCT i.day, i.who AS helper, th.who AS helped
FROM inside i JOIN thread th ON th.id = i.thread
WHERE i.id <> th.id AND i.counted AND i.who IS NOT NULL AND th.who IS NOT NULL AND i.who <> th.who;

-- Names as segments write them: `%`, `;` and `=` stand for something else there.
CREATE TABLE channel AS
SELECT id, 'channel=' || replace(replace(replace(id, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment
FROM source_channel;

-- Topics: channels, and tags of at least three threads; an item without tags has its thread's.
CREATE TABLE topic_tag AS
SELECT tag, 'tag=' || replace(replace(replace(tag, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment
FROM (SELECT g.tag FROM tag g JOIN thread th ON th.id = g.item GROUP BY g.tag HAVING count(*) >= 3) t;

CREATE TABLE topic_segment AS
SELECT segment FROM channel UNION ALL SELECT segment FROM topic_tag;

CREATE TABLE topic AS
WITH tagged AS (SELECT DISTINCT item FROM tag)
SELECT i.id AS item, c.segment FROM inside i JOIN channel c ON c.id = i.channel
UNION ALL
SELECT i.id, t.segment FROM inside i JOIN tag g ON g.item = i.id JOIN topic_tag t ON t.tag = g.tag
UNION ALL
SELECT i.id, t.segment
FROM inside i LEFT JOIN tagged own ON own.item = i.id JOIN tag g ON g.item = i.root
     JOIN topic_tag t ON t.tag = g.tag
WHERE own.item IS NULL
