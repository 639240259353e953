-- Items by the codes of the codex, by who gave them, and threads that have one.
CREATE TABLE code_mark AS
SELECT i.day, i.thread, m.code, m.human,
       'code=' || replace(replace(replace(m.code, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment
FROM readable i JOIN mark m ON m.item = i.id;

CREATE TABLE code_segment AS
SELECT code, 'code=' || replace(replace(replace(code, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment
FROM code;

WITH item_cell AS (
  SELECT period, segment, count(*) AS n FROM code_mark JOIN calendar USING (day)
  WHERE kind <> 'week' GROUP BY period, segment
  UNION ALL
  SELECT period, 'by=' || CASE WHEN human THEN 'human' ELSE 'machine' END || ';' || segment, count(*)
  FROM code_mark JOIN calendar USING (day) WHERE kind IN ('quarter', 'year', 'all')
  GROUP BY period, human, segment),
item_place AS (
  SELECT period, segment FROM period CROSS JOIN code_segment WHERE kind <> 'week'
  UNION ALL
  SELECT period, 'by=' || v.coder || ';' || segment
  FROM period CROSS JOIN code_segment CROSS JOIN (VALUES ('human'), ('machine')) AS v(coder)
  WHERE kind IN ('quarter', 'year', 'all')),
thread_cell AS (
  SELECT c.period, m.segment, count(DISTINCT m.thread) AS hits
  FROM code_mark m JOIN thread th ON th.id = m.thread JOIN calendar c ON c.day = th.day
  WHERE c.kind <> 'week' GROUP BY c.period, m.segment),
thread_total AS (SELECT period, count(*) AS n FROM thread JOIN calendar USING (day) GROUP BY period)
SELECT 'codes.items' AS metric, p.period, p.segment, coalesce(c.n, 0) AS value,
       CAST(NULL AS BIGINT) AS hits, CAST(NULL AS BIGINT) AS n
FROM item_place p LEFT JOIN item_cell c ON c.period = p.period AND c.segment = p.segment
UNION ALL
SELECT 'codes.threads', p.period, s.segment, NULL, coalesce(c.hits, 0), coalesce(t.n, 0)
FROM period p CROSS JOIN code_segment s
LEFT JOIN thread_cell c ON c.period = p.period AND c.segment = s.segment
LEFT JOIN thread_total t ON t.period = p.period
WHERE p.kind <> 'week'
