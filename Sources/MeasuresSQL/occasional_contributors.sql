-- Of the people who wrote in the twelve months before the period, those with fewer than five items.
-- All twelve lie whole in the window.
WITH month AS (SELECT * FROM period WHERE kind = 'month'),
known AS (SELECT min(i) AS i FROM month WHERE first = starts),
start AS (
  SELECT p.period, min(m.i) AS i
  FROM period p JOIN month m ON m.last >= p.first CROSS JOIN known k
  WHERE p.kind IN ('month', 'quarter', 'year')
  GROUP BY p.period, k.i HAVING min(m.i) >= k.i + 12),
year AS (
  SELECT s.period, p.who, sum(p.items) AS items
  FROM start s JOIN presence p ON p.i BETWEEN s.i - 12 AND s.i - 1
  WHERE p.kind = 'month' GROUP BY s.period, p.who)
SELECT 'occasional_contributors' AS metric, s.period, 'all' AS segment,
       count(*) FILTER (WHERE items < 5) AS hits, count(who) AS n
FROM start s LEFT JOIN year y ON y.period = s.period GROUP BY s.period
