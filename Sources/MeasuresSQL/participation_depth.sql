-- Items and different people per thread, and the share of threads with at least three people.
CREATE TABLE thread_depth AS
SELECT th.id, th.day, count(*) AS items, count(DISTINCT i.who) AS people
FROM inside i JOIN thread th ON th.id = i.thread WHERE i.counted GROUP BY th.id, th.day;

CREATE TABLE period_depth AS
SELECT period, count(*) AS n, sum(items) AS items, sum(people) AS people,
       count(*) FILTER (WHERE people >= 3) AS deep
FROM thread_depth JOIN calendar USING (day) WHERE kind <> 'week' GROUP BY period;

SELECT 'participation_depth.items' AS metric, p.period, 'all' AS segment,
       d.items / CAST(d.n AS DOUBLE) AS value, CAST(NULL AS BIGINT) AS hits, coalesce(d.n, 0) AS n
FROM period p LEFT JOIN period_depth d ON d.period = p.period WHERE p.kind <> 'week'
UNION ALL
SELECT 'participation_depth.people', p.period, 'all', d.people / CAST(d.n AS DOUBLE), NULL, coalesce(d.n, 0)
FROM period p LEFT JOIN period_depth d ON d.period = p.period WHERE p.kind <> 'week'
UNION ALL
SELECT 'participation_depth.three_or_more', p.period, 'all', NULL, coalesce(d.deep, 0), coalesce(d.n, 0)
FROM period p LEFT JOIN period_depth d ON d.period = p.period WHERE p.kind <> 'week'
