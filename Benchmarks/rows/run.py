#!/usr/bin/env python3
"""Builds the same pages from the rows of a query and from Markdown files, and prints one table.

usage: run.py [--rows 10000] [--runs 3] [--meadow PATH]

The third site runs a query with parameters for each row. Works in a memory file system where there is
one. What is built is held against what was asked for: a page a row, each with its own words, the same
bytes again, and nothing written by a second build. Times are medians.
"""
import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SETTINGS = "title: Rooms\norganisation: Acme\nbase_url: https://rooms.example/\ndata_licence: CC-BY-4.0\n"
TEXT = """
## What it wrote

The room {name} wrote {posts} posts, *which* is {share} of all. See [the list](index.md).

- one thing
- another thing, of {name}

A second paragraph with some words, so that the page is as long as pages are, and **more** than a row.
"""
ROWS = {"name": "{{ row.name }}", "posts": "{{ row.posts }}", "share": "{{ row.share }}"}
FRONT = """---
title: "Room {{ row.name }}"
summary: "{{ row.posts }} posts."
tags: [rooms]
pages_from: query
query: rooms
address: name
---
"""
QUERY = """
```sql rooms
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
SELECT 'room-' || i AS name, i * 7919 %% 10007 AS posts, i * 3 AS share FROM n
ORDER BY i
```
"""
EACH = """
{{ query("twice").first.twice }} is twice as much.

```sql twice
SELECT :posts * 2 AS twice, count(*) AS n FROM metrics WHERE metric = :name
```
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def sites(folder, count):
    """The three sites, by what they are made from."""
    made = {}
    for name in ("a row each", "a file each", "a row and a query each"):
        site = made[name] = os.path.join(folder, name.replace(" ", "-"))
        write(site + "/Content/site.yaml", SETTINGS)
        write(site + "/Content/rooms/index.md", "---\ntitle: Rooms\n---\n\nAll of them.\n")
        if name == "a file each":
            for i in range(1, count + 1):
                values = {"name": "room-%d" % i, "posts": i * 7919 % 10007, "share": i * 3}
                write("%s/Content/rooms/room-%d.md" % (site, i),
                      "---\ntitle: Room room-%d\nsummary: %d posts.\ntags: [rooms]\n---\n" % (i, values["posts"])
                      + TEXT.format(**values))
        else:
            each = EACH if "query" in name else ""
            write(site + "/Content/rooms/each.md", FRONT + TEXT.format(**ROWS) + each + QUERY % count)
    return made


def build(meadow, site):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([meadow, "build", "--site", site, "--as-of", "2026-01-01"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True)
    after, seconds = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    if done.returncode:
        sys.exit("the build of %s failed:\n%s" % (site, done.stdout[-3000:]))
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def body(path):
    """What differs from room to room: the text, without the ways to the neighbours."""
    page = open(path, encoding="utf-8").read()
    return re.search(r'<div class="prose">(.*?)</div>\n</article>', page, re.S).group(1)


def check(made, count, printed):
    rooms = [os.path.join(site, "Output/rooms") for site in made.values()]
    for folder in rooms:
        found = sum(1 for entry in os.scandir(folder) if entry.is_dir())
        if found != count:
            sys.exit("%s has %d pages, not %d" % (folder, found, count))
    for i in (1, count // 2, count):
        texts = [body("%s/room-%d/index.html" % (folder, i)) for folder in rooms[:2]]
        if texts[0] != texts[1]:
            sys.exit("room-%d differs:\n%s\n%s" % (i, *texts))
    if any("0 files changed" not in text for text in printed):
        sys.exit("a second build wrote something: %s" % printed)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=10000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--meadow", default=".build/release/meadow")
    options = options.parse_args()
    meadow = os.path.abspath(options.meadow)
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        made = sites(folder, options.rows)
        print("%-24s %10s %10s" % ("%d pages from" % options.rows, "seconds", "CPU"))
        for name, site in made.items():
            runs = []
            for _ in range(options.runs):
                shutil.rmtree(site + "/Output", ignore_errors=True)
                shutil.rmtree(site + "/.meadow", ignore_errors=True)
                runs.append(build(meadow, site))
            print("%-24s %10.2f %10.2f" % (name, *(statistics.median(run[i] for run in runs) for i in (0, 1))))
        check(made, options.rows, [build(meadow, site)[2] for site in made.values()])
        print("as many pages as rows, the same text as of files, and nothing written twice")


if __name__ == "__main__":
    main()
