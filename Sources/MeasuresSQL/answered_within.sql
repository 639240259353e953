-- Questions with a response within a time, among those that waited at least that long.
WITH within(metric, seconds) AS (
  VALUES ('answered_within.1h', 3600), ('answered_within.24h', 86400), ('answered_within.7d', 604800)),
asked AS (
  SELECT l.metric, q.day, q.starter, coalesce(f.t - q.t <= l.seconds, false) AS hit
  FROM question q CROSS JOIN within l LEFT JOIN first_response f ON f.thread = q.id
  WHERE q.wait_end - q.t >= l.seconds),
cut AS (
  SELECT metric, day, 'all' AS segment, hit FROM asked
  UNION ALL SELECT metric, day, 'starter=' || starter, hit FROM asked WHERE starter IS NOT NULL),
cell AS (
  SELECT metric, period, segment, count(*) AS n, count(*) FILTER (WHERE hit) AS hits
  FROM cut JOIN calendar USING (day) GROUP BY metric, period, segment)
SELECT l.metric, p.period, s.segment, coalesce(c.hits, 0) AS hits, coalesce(c.n, 0) AS n
FROM period p CROSS JOIN within l
CROSS JOIN (VALUES ('all'), ('starter=newcomer'), ('starter=regular')) AS s(segment)
LEFT JOIN cell c ON c.metric = l.metric AND c.period = p.period AND c.segment = s.segment
