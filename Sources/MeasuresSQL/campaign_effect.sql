-- What is counted a week in the eight weeks before a campaign, during it and in the eight weeks after.
-- Means, and what changed. The bootstrap interval of a change comes from the table `bootstrap`, which is
-- made from `campaign_week` (2,000 resamples, fixed seed).
CREATE TABLE campaign_stretch AS
WITH counted AS (
  SELECT campaign, first, last + 1 AS stop,
         greatest(1, CAST(floor((last + 1 - first) / 7) AS BIGINT)) AS weeks FROM campaign),
stretch AS (
  SELECT campaign, 'before' AS part, first - 56 AS starts, 8 AS weeks FROM counted
  UNION ALL SELECT campaign, 'during', first, weeks FROM counted
  UNION ALL SELECT campaign, 'after', greatest(stop, first + 7 * weeks), 8 FROM counted)
SELECT s.campaign, s.part, s.starts, s.weeks,
       s.starts >= span.first AND s.starts + 7 * s.weeks <= span.last + 1
         AND s.starts + 7 * s.weeks <= floor((p.b + 1 + p.zone) / 86400) AS is_known
FROM stretch s CROSS JOIN span CROSS JOIN params p;

CREATE TABLE campaign_day AS
SELECT 'items' AS measure, day, count(*) AS n FROM inside WHERE counted GROUP BY day
UNION ALL SELECT 'new_contributors', born_day, count(*) FROM person GROUP BY born_day
UNION ALL SELECT m.code, i.day, count(*) FROM readable i JOIN mark m ON m.item = i.id GROUP BY m.code, i.day;

CREATE TABLE campaign_week AS
WITH measure AS (SELECT code AS measure FROM code UNION ALL SELECT 'items' UNION ALL SELECT 'new_contributors'),
counted AS (
  SELECT s.campaign, s.part, d.measure, CAST(floor((d.day - s.starts) / 7) AS BIGINT) AS week, sum(d.n) AS n
  FROM campaign_stretch s JOIN campaign_day d
    ON d.day >= s.starts AND d.day < s.starts + 7 * s.weeks
  GROUP BY s.campaign, s.part, d.measure, CAST(floor((d.day - s.starts) / 7) AS BIGINT)),
week AS (
  SELECT DISTINCT s.campaign, s.part, s.is_known,
         CAST(floor((c.day - s.starts) / 7) AS BIGINT) AS week
  FROM campaign_stretch s JOIN wide_calendar c
    ON c.kind = 'all' AND c.day >= s.starts AND c.day < s.starts + 7 * s.weeks
  WHERE s.is_known)
SELECT w.campaign, w.part, m.measure, w.week, coalesce(c.n, 0) AS n
FROM week w CROSS JOIN measure m
LEFT JOIN counted c ON c.campaign = w.campaign AND c.part = w.part AND c.measure = m.measure AND c.week = w.week;

WITH measure AS (SELECT code AS measure FROM code UNION ALL SELECT 'items' UNION ALL SELECT 'new_contributors'),
mean AS (
  SELECT campaign, measure, part, sum(n) / CAST(count(*) AS DOUBLE) AS value, count(*) AS weeks
  FROM campaign_week GROUP BY campaign, measure, part),
change AS (
  SELECT 'change' AS part, 'after' AS later UNION ALL SELECT 'change_during', 'during'),
result AS (
  SELECT s.part, s.campaign, m.measure, mean.value, mean.weeks AS n,
         CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high
  FROM campaign_stretch s CROSS JOIN measure m
  LEFT JOIN mean ON mean.campaign = s.campaign AND mean.measure = m.measure AND mean.part = s.part
  UNION ALL
  SELECT c.part, s.campaign, m.measure, a.value - b.value, a.weeks + b.weeks, t.low, t.high
  FROM campaign s CROSS JOIN measure m CROSS JOIN change c
  LEFT JOIN mean b ON b.campaign = s.campaign AND b.measure = m.measure AND b.part = 'before'
  LEFT JOIN mean a ON a.campaign = s.campaign AND a.measure = m.measure AND a.part = c.later
  LEFT JOIN bootstrap t ON t.campaign = s.campaign AND t.measure = m.measure AND t.part = c.part)
SELECT 'campaign_effect.' || part AS metric, 'all' AS period,
       'campaign=' || replace(replace(replace(campaign, '%', '%25'), ';', '%3B'), '=', '%3D')
       || ';measure=' || replace(replace(replace(measure, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment,
       value, n, low, high FROM result
UNION ALL
SELECT 'campaign_effect.' || v.part, 'all', 'all', NULL, NULL, NULL, NULL
FROM (SELECT count(*) AS n FROM campaign) c
CROSS JOIN (VALUES ('after'), ('before'), ('change'), ('change_during'), ('during')) AS v(part)
WHERE c.n = 0
