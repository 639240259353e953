-- Threads with an item that has one of a job's phrases, and those of them without a response.
CREATE TABLE job_thread AS
SELECT DISTINCT th.id, th.day, j.job, f.thread IS NULL AS is_waiting
FROM readable i JOIN job_match j ON j.item = i.id JOIN thread th ON th.id = i.thread
LEFT JOIN first_response f ON f.thread = th.id;

WITH segment AS (
  SELECT job, 'job=' || replace(replace(replace(job, '%', '%25'), ';', '%3B'), '=', '%3D') AS segment FROM job),
cell AS (
  SELECT period, job, count(*) AS n, count(*) FILTER (WHERE is_waiting) AS waiting
  FROM job_thread JOIN calendar USING (day) WHERE kind <> 'week' GROUP BY period, job)
SELECT v.metric, p.period, s.segment,
       coalesce(CASE v.metric WHEN 'jobs.threads' THEN c.n ELSE c.waiting END, 0) AS value
FROM period p CROSS JOIN segment s CROSS JOIN (VALUES ('jobs.threads'), ('jobs.unanswered')) AS v(metric)
LEFT JOIN cell c ON c.period = p.period AND c.job = s.job WHERE p.kind <> 'week'
UNION ALL
SELECT v.metric, 'all', 'all', NULL
FROM (SELECT count(*) AS n FROM job) j CROSS JOIN (VALUES ('jobs.threads'), ('jobs.unanswered')) AS v(metric)
WHERE j.n = 0
