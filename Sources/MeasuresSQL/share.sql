-- A share of hits among n with its 95 % Wilson interval. The table `shares` is the result of a metric
-- that tells hits and n.
WITH rate AS (
  SELECT metric, period, segment, hits, n, 1.959963984540054 * 1.959963984540054 / n AS z2,
         hits / CAST(n AS DOUBLE) AS p
  FROM (SELECT metric, period, segment, hits, CASE WHEN n > 0 THEN n END AS n FROM shares) s),
ends AS (
  SELECT *, (p + z2 / 2) / (1 + z2) AS middle,
         sqrt(z2 * (p * (1 - p) + z2 / 4)) / (1 + z2) AS spread
  FROM rate)
SELECT metric, period, segment, p AS value, n,
       CASE WHEN hits = 0 AND n > 0 THEN 0 ELSE middle - spread END AS low,
       CASE WHEN hits = n THEN 1 ELSE middle + spread END AS high
FROM ends
