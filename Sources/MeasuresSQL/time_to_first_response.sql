-- How long threads wait: the Kaplan-Meier curve, with threads that still wait as censored, and its
-- quantiles with their log-log interval.
CREATE TABLE first_response_wait AS
WITH answer AS (
  SELECT thread, 'all' AS answered, t FROM first_response
  UNION ALL SELECT thread, 'responder=' || role, min(t) FROM response GROUP BY thread, role),
cut AS (
  SELECT id, 'all' AS segment, 'all' AS answered FROM thread
  UNION ALL SELECT id, 'starter=' || starter, 'all' FROM thread WHERE starter IS NOT NULL
  UNION ALL
  SELECT id, segment, segment FROM thread
  CROSS JOIN (VALUES ('responder=member'), ('responder=moderator'), ('responder=staff')) AS v(segment)),
wait AS (
  SELECT c.period, cut.segment, greatest(0, coalesce(a.t, th.wait_end) - th.t) AS seconds, a.t
  FROM cut JOIN thread th ON th.id = cut.id JOIN calendar c ON c.day = th.day
  LEFT JOIN answer a ON a.thread = cut.id AND a.answered = cut.answered)
SELECT period, segment, seconds, count(*) AS n, count(t) AS ends
FROM wait GROUP BY period, segment, seconds;

CREATE TABLE first_response_curve AS
WITH risk AS (
  SELECT period, segment, seconds, ends,
         CAST(sum(n) OVER (PARTITION BY period, segment ORDER BY seconds DESC) AS DOUBLE) AS waiting
  FROM first_response_wait),
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
segment(segment) AS (
  VALUES ('all'), ('starter=newcomer'), ('starter=regular'), ('responder=member'),
         ('responder=moderator'), ('responder=staff')),
wait AS (
  SELECT period, segment, sum(n) AS n, sum(n - ends) AS waiting
  FROM first_response_wait GROUP BY period, segment),
quantile AS (
  SELECT c.period, c.segment, part.part,
         min(c.seconds) FILTER (WHERE c.still <= part.level + 1e-12) AS value,
         min(c.seconds) FILTER (WHERE c.low <= part.level + 1e-12) AS low,
         min(c.seconds) FILTER (WHERE c.high <= part.level + 1e-12) AS high
  FROM first_response_curve c CROSS JOIN part GROUP BY c.period, c.segment, part.part)
SELECT 'time_to_first_response.' || part.part AS metric, p.period, s.segment, q.value,
       CASE WHEN q.value IS NOT NULL THEN w.n END AS n,
       CASE WHEN q.value IS NOT NULL THEN q.low END AS low,
       CASE WHEN q.value IS NOT NULL THEN q.high END AS high
FROM period p CROSS JOIN segment s CROSS JOIN part
LEFT JOIN wait w ON w.period = p.period AND w.segment = s.segment
LEFT JOIN quantile q ON q.period = p.period AND q.segment = s.segment AND q.part = part.part
UNION ALL
SELECT 'time_to_first_response.unanswered', p.period, s.segment, coalesce(w.waiting, 0), coalesce(w.n, 0),
       NULL, NULL
FROM period p CROSS JOIN segment s LEFT JOIN wait w ON w.period = p.period AND w.segment = s.segment
