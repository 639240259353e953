-- Items of staff that ask (requests, surveys, announcements, links to what is owned) and that give
-- (answers, information, thanks). An item that does both asks.
CREATE TABLE staff_deed AS
WITH staff AS (
  SELECT i.id, i.day,
         coalesce(i.type = 'answer' OR th.type = 'question' AND th.id <> i.id
                  AND coalesce(th.role, '') <> 'staff', i.type = 'answer') AS answers,
         coalesce(th.id <> i.id AND coalesce(th.role, '') <> 'staff', false) AS responds
  FROM readable i LEFT JOIN thread th ON th.id = i.thread WHERE i.role = 'staff'),
owned AS (SELECT DISTINCT item FROM link WHERE kind = 'owned')
SELECT s.id, s.day, m.code AS deed FROM staff s JOIN mark m ON m.item = s.id
WHERE m.code IN ('announcement', 'request', 'survey', 'information', 'thanks')
UNION ALL SELECT id, day, 'answer' FROM staff WHERE answers
UNION ALL
SELECT s.id, s.day, 'own_link' FROM staff s JOIN owned o ON o.item = s.id
WHERE NOT s.answers AND NOT s.responds
UNION ALL SELECT id, day, 'none' FROM staff;

CREATE TABLE staff_class AS
SELECT id, day, CASE max(CASE WHEN deed IN ('announcement', 'own_link', 'request', 'survey') THEN 2
                              WHEN deed <> 'none' THEN 1 ELSE 0 END)
                     WHEN 2 THEN 'asked' WHEN 1 THEN 'gave' ELSE 'unclassed' END AS class
FROM staff_deed GROUP BY id, day;

WITH class AS (
  SELECT period, 'give_and_take.' || class AS metric, 'all' AS segment, count(*) AS n
  FROM staff_class JOIN calendar USING (day) GROUP BY period, class
  UNION ALL
  SELECT c.period, 'give_and_take.' || s.class, 'kind=' || d.deed, count(DISTINCT d.id)
  FROM staff_deed d JOIN staff_class s ON s.id = d.id JOIN calendar c ON c.day = d.day
  GROUP BY c.period, s.class, d.deed),
place(metric, segment) AS (
  VALUES ('give_and_take.asked', 'all'), ('give_and_take.gave', 'all'), ('give_and_take.unclassed', 'all'),
         ('give_and_take.asked', 'kind=announcement'), ('give_and_take.asked', 'kind=own_link'),
         ('give_and_take.asked', 'kind=request'), ('give_and_take.asked', 'kind=survey'),
         ('give_and_take.gave', 'kind=answer'), ('give_and_take.gave', 'kind=information'),
         ('give_and_take.gave', 'kind=thanks'))
SELECT v.metric, p.period, v.segment, coalesce(c.n, 0) AS value, CAST(NULL AS BIGINT) AS hits,
       CAST(NULL AS BIGINT) AS n
FROM period p CROSS JOIN place v
LEFT JOIN class c ON c.period = p.period AND c.metric = v.metric AND c.segment = v.segment
WHERE p.kind <> 'week'
UNION ALL
SELECT 'give_and_take.gave_share', p.period, 'all', NULL, count(*) FILTER (WHERE s.class = 'gave'),
       count(s.id)
FROM period p JOIN calendar c ON c.period = p.period
LEFT JOIN staff_class s ON s.day = c.day AND s.class <> 'unclassed'
WHERE p.kind <> 'week' GROUP BY p.period
