-- Different people who wrote in each period.
WITH cell AS (SELECT period, count(*) AS n FROM presence GROUP BY period)
SELECT 'contributors' AS metric, p.period, 'all' AS segment, coalesce(n, 0) AS value
FROM period p LEFT JOIN cell USING (period)
