-- Items of bots among all items that are neither boosts nor the system's.
WITH cell AS (
  SELECT period, count(*) AS n, count(*) FILTER (WHERE NOT counted) AS hits
  FROM inside JOIN calendar USING (day)
  WHERE counted OR member_kind = 'bot' AND type NOT IN ('boost', 'system')
  GROUP BY period)
SELECT 'bot_activity' AS metric, p.period, 'all' AS segment, coalesce(hits, 0) AS hits,
       coalesce(n, 0) AS n
FROM period p LEFT JOIN cell USING (period)
