#!/usr/bin/env python3
"""Kills or fails a build at every system call that touches the disk, and looks at what is left.

    build_faults.py MEADOW [--site SITE] [--sample COUNT] [--seed SEED] [--work FOLDER] [--call CALL]

Without a site: a small one of some 45 files, at every call. With one: a copy of it, at COUNT points
(default 200) drawn from them. At each point the output must be the old or the new site, whole;
where the disk cannot exchange folders, it may also be one that a journal completes, each file whole.
The next build must give the new site and leave nothing behind. Every point is tried with exchange and
without (renameat2 refused), over a site where pages come, change and go, and over one where a single
page is edited. Needs Linux with strace and the right to trace.
"""
import argparse
import collections
import os
import random
import re
import subprocess
import sys
import tempfile

from site_under_test import Site

KILLED = ["write", "pwrite64", "mkdirat", "linkat", "renameat", "renameat2", "unlinkat", "fsync", "syncfs", "ftruncate",
          "fchmod", "getdents64", "close", "flock"]
CHANGING = ["write", "pwrite64", "mkdirat", "linkat", "renameat", "renameat2", "unlinkat", "fsync", "syncfs", "ftruncate"]
FAILED = [("write", "ENOSPC"), ("write", "EIO"), ("pwrite64", "ENOSPC"), ("mkdirat", "ENOSPC"), ("mkdirat", "EACCES"),
          ("linkat", "EMLINK"), ("linkat", "ENOSPC"), ("renameat", "ENOSPC"), ("renameat", "EIO"), ("renameat2", "EIO"),
          ("renameat2", "ENOSPC"), ("unlinkat", "EIO"), ("unlinkat", "ENOSPC"), ("fsync", "EIO"), ("fsync", "ENOSPC"),
          ("syncfs", "ENOSPC"), ("getdents64", "EIO"), ("fchmod", "EPERM"), ("newfstatat", "EIO"), ("ftruncate", "ENOSPC")]
# What an input looks like that somebody took away between listing and reading. What lies in the output is Meadow's own, and a
# disk that denies it while it is there is not a case.
VANISHED = [("openat", "ENOENT"), ("newfstatat", "ENOENT"), ("read", "EIO")]
NO_EXCHANGE = ["-e", "inject=renameat2:error=EINVAL"]


def counted(site, trace, extra):
    """How often each call comes at most in one thread, for strace counts by thread; and which ones look at an input."""
    calls = sorted({call for call in KILLED} | {call for call, _ in FAILED + VANISHED})
    site.turn_new()
    site.build("strace", "-f", "-qq", "-y", "-o", trace, "-e", "trace=" + ",".join(calls), *extra)
    counts, ours = collections.Counter(), collections.defaultdict(set)
    by_thread = collections.Counter()
    for line in open(trace, errors="replace"):
        found = re.match(r"(\d+)\s+(\w+)\((.*)", line)
        if not found:
            continue
        thread, call, rest = found.groups()
        by_thread[thread, call] += 1
        counts[call] = max(counts[call], by_thread[thread, call])
        if re.search(r'</[^>]*/(Content|Templates)[/>]|^AT_FDCWD[^"]*"(Content|Templates)\b|^\d+<[^>]*>, "(Content|Templates)\b', rest):
            ours[call].add(by_thread[thread, call])
    site.turn_old()
    site.build_whole()
    return counts, ours


def points(counts, ours, extra):
    """Every call that changes the disk, killed and refused for want of room; every few of the others."""
    for call, fault in [(call, "signal=KILL") for call in KILLED] + [(call, f"error={error}") for call, error in FAILED]:
        if call == "renameat2" and extra:
            continue
        is_every = call in CHANGING and fault in ("signal=KILL", "error=ENOSPC")
        yield from ((call, fault, n) for n in range(1, counts[call] + 1) if is_every or n <= 5 or n % 9 == 0)
    for call, error in VANISHED:
        yield from ((call, f"error={error}", n) for i, n in enumerate(sorted(ours[call])) if i < 5 or i % 9 == 0)


def faults_at(site, trace, extra, point):
    call, fault, number = point
    site.turn_new()
    inject = ["-e", f"trace={call},renameat2", *extra, "-e", f"inject={call}:{fault}:when={number}"]
    done = site.build("strace", "-f", "-qq", "-o", trace, *inject)
    text = open(trace, errors="replace").read()
    hit = "INJECTED" in re.sub(r"renameat2\(.*", "", text) or "killed by SIGKILL" in text or call == "renameat2"
    wrong = []
    crashed = re.findall(r"killed by SIG(?!KILL)\w+", text)
    if crashed or "Fatal error" in done.stderr:
        wrong.append(f"it crashed: {crashed} {done.stderr[-300:]}")
    vanished = (call, fault.removeprefix("error=")) in VANISHED
    if vanished and done.returncode == 0:
        # What is not there is no fault of the build; what it publishes must be a whole site.
        if subprocess.run([site.meadow, "check", "--quiet", str(site.folder / "Output")], capture_output=True).returncode:
            wrong.append("what was published does not hold the rules")
        # That it is back must show, as it does when somebody puts a file back.
        for path in site.pages.parent.rglob("*"):
            os.utime(path)
    else:
        wrong += site.faults()
        if done.returncode == 0 and site.edition() != site.new:
            wrong.append("said 0 without publishing")
        # Each thread counts its own calls, so that the word itself may be the call that fails.
        is_unheard = re.search(r"write\(2, .*INJECTED", text)
        if done.returncode != 0 and "killed by SIGKILL" not in text and not done.stderr.strip() and not is_unheard:
            wrong.append("it failed without a word")
    wrong += site.faults_after_next_build()
    return hit, wrong




def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meadow")
    parser.add_argument("--site")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work")
    parser.add_argument("--call", help="only points at this system call")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    totals, failures = collections.Counter(), 0
    scenarios = [(kind, way) for kind in ["pages", "edited"] for way in ["exchange", "journal"]]
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        sites = {kind: Site(options.meadow, f"{work}/{kind}", options.site, kind) for kind in ["pages", "edited"]}
        print(f"{len(sites['pages'].new)} files in the site", flush=True)
        trace = f"{work}/trace"
        plan = []
        for kind, way in scenarios:
            extra = NO_EXCHANGE if way == "journal" else []
            sites[kind].turn_old()
            sites[kind].build_whole()
            counts, ours = counted(sites[kind], trace, extra)
            plan += [(kind, way, point) for point in points(counts, ours, extra)]
        print(f"{len(plan)} points", flush=True)
        if options.site:
            plan = rng.sample(plan, min(options.sample, len(plan)))
        plan = [(kind, way, point) for kind, way, point in plan if options.call in (None, point[0])]
        for number, (kind, way, point) in enumerate(plan, 1):
            if number % 20 == 0:
                print(f"{number} of {len(plan)}, {failures} failures", flush=True)
            site = sites[kind]
            extra = NO_EXCHANGE if way == "journal" else []
            hit, wrong = faults_at(site, trace, extra, point)
            totals[f"{kind}, {way}"] += 1
            totals["hit" if hit else "missed"] += 1
            for fault in wrong:
                failures += 1
                print(f"FAILED {kind}, {way}, {point}: {fault}", file=sys.stderr, flush=True)
            site.turn_old()
            site.build_whole()
            if site.edition() != site.old:
                failures += 1
                print(f"FAILED {kind}, {way}, {point}: there is no way back", file=sys.stderr, flush=True)
    for kind, way in scenarios:
        print(f"{kind + ', ' + way:20} {totals[kind + ', ' + way]:5} points")
    print(f"{totals['hit']} points were reached, {totals['missed']} not (threads take turns), {failures} failures")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
