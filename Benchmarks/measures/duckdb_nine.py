"""Nine measures of a snapshot in plain SQL: the peer of `meadow measure`.

    python3 duckdb_nine.py SNAPSHOT_DIR

Prints nothing but the number of result rows: what it is for is the time it takes.
"""
import sys

import duckdb

QUERIES = {
    "activity": "select period, count(*), count(*) filter (id = context) from counted group by all",
    "contributors": "select period, count(distinct author) from counted group by all",
    "new_contributors": "select date_trunc('month', first), count(*) from people group by all",
    "inactive_contributors": """select date_trunc('month', last), count(*) from people
        where last < (select max(time) from items) - interval 90 day group by all""",
    "contributor_absence_factor": """with counts as (
        select period, author, count(*) as n from counted where author is not null group by all),
        running as (select period, n, sum(n) over w as before, sum(n) over (partition by period) as total
        from counts window w as (partition by period order by n desc rows unbounded preceding))
        select period, count(*) filter (before - n < total / 2) from running group by all""",
    "time_to_first_response": """with waits as (
        select s.period, s.id, min(r.time) - s.time as wait from counted s left join counted r
        on r.context = s.id and r.author is distinct from s.author where s.id = s.context group by s.period, s.id, s.time)
        select period, quantile_cont(extract(epoch from wait), 0.5), count(*) filter (wait is null)
        from waits group by all""",
    "participation_depth": """with depths as (
        select context, count(*) as n, count(distinct author) as people from counted group by all)
        select s.period, avg(n), avg(people) from depths d join counted s on s.id = d.context group by all""",
    "activity_times": """select date_trunc('quarter', time), isodow(time), hour(time) // 2, count(*)
        from counted group by all""",
    "retention": """with months as (select distinct author, date_trunc('month', time) as m from counted),
        cohorts as (select author, date_trunc('month', first) as c from people)
        select c, date_diff('month', c, m) as later, count(*) from months join cohorts using (author)
        where later between 1 and 12 group by all""",
}


def main(folder):
    db = duckdb.connect()
    db.execute("set threads = 2")
    db.execute(f"""create table items as select id, type, attributedTo as author, published::timestamp as time,
        coalesce(context, id) as context, content from read_ndjson('{folder}/items.ndjson', columns = {{
        id: 'varchar', type: 'varchar', attributedTo: 'varchar', published: 'varchar', context: 'varchar',
        content: 'varchar'}})""")
    db.execute(f"create table members as select * from read_ndjson('{folder}/members.ndjson')")
    db.execute("""create view counted as select i.*, date_trunc('month' , time) as period from items i
        left join members m on m.id = i.author where type not in ('system', 'boost')
        and (m.kind is null or m.kind = 'person')""")
    db.execute("""create table people as select author, min(time) as first, max(time) as last from counted
        where author is not null group by all""")
    print(sum(len(db.execute(query).fetchall()) for query in QUERIES.values()))


main(sys.argv[1])
