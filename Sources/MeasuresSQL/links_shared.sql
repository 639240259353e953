-- Items with links to elsewhere and the people who wrote them, by kind of media, domain and page.
-- Listed is only what at least k people shared: 50 domains and 50 pages, of most people first.
CREATE TABLE link_use AS
SELECT i.id, i.day, i.who, l.domain, l.page, l.kind FROM readable i JOIN link l ON l.item = i.id;

CREATE TABLE listed_link AS
WITH named AS (
  SELECT 'domain=' AS cut, domain AS name, who FROM link_use
  UNION ALL SELECT 'page=', page, who FROM link_use),
counted AS (
  SELECT cut, name, count(DISTINCT who) AS people FROM named GROUP BY cut, name),
ranked AS (
  SELECT c.*, row_number() OVER (PARTITION BY cut ORDER BY people DESC, name) AS number
  FROM counted c CROSS JOIN params p WHERE c.people >= p.k)
SELECT cut, name,
       cut || replace(replace(replace(name, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment
FROM ranked WHERE number <= 50;

WITH used AS (
  SELECT id, day, who, 'all' AS segment FROM link_use
  UNION ALL SELECT id, day, who, 'media=' || kind FROM link_use
  UNION ALL SELECT u.id, u.day, u.who, l.segment FROM link_use u JOIN listed_link l
            ON l.cut = 'domain=' AND l.name = u.domain
  UNION ALL SELECT u.id, u.day, u.who, l.segment FROM link_use u JOIN listed_link l
            ON l.cut = 'page=' AND l.name = u.page),
cell AS (
  SELECT c.period, u.segment, count(DISTINCT u.id) AS items, count(DISTINCT u.who) AS people
  FROM used u JOIN calendar c ON c.day = u.day
  WHERE c.kind IN ('quarter', 'year', 'all') GROUP BY c.period, u.segment),
place AS (
  SELECT period, segment FROM period
  CROSS JOIN (VALUES ('all'), ('media=earned'), ('media=owned'), ('media=paid'), ('media=participatory'),
                     ('media=sponsored'), ('media=unclassed')) AS v(segment)
  WHERE kind IN ('quarter', 'year', 'all')
  UNION ALL
  SELECT period, segment FROM period CROSS JOIN listed_link
  WHERE kind = 'all' OR kind = 'year' AND cut = 'domain=')
SELECT v.metric, p.period, p.segment,
       coalesce(CASE v.metric WHEN 'links_shared.items' THEN c.items ELSE c.people END, 0) AS value
FROM place p CROSS JOIN (VALUES ('links_shared.items'), ('links_shared.people')) AS v(metric)
LEFT JOIN cell c ON c.period = p.period AND c.segment = p.segment
