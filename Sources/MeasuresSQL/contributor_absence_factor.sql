-- The smallest number of people with at least half of the items, and the Gini coefficient of items.
WITH ranked AS (
  SELECT period, items, sum(items) OVER (PARTITION BY period) AS total,
         sum(items) OVER (PARTITION BY period ORDER BY items DESC, who
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS upto,
         row_number() OVER (PARTITION BY period ORDER BY items, who) AS number
  FROM presence WHERE kind <> 'week'),
fact AS (
  SELECT period, count(*) AS n, count(*) FILTER (WHERE (upto - items) * 2 < total) AS factor,
         2 * CAST(sum(number * items) AS DOUBLE) / (count(*) * sum(items))
           - (count(*) + 1) / CAST(count(*) AS DOUBLE) AS gini
  FROM ranked GROUP BY period)
SELECT v.metric, p.period, 'all' AS segment,
       CASE WHEN v.metric = 'contributor_absence_factor' THEN f.factor ELSE f.gini END AS value, f.n
FROM period p CROSS JOIN (VALUES ('contributor_absence_factor'), ('contributor_absence_factor.gini')) AS v(metric)
LEFT JOIN fact f ON f.period = p.period WHERE p.kind <> 'week'
