-- Counted items by weekday (1 is Monday) and two hours of the day.
WITH hourly AS (
  SELECT i.day, CAST(floor((i.t + p.zone - i.day * 86400) / 7200) AS INT) AS h, count(*) AS n
  FROM inside i CROSS JOIN params p WHERE i.counted
  GROUP BY i.day, CAST(floor((i.t + p.zone - i.day * 86400) / 7200) AS INT)),
cell AS (
  SELECT period, h, (day % 7 + 10) % 7 + 1 AS w, sum(n) AS n
  FROM hourly JOIN calendar USING (day) WHERE kind IN ('quarter', 'year', 'all')
  GROUP BY period, h, (day % 7 + 10) % 7 + 1),
slot AS (
  SELECT h, w, 'hours=' || lpad(CAST(h * 2 AS STRING), 2, '0') || '-'
               || lpad(CAST(h * 2 + 2 AS STRING), 2, '0') || ';weekday=' || CAST(w AS STRING) AS segment
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)) AS a(h)
       CROSS JOIN (VALUES (1), (2), (3), (4), (5), (6), (7)) AS b(w))
SELECT 'activity_times' AS metric, p.period, s.segment, coalesce(c.n, 0) AS value
FROM period p CROSS JOIN slot s
LEFT JOIN cell c ON c.period = p.period AND c.h = s.h AND c.w = s.w
WHERE p.kind IN ('quarter', 'year', 'all')
