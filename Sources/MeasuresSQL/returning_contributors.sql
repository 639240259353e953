-- People who wrote in the period, and last before it in a period that was not the one before.
WITH step AS (SELECT period, i - lag(i) OVER (PARTITION BY kind, who ORDER BY i) AS gap FROM presence),
cell AS (SELECT period, count(*) AS n FROM step WHERE gap > 1 GROUP BY period)
SELECT 'returning_contributors' AS metric, p.period, 'all' AS segment, coalesce(n, 0) AS value
FROM period p LEFT JOIN cell USING (period) WHERE p.kind <> 'all'
