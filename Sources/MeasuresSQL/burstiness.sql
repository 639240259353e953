-- Weeks whose items lie outside the mean and two standard deviations of the 26 weeks before, all whole.
CREATE TABLE week_burst AS
WITH daily AS (SELECT day, count(*) AS n FROM inside WHERE counted GROUP BY day),
week AS (
  SELECT p.first, p.period, row_number() OVER (ORDER BY p.i) - 1 AS i, coalesce(sum(d.n), 0) AS n
  FROM period p CROSS JOIN params w JOIN calendar c ON c.period = p.period LEFT JOIN daily d ON d.day = c.day
  WHERE p.kind = 'week' AND p.first = p.starts AND p.ends * 86400 - w.zone <= w.b + 1
  GROUP BY p.i, p.first, p.period),
past AS (
  SELECT *, avg(n) OVER w AS mean, stddev_samp(n) OVER w AS deviation
  FROM week WINDOW w AS (ORDER BY i ROWS BETWEEN 26 PRECEDING AND 1 PRECEDING))
SELECT *, abs(n - mean) > 2 * deviation AS is_burst FROM past WHERE i >= 26;

SELECT v.metric, w.period, 'all' AS segment,
       CASE v.metric WHEN 'burstiness.bursts' THEN CASE WHEN w.is_burst THEN 1 ELSE 0 END
                     WHEN 'burstiness.usual_high' THEN w.mean + 2 * w.deviation
                     WHEN 'burstiness.usual_low' THEN greatest(0, w.mean - 2 * w.deviation)
                     ELSE (w.n - w.mean) / nullif(w.deviation, 0) END AS value
FROM week_burst w CROSS JOIN (VALUES ('burstiness.bursts'), ('burstiness.score'), ('burstiness.usual_high'),
                                     ('burstiness.usual_low')) AS v(metric)
UNION ALL
SELECT 'burstiness.bursts', c.period, 'all', CASE WHEN count(w.i) > 0 THEN count(*) FILTER (WHERE w.is_burst) END
FROM calendar c CROSS JOIN (SELECT count(*) AS n FROM week_burst) known
LEFT JOIN week_burst w ON w.first = c.day
WHERE c.kind IN ('quarter', 'year', 'all') AND known.n > 0 GROUP BY c.period
