-- Who gave the first responses.
WITH first AS (
  SELECT th.day, CASE WHEN f.role IN ('staff', 'moderator') THEN f.role ELSE f.age END AS responder
  FROM first_response f JOIN thread th ON th.id = f.thread WHERE f.who IS NOT NULL),
cell AS (SELECT period, responder, count(*) AS hits FROM first JOIN calendar USING (day)
         GROUP BY period, responder),
total AS (SELECT period, sum(hits) AS n FROM cell GROUP BY period)
SELECT 'response_sources' AS metric, p.period, 'responder=' || v.responder AS segment,
       coalesce(c.hits, 0) AS hits, coalesce(t.n, 0) AS n
FROM period p CROSS JOIN (VALUES ('moderator'), ('newcomer'), ('regular'), ('staff')) AS v(responder)
LEFT JOIN cell c ON c.period = p.period AND c.responder = v.responder
LEFT JOIN total t ON t.period = p.period
