-- People whose first item in the window falls in the period.
WITH cell AS (SELECT period, count(*) AS n FROM person JOIN calendar ON day = born_day GROUP BY period)
SELECT 'new_contributors' AS metric, p.period, 'all' AS segment, coalesce(n, 0) AS value
FROM period p LEFT JOIN cell USING (period)
