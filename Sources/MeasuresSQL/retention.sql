-- Of the people whose first month falls in the period, those who wrote so many months later.
-- A month counts when it is over by the window's end.
WITH month AS (SELECT * FROM period WHERE kind = 'month'),
gap AS (
  SELECT m.i AS cohort, later.i - m.i AS months, m.last AS day
  FROM month m JOIN month later ON later.i BETWEEN m.i + 1 AND m.i + 12 CROSS JOIN params p
  WHERE later.ends * 86400 - p.zone <= p.b + 1),
member AS (SELECT who, min(i) AS cohort FROM presence WHERE kind = 'month' GROUP BY who),
size AS (SELECT cohort, count(*) AS n FROM member GROUP BY cohort),
back AS (
  SELECT m.cohort, p.i - m.cohort AS months, count(*) AS hits
  FROM member m JOIN presence p ON p.who = m.who WHERE p.kind = 'month'
  GROUP BY m.cohort, p.i - m.cohort)
SELECT 'retention' AS metric, c.period, 'months_later=' || lpad(CAST(l.months AS STRING), 2, '0') AS segment,
       sum(coalesce(b.hits, 0)) AS hits, sum(coalesce(s.n, 0)) AS n
FROM gap l JOIN calendar c ON c.day = l.day LEFT JOIN size s ON s.cohort = l.cohort
LEFT JOIN back b ON b.cohort = l.cohort AND b.months = l.months
WHERE c.kind <> 'week' GROUP BY c.period, l.months
