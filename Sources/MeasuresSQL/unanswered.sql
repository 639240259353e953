-- Questions without a response at the window's end, by how long they have waited; n counts those that
-- are neither deleted nor closed.
WITH open AS (
  SELECT p.b - q.t AS age, f.thread IS NULL AS is_waiting
  FROM question q CROSS JOIN params p LEFT JOIN first_response f ON f.thread = q.id
  WHERE coalesce(q.deleted > p.b, true) AND coalesce(q.closed > p.b, true)),
band(segment, youngest, oldest) AS (
  VALUES ('all', 0, 1000000000000), ('age=0-1d', 0, 86400), ('age=1-7d', 86400, 604800),
         ('age=7-30d', 604800, 2592000), ('age=30-90d', 2592000, 7776000),
         ('age=90d-', 7776000, 1000000000000))
SELECT 'unanswered' AS metric, 'all' AS period, b.segment,
       count(*) FILTER (WHERE o.is_waiting AND o.age >= b.youngest AND o.age < b.oldest) AS value,
       count(o.age) AS n
FROM band b LEFT JOIN open o ON true GROUP BY b.segment
