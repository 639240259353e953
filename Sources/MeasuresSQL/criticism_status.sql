-- The entries of the ledger of criticism by status: how many, how long they waited, of how many people.
CREATE TABLE criticism_cut AS
WITH concerned AS (SELECT DISTINCT c.entry, c.status, c.waiting FROM criticism c)
SELECT entry, waiting, 'all' AS segment FROM concerned
UNION ALL SELECT entry, waiting, 'status=' || status FROM concerned
UNION ALL
SELECT entry, waiting, 'entry=' || replace(replace(replace(entry, '%', '%25'), ';', '%3B'), '=', '%3D')
FROM concerned;

WITH place AS (
  SELECT segment FROM criticism_cut WHERE segment LIKE 'entry=%'
  UNION ALL
  SELECT v.segment FROM (VALUES ('all'), ('status=changed'), ('status=declined'), ('status=explained'),
                                ('status=heard')) AS v(segment)
  CROSS JOIN (SELECT count(*) AS n FROM criticism) c WHERE c.n > 0),
entries AS (
  SELECT segment, count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY waiting) AS median
  FROM criticism_cut GROUP BY segment),
people AS (
  SELECT c.segment, count(DISTINCT i.who) AS n
  FROM criticism_cut c JOIN criticism_source s ON s.entry = c.entry JOIN item i ON i.id = s.item
  WHERE i.counted GROUP BY c.segment),
ranked AS (
  SELECT c.segment, c.waiting, e.n, median_rank(e.n) AS rank,
         row_number() OVER (PARTITION BY c.segment ORDER BY c.waiting) AS number
  FROM criticism_cut c JOIN entries e ON e.segment = c.segment),
ends AS (
  SELECT segment, max(CASE WHEN number = rank THEN waiting END) AS low,
         max(CASE WHEN rank > 0 AND number = n - rank + 1 THEN waiting END) AS high
  FROM ranked GROUP BY segment)
SELECT 'criticism_status.entries' AS metric, 'all' AS period, p.segment, coalesce(e.n, 0) AS value,
       CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS high
FROM place p LEFT JOIN entries e ON e.segment = p.segment
UNION ALL
SELECT 'criticism_status.people', 'all', p.segment, coalesce(w.n, 0), NULL, NULL, NULL
FROM place p LEFT JOIN people w ON w.segment = p.segment
UNION ALL
SELECT 'criticism_status.waiting', 'all', p.segment, e.median, e.n, d.low, d.high
FROM place p LEFT JOIN entries e ON e.segment = p.segment LEFT JOIN ends d ON d.segment = p.segment
UNION ALL
SELECT v.metric, 'all', 'all', NULL, NULL, NULL, NULL
FROM (SELECT count(*) AS n FROM criticism) c
CROSS JOIN (VALUES ('criticism_status.entries'), ('criticism_status.people'), ('criticism_status.waiting')) AS v(metric)
WHERE c.n = 0
