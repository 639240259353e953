-- Items of staff that were asked for: in a thread that somebody else began with a question or in which
-- somebody else had mentioned staff before, or as an answer to somebody who answered staff. Bots are nobody.
WITH call AS (
  SELECT i.thread, min(i.place) AS place
  FROM inside i JOIN mention n ON n.item = i.id JOIN source_member m ON m.id = n.member
  WHERE i.counted AND coalesce(i.role, '') <> 'staff' AND m.role = 'staff' AND i.thread IS NOT NULL
  GROUP BY i.thread),
spoken AS (
  SELECT s.day,
         coalesce(th.type = 'question' AND coalesce(th.role, '') <> 'staff', false)
         OR coalesce(c.place < s.place, false)
         OR coalesce(p.counted AND coalesce(p.role, '') <> 'staff', false)
            AND coalesce(g.member_kind = 'person' AND g.role = 'staff' AND g.type <> 'system', false)
         AS hit
  FROM inside s LEFT JOIN thread th ON th.id = s.thread LEFT JOIN call c ON c.thread = s.thread
  LEFT JOIN item p ON p.id = s.parent LEFT JOIN item g ON g.id = p.parent
  WHERE s.counted AND s.role = 'staff'),
cell AS (
  SELECT period, count(*) AS n, count(*) FILTER (WHERE hit) AS hits
  FROM spoken JOIN calendar USING (day) GROUP BY period)
SELECT 'spoken_to' AS metric, p.period, 'all' AS segment, coalesce(hits, 0) AS hits, coalesce(n, 0) AS n
FROM period p LEFT JOIN cell USING (period)
