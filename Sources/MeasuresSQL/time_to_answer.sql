-- How long questions wait for an accepted answer: as time_to_first_response counts it.
CREATE TABLE answer_wait AS
WITH wait AS (
  SELECT c.period, 'all' AS segment, greatest(0, coalesce(a.t, q.wait_end) - q.t) AS seconds, a.t
  FROM question q JOIN calendar c ON c.day = q.day
  LEFT JOIN inside a ON a.id = q.accepted AND a.t <= q.wait_end)
SELECT period, segment, seconds, count(*) AS n, count(t) AS ends
FROM wait GROUP BY period, segment, seconds;

CREATE TABLE answer_curve AS
WITH risk AS (
  SELECT period, segment, seconds, ends,
         CAST(sum(n) OVER (PARTITION BY period, segment ORDER BY seconds DESC) AS DOUBLE) AS waiting
  FROM answer_wait),
curve AS (
  SELECT period, segment, seconds,
         CASE WHEN waiting > ends
              THEN exp(sum(ln(CASE WHEN waiting > ends THEN (waiting - ends) / waiting END)) OVER w)
              ELSE 0 END AS still,
         sum(ends / (waiting * nullif(waiting - ends, 0))) OVER w AS variance
  FROM risk WHERE ends > 0 WINDOW w AS (PARTITION BY period, segment ORDER BY seconds))
SELECT period, segment, seconds, still,
       CASE WHEN still > 1e-13 AND still < 1
            THEN power(still, exp(1.959963984540054 * sqrt(variance) / -ln(still))) END AS low,
       CASE WHEN still > 1e-13 AND still < 1
            THEN power(still, exp(-1.959963984540054 * sqrt(variance) / -ln(still))) END AS high
FROM curve;

WITH part(part, level) AS (
  VALUES ('median', 0.5), ('p10', 0.9), ('p25', 0.75), ('p75', 0.25), ('p90', 0.1)),
segment(segment) AS (VALUES ('all')),
wait AS (
  SELECT period, segment, sum(n) AS n, sum(n - ends) AS waiting
  FROM answer_wait GROUP BY period, segment),
quantile AS (
  SELECT c.period, c.segment, part.part,
         min(c.seconds) FILTER (WHERE c.still <= part.level + 1e-12) AS value,
         min(c.seconds) FILTER (WHERE c.low <= part.level + 1e-12) AS low,
         min(c.seconds) FILTER (WHERE c.high <= part.level + 1e-12) AS high
  FROM answer_curve c CROSS JOIN part GROUP BY c.period, c.segment, part.part)
SELECT 'time_to_answer.' || part.part AS metric, p.period, s.segment, q.value,
       CASE WHEN q.value IS NOT NULL THEN w.n END AS n,
       CASE WHEN q.value IS NOT NULL THEN q.low END AS low,
       CASE WHEN q.value IS NOT NULL THEN q.high END AS high
FROM period p CROSS JOIN segment s CROSS JOIN part
LEFT JOIN wait w ON w.period = p.period AND w.segment = s.segment
LEFT JOIN quantile q ON q.period = p.period AND q.segment = s.segment AND q.part = part.part
UNION ALL
SELECT 'time_to_answer.open', p.period, s.segment, coalesce(w.waiting, 0), coalesce(w.n, 0),
       NULL, NULL
FROM period p CROSS JOIN segment s LEFT JOIN wait w ON w.period = p.period AND w.segment = s.segment
