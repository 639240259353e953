-- The median wait for a first response by members, divided by that for one by staff, in threads that
-- members began: with the interval of Price and Bonett 2002 on the logarithmic scale.
-- tail_quantile(n, rank): the z that a standard normal variable exceeds as often as n tosses of a coin
-- give fewer than `rank` heads.
WITH wait AS (
  SELECT c.period, f.role, greatest(0, f.t - th.t) AS seconds
  FROM thread th JOIN first_response f ON f.thread = th.id JOIN calendar c ON c.day = th.day
  WHERE th.role = 'member' AND f.who IS NOT NULL AND f.role IN ('member', 'staff') AND c.kind <> 'week'),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY period, role ORDER BY seconds) AS number,
         count(*) OVER (PARTITION BY period, role) AS n
  FROM wait),
rank AS (
  SELECT *, greatest(1, CAST(floor((n + 1) / 2.0 - sqrt(n) + 0.5) AS BIGINT)) AS rank FROM ranked),
side AS (
  SELECT period, role, n, rank, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
         max(CASE WHEN number = n - rank + 1 THEN seconds END)
           - max(CASE WHEN number = rank THEN seconds END) AS distance
  FROM rank GROUP BY period, role, n, rank),
spread AS (
  SELECT *, power(distance / (2 * tail_quantile(n, rank)), 2) / (median * median) AS variance
  FROM side WHERE n >= 5 AND median > 0),
ratio AS (
  SELECT m.period, m.median / s.median AS value, m.n + s.n AS n,
         exp(1.959963984540054 * sqrt(m.variance + s.variance)) AS spread
  FROM spread m JOIN spread s ON s.period = m.period WHERE m.role = 'member' AND s.role = 'staff')
SELECT 'response_parity' AS metric, p.period, 'all' AS segment, r.value, r.n, r.value / r.spread AS low,
       r.value * r.spread AS high
FROM period p LEFT JOIN ratio r ON r.period = p.period WHERE p.kind <> 'week'
