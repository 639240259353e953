-- Items coded as praise, as criticism and as both, by topic. An item may be both.
CREATE TABLE judged AS
WITH mark_of AS (
  SELECT item, max(CASE WHEN code = 'praise' THEN 1 ELSE 0 END) AS praises,
         max(CASE WHEN code = 'criticism' THEN 1 ELSE 0 END) AS criticises
  FROM mark WHERE code IN ('praise', 'criticism') GROUP BY item)
SELECT i.id, i.day, coalesce(m.praises, 0) AS praises, coalesce(m.criticises, 0) AS criticises
FROM readable i LEFT JOIN mark_of m ON m.item = i.id;

CREATE TABLE judged_cell AS
WITH daily AS (
  SELECT day, 'all' AS segment, count(*) AS n, sum(praises) AS praise, sum(criticises) AS criticism,
         sum(praises * criticises) AS twofold
  FROM judged GROUP BY day
  UNION ALL
  SELECT j.day, t.segment, count(*), sum(j.praises), sum(j.criticises), sum(j.praises * j.criticises)
  FROM judged j JOIN topic t ON t.item = j.id GROUP BY j.day, t.segment),
place AS (
  SELECT period, 'all' AS segment FROM period WHERE kind <> 'week'
  UNION ALL
  SELECT period, segment FROM period CROSS JOIN topic_segment WHERE kind IN ('quarter', 'year', 'all')),
sums AS (
  SELECT c.period, d.segment, sum(d.n) AS n, sum(d.praise) AS praise, sum(d.criticism) AS criticism,
         sum(d.twofold) AS twofold
  FROM daily d JOIN calendar c ON c.day = d.day GROUP BY c.period, d.segment)
SELECT p.period, p.segment, coalesce(n, 0) AS n, coalesce(praise, 0) AS praise,
       coalesce(criticism, 0) AS criticism, coalesce(twofold, 0) AS twofold
FROM place p LEFT JOIN sums s ON s.period = p.period AND s.segment = p.segment;

SELECT 'praise_and_criticism.both' AS metric, period, segment, twofold AS value,
       CAST(NULL AS BIGINT) AS hits, CAST(NULL AS BIGINT) AS n FROM judged_cell
UNION ALL SELECT 'praise_and_criticism.praise', period, segment, praise, NULL, NULL FROM judged_cell
UNION ALL SELECT 'praise_and_criticism.criticism', period, segment, criticism, NULL, NULL FROM judged_cell
UNION ALL SELECT 'praise_and_criticism.praise_share', period, segment, NULL, praise, n FROM judged_cell
UNION ALL SELECT 'praise_and_criticism.criticism_share', period, segment, NULL, criticism, n FROM judged_cell
