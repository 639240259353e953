-- Items, the threads they began and the replies in them.
WITH part AS (
  SELECT 'activity.items' AS metric, day, channel FROM inside WHERE counted
  UNION ALL
  SELECT CASE WHEN id = root THEN 'activity.threads' ELSE 'activity.replies' END, day, channel
  FROM inside WHERE counted),
daily AS (SELECT metric, day, channel, count(*) AS n FROM part GROUP BY metric, day, channel),
cell AS (
  SELECT metric, period, 'all' AS segment, sum(n) AS n
  FROM daily JOIN calendar USING (day) GROUP BY metric, period
  UNION ALL
  SELECT metric, period, channel.segment, sum(n)
  FROM daily JOIN calendar USING (day) JOIN channel ON channel.id = daily.channel
  WHERE kind IN ('quarter', 'year', 'all') GROUP BY metric, period, channel.segment),
place AS (
  SELECT period, 'all' AS segment FROM period
  UNION ALL
  SELECT period, segment FROM period CROSS JOIN channel WHERE kind IN ('quarter', 'year', 'all'))
SELECT v.metric, place.period, place.segment, coalesce(n, 0) AS value
FROM place CROSS JOIN (VALUES ('activity.items'), ('activity.threads'), ('activity.replies')) AS v(metric)
LEFT JOIN cell ON cell.metric = v.metric AND cell.period = place.period AND cell.segment = place.segment
