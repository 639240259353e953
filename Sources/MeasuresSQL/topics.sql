-- Threads by topic, and the words that have become clearly more usual in the last finished quarter than
-- in the year before it: weighted log-odds with an informative Dirichlet prior (Monroe and others 2008).
-- The table `word` tells which words each readable item has that was written since.
CREATE TABLE compared_quarter AS
SELECT q.period, q.starts, q.ends, min(c.day) AS year_before
FROM (SELECT * FROM (SELECT p.*, row_number() OVER (ORDER BY p.starts DESC) AS number
                     FROM period p CROSS JOIN params w
                     WHERE p.kind = 'quarter' AND p.ends * 86400 - w.zone <= w.b + 1) r
      WHERE number = 1) q
JOIN wide_calendar c ON c.kind = 'quarter' AND right(c.period, 2) = right(q.period, 2)
                    AND CAST(left(c.period, 4) AS INT) = CAST(left(q.period, 4) AS INT) - 1
CROSS JOIN span s
GROUP BY q.period, q.starts, q.ends, s.first HAVING min(c.day) >= s.first;

CREATE TABLE word_use AS
SELECT w.word, i.id, i.who, i.thread, i.day >= q.starts AS is_now
FROM readable i CROSS JOIN compared_quarter q JOIN word w ON w.item = i.id
WHERE i.day >= q.year_before AND i.day < q.ends;

CREATE TABLE rising_word AS
WITH usage AS (
  SELECT word, count(*) FILTER (WHERE is_now) AS a, count(*) FILTER (WHERE NOT is_now) AS b,
         count(DISTINCT CASE WHEN is_now THEN who END) AS people,
         count(DISTINCT CASE WHEN is_now THEN thread END) AS threads
  FROM word_use GROUP BY word),
total AS (SELECT CAST(sum(a) AS DOUBLE) AS n, CAST(sum(b) AS DOUBLE) AS m FROM usage),
prior AS (
  SELECT u.*, t.n, t.m, a + 1000 * (a + b) / (n + m) AS x, b + 1000 * (a + b) / (n + m) AS y
  FROM usage u CROSS JOIN total t WHERE a >= 3),
odds AS (
  SELECT *, ln(x / (n + 1000 - x)) - ln(y / (m + 1000 - y)) AS delta, sqrt(1 / x + 1 / y) AS deviation
  FROM prior),
clear AS (
  SELECT o.*, delta / deviation AS score,
         'term=' || replace(replace(replace(o.word, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment
  FROM odds o CROSS JOIN params p LEFT JOIN stop_word s ON s.word = o.word
  WHERE delta - 1.959963984540054 * deviation >= ln(1.25) AND s.word IS NULL
    AND people >= p.k AND threads >= 3)
SELECT segment, score, threads
FROM (SELECT *, row_number() OVER (ORDER BY score DESC, segment) AS number FROM clear) c
WHERE number <= 20;

WITH cell AS (
  SELECT c.period, t.segment, count(*) AS n
  FROM thread th JOIN topic t ON t.item = th.id JOIN calendar c ON c.day = th.day
  GROUP BY c.period, t.segment)
SELECT 'topics.threads' AS metric, p.period, s.segment, coalesce(c.n, 0) AS value,
       CAST(NULL AS BIGINT) AS n
FROM period p CROSS JOIN topic_segment s
LEFT JOIN cell c ON c.period = p.period AND c.segment = s.segment
WHERE p.kind IN ('quarter', 'year', 'all')
UNION ALL
SELECT 'topics.threads', 'all', 'all', NULL, NULL FROM (SELECT count(*) AS n FROM topic_segment) s WHERE n = 0
UNION ALL
SELECT 'topics.rising', q.period, r.segment, r.score, r.threads
FROM rising_word r CROSS JOIN compared_quarter q
UNION ALL
SELECT 'topics.rising', 'all', 'all', NULL, NULL FROM (SELECT count(*) AS n FROM rising_word) r WHERE n = 0
