-- Items in threads of others, by who wrote them and who began the thread.
WITH class(class) AS (VALUES ('moderator'), ('newcomer'), ('regular'), ('staff')),
answer AS (
  SELECT i.day,
         CASE WHEN i.role IN ('staff', 'moderator') THEN i.role
              WHEN i.t - w.born < 30 * 86400 THEN 'newcomer' ELSE 'regular' END AS responder,
         CASE WHEN th.role IN ('staff', 'moderator') THEN th.role ELSE th.starter END AS starter
  FROM inside i JOIN thread th ON th.id = i.thread JOIN person w ON w.who = i.who
  WHERE i.id <> th.id AND i.counted AND th.who IS NOT NULL AND i.who <> th.who),
cell AS (
  SELECT period, responder, starter, count(*) AS n FROM answer JOIN calendar USING (day)
  WHERE kind <> 'week' GROUP BY period, responder, starter)
SELECT 'response_matrix' AS metric, p.period,
       'responder=' || r.class || ';starter=' || s.class AS segment, coalesce(c.n, 0) AS value
FROM period p CROSS JOIN class r CROSS JOIN class s
LEFT JOIN cell c ON c.period = p.period AND c.responder = r.class AND c.starter = s.class
WHERE p.kind <> 'week'
