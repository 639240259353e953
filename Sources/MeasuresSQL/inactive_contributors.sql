-- People whose last item is older than 90 days, in the period of that item.
WITH cell AS (
  SELECT period, count(*) AS n
  FROM person CROSS JOIN params JOIN calendar ON day = last_day
  WHERE b - last > 90 * 86400 GROUP BY period)
SELECT 'inactive_contributors' AS metric, p.period, 'all' AS segment, coalesce(n, 0) AS value
FROM period p LEFT JOIN cell USING (period)
