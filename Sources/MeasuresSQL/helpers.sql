-- How many different people those reached who answered others: quantiles of type 7.
-- median_rank(n): how far from either end the order statistics lie that hold the median with 95 %.
CREATE TABLE reach AS
SELECT period, helper, count(DISTINCT helped) AS n
FROM help JOIN calendar USING (day) WHERE kind <> 'week' GROUP BY period, helper;

WITH counted AS (
  SELECT period, count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY n) AS p90
  FROM reach GROUP BY period),
fact AS (SELECT *, median_rank(n) AS rank FROM counted),
ranked AS (
  SELECT r.period, r.n, row_number() OVER (PARTITION BY r.period ORDER BY r.n) AS number,
         f.n AS people, f.rank
  FROM reach r JOIN fact f ON f.period = r.period),
ends AS (
  SELECT period, max(CASE WHEN number = rank THEN n END) AS low,
         max(CASE WHEN rank > 0 AND number = people - rank + 1 THEN n END) AS high
  FROM ranked GROUP BY period)
SELECT v.metric, p.period, 'all' AS segment,
       CASE v.metric WHEN 'helpers.people' THEN coalesce(f.n, 0) WHEN 'helpers.median' THEN f.median
                     ELSE f.p90 END AS value,
       CASE WHEN v.metric <> 'helpers.people' THEN f.n END AS n,
       CASE WHEN v.metric = 'helpers.median' THEN e.low END AS low,
       CASE WHEN v.metric = 'helpers.median' THEN e.high END AS high
FROM period p CROSS JOIN (VALUES ('helpers.people'), ('helpers.median'), ('helpers.p90')) AS v(metric)
LEFT JOIN fact f ON f.period = p.period LEFT JOIN ends e ON e.period = p.period WHERE p.kind <> 'week'
