-- The few items that pages list or quote, in whole threads, since what came after a question decides whether
-- it waits: threads that may wait for an answer, and those of the items that the site names (`named`). Of
-- the first those that have waited longest and those of which something came last are taken, up to a limit.
CREATE TABLE waiting_thread AS
WITH staff AS (
  SELECT thread, max(place) AS place FROM inside
  WHERE counted AND role = 'staff' AND member_kind = 'person' GROUP BY thread),
called AS (
  SELECT i.thread, max(i.t) AS t
  FROM inside i JOIN mention n ON n.item = i.id JOIN source_member m ON m.id = n.member
  LEFT JOIN staff s ON s.thread = i.thread
  WHERE i.counted AND m.role = 'staff' AND i.thread IS NOT NULL AND i.place > coalesce(s.place, 0)
  GROUP BY i.thread),
silent AS (
  SELECT q.id AS thread, q.t FROM question q LEFT JOIN first_response f ON f.thread = q.id
  WHERE f.thread IS NULL)
SELECT w.thread, max(w.t) AS t
FROM (SELECT * FROM called UNION ALL SELECT * FROM silent) w JOIN thread th ON th.id = w.thread
CROSS JOIN params p
WHERE coalesce(th.deleted > p.b, true) AND coalesce(th.closed > p.b, true)
GROUP BY w.thread;

CREATE TABLE listed_thread AS
SELECT thread
FROM (SELECT thread, row_number() OVER (ORDER BY t, thread) AS from_oldest,
             row_number() OVER (ORDER BY t DESC, thread) AS from_newest FROM waiting_thread) w
CROSS JOIN listing l WHERE from_oldest <= l.oldest OR from_newest <= l.newest;

WITH chosen AS (
  SELECT thread AS root FROM listed_thread
  UNION SELECT s.root FROM named n JOIN source_item s ON s.id = n.id)
SELECT s.id, s.root, s.t, s.deleted FROM source_item s JOIN chosen c ON c.root = s.root
