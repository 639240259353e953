-- Counts of different people that are in no row, or in none by the day: with the rows they decide which
-- counts may be shown together. Read after the metrics, of whose tables it uses `settled`.
WITH counted AS (
  SELECT 'new' AS count, born_day AS day FROM person
  UNION ALL SELECT 'inactive', last_day FROM person CROSS JOIN params WHERE b - last > 90 * 86400
  UNION ALL SELECT 'second_item', day FROM settled WHERE comes_back
  UNION ALL SELECT 'ten_items', day FROM settled WHERE comes_back AND writes_ten
  UNION ALL SELECT 'helper', day FROM settled WHERE comes_back AND writes_ten AND helps),
participant AS (
  SELECT c.period, count(DISTINCT i.who) AS people
  FROM inside i JOIN thread th ON th.id = i.thread JOIN calendar c ON c.day = th.day
  WHERE i.counted AND c.kind <> 'week' GROUP BY c.period)
SELECT count, CAST(date_from_unix_date(CAST(day AS INT)) AS STRING) AS period, count(*) AS people
FROM counted GROUP BY count, day
UNION ALL
SELECT 'participants', p.period, coalesce(t.people, 0)
FROM period p LEFT JOIN participant t ON t.period = p.period WHERE p.kind <> 'week'
