-- Of the people new in the period for at least 30 days: those with a second item within 30 days, those
-- of them with ten items, and those of them who answered three people.
CREATE TABLE settled AS
WITH written AS (
  SELECT who, t, row_number() OVER (PARTITION BY who ORDER BY t, id) AS number
  FROM inside WHERE counted AND who IS NOT NULL),
second AS (SELECT who, t FROM written WHERE number = 2),
answered AS (SELECT helper AS who, count(DISTINCT helped) AS n FROM help GROUP BY helper)
SELECT p.born_day AS day, coalesce(s.t - p.born <= 30 * 86400, false) AS comes_back,
       p.items >= 10 AS writes_ten, coalesce(r.n >= 3, false) AS helps
FROM person p CROSS JOIN params w LEFT JOIN second s ON s.who = p.who LEFT JOIN answered r ON r.who = p.who
WHERE (p.born_day + 31) * 86400 - w.zone <= w.b + 1;

WITH part AS (
  SELECT 'conversion.second_item' AS metric, day, comes_back AS hit FROM settled
  UNION ALL SELECT 'conversion.ten_items', day, comes_back AND writes_ten FROM settled
  UNION ALL SELECT 'conversion.helper', day, comes_back AND writes_ten AND helps FROM settled),
cell AS (
  SELECT metric, period, count(*) AS n, count(*) FILTER (WHERE hit) AS hits
  FROM part JOIN calendar USING (day) GROUP BY metric, period)
SELECT v.metric, p.period, 'all' AS segment, coalesce(c.hits, 0) AS hits, coalesce(c.n, 0) AS n
FROM period p
CROSS JOIN (VALUES ('conversion.second_item'), ('conversion.ten_items'), ('conversion.helper')) AS v(metric)
LEFT JOIN cell c ON c.metric = v.metric AND c.period = p.period WHERE p.kind <> 'week'
