#!/usr/bin/env python3
"""Builds where the disk will not have them: many at once, folders that may not be written, a disk that is
full, and content that comes and goes while it is read.

    circumstances.py MEADOW [--work FOLDER]

At each time the output must be the old or the new site, whole, and the next build must succeed. Read-only
folders need root, who becomes nobody for them; a full disk needs the right to mount a small tmpfs.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

from site_under_test import Site

failures = []


def tell(label, faults):
    for fault in faults:
        failures.append(fault)
        print(f"FAILED {label}: {fault}", file=sys.stderr, flush=True)


def ends(done, label, allowed):
    if done.returncode not in allowed:
        tell(label, [f"ended with {done.returncode}: {done.stderr[-300:]}"])
    elif done.returncode != 0 and "error" not in done.stderr:
        tell(label, [f"failed without a word: {done.stderr[-200:]}"])


def at_once(meadow, work):
    """Each publishes or says that another holds the site (73); a lock whose holder is gone is no lock."""
    site = Site(meadow, f"{work}/once")
    for _ in range(10):
        site.turn_old()
        site.build_whole()
        site.turn_new()
        running = [subprocess.Popen(site.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(8)]
        codes = []
        for process in running:
            said = process.communicate()[1]
            codes.append(process.returncode)
            if process.returncode not in (0, 73):
                tell("eight at once", [f"ended with {process.returncode}: {said[-200:]}"])
        if 0 not in codes:
            tell("eight at once", ["nobody published"])
        tell("eight at once", site.faults() + site.faults_after_next_build())
    print("eight at once, ten times")


def read_only(meadow, work):
    if os.geteuid() != 0:
        print("skipped: read-only folders (not root)")
        return
    for part, codes in [("Output", (0, 73, 74)), ("", (0, 73, 74)), (".meadow", (0, 73, 74)), ("Content", (0,))]:
        site = Site(meadow, f"{work}/ro{part.strip('.')}")
        site.turn_old()
        site.build_whole()
        site.turn_new()
        subprocess.run(["chown", "-R", "nobody", str(site.folder)], check=True)
        os.chmod(work, 0o755)
        os.chmod(site.folder / part, 0o555)
        as_nobody = ["setpriv", "--reuid", "nobody", "--clear-groups"]
        done = site.build(*as_nobody)
        ends(done, f"read-only `{part or 'site'}`", set(range(1, 126)) | {0} if 0 in codes else set(range(1, 126)))
        tell(f"read-only `{part or 'site'}`", site.faults())
        os.chmod(site.folder / part, 0o755)
        subprocess.run(["chown", "-R", "root", str(site.folder)], check=True)
        tell(f"after read-only `{part or 'site'}`", site.faults_after_next_build())
    print("read-only folders: Output, the site, .meadow, Content")


def full_disk(meadow, work):
    """The same site on disks with room for less and less of the new edition."""
    script = r"""
set -e
mount -t tmpfs -o size=16m tmpfs "$1"
exec "$2" "$3" --inside "$4" "$1"
"""
    done = subprocess.run(["unshare", "-m", "true"], capture_output=True)
    if done.returncode != 0:
        print("skipped: a full disk (unshare -m is not allowed here)")
        return
    place = pathlib.Path(work) / "disk"
    place.mkdir()
    done = subprocess.run(["unshare", "-m", "bash", "-c", script, "-", str(place), sys.executable, __file__, meadow], text=True, capture_output=True)
    sys.stdout.write(done.stdout)
    if done.returncode != 0:
        tell("a full disk", [done.stderr[-500:]])


def inside_disk(meadow, place):
    site = Site(meadow, f"{place}/site")
    full = pathlib.Path(place) / "filler"
    refused = 0
    for kib in [0, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048]:
        site.turn_old()
        site.build_whole()
        site.turn_new()
        room = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
        with open(full, "wb") as file:
            file.write(bytes(max(0, room - kib * 1024)))
        done = site.build()
        ends(done, f"a disk with {kib} KiB", set(range(0, 126)))
        refused += done.returncode != 0
        tell(f"a disk with {kib} KiB", site.faults())
        full.unlink()
        tell(f"after a disk with {kib} KiB", site.faults_after_next_build())
    print(f"a full disk: 17 sizes, {refused} times refused")
    assert refused > 3, "the disk was never full"


def coming_and_going(meadow, work):
    """Pages are taken away and put back while they are read. What was read is published or nothing is; no crash."""
    site = Site(meadow, f"{work}/going")
    for number in range(40):
        (site.pages / f"extra-{number}.md").write_text(f"---\ntitle: Extra {number}\n---\n\nText.\n")
    site.build_whole()
    stop = threading.Event()
    rng = random.Random(1)

    def move():
        while not stop.is_set():
            page = site.pages / f"extra-{rng.randrange(40)}.md"
            try:
                text = page.read_text()
                page.unlink()
                time.sleep(rng.random() * 0.003)
                page.write_text(text)
            except FileNotFoundError:
                pass

    mover = threading.Thread(target=move)
    mover.start()
    published = 0
    try:
        for _ in range(60):
            done = site.build()
            published += done.returncode == 0
            ends(done, "pages come and go", set(range(0, 126)))
            if "Fatal error" in done.stderr:
                tell("pages come and go", ["it crashed"])
            if subprocess.run([site.meadow, "check", "--quiet", str(site.folder / "Output")], capture_output=True).returncode != 0:
                tell("pages come and go", ["what is published does not hold the rules"])
    finally:
        stop.set()
        mover.join()
    for number in range(40):
        (site.pages / f"extra-{number}.md").write_text(f"---\ntitle: Extra {number}\n---\n\nText.\n")
    done = site.build()
    ends(done, "all pages are back", {0})
    if not all((site.folder / f"Output/extra-{number}/index.html").exists() for number in range(40)):
        tell("all pages are back", ["a page is missing"])
    if site.leftovers():
        tell("all pages are back", [f"left {site.leftovers()}"])
    print(f"pages come and go: 60 builds, {published} published")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meadow")
    parser.add_argument("place", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--work")
    options = parser.parse_args()
    meadow = os.path.realpath(options.meadow)
    if options.inside:
        inside_disk(meadow, options.place)
    else:
        with tempfile.TemporaryDirectory(dir=options.work) as work:
            for part in [at_once, read_only, full_disk, coming_and_going]:
                part(meadow, work)
        print(f"{len(failures)} failures")
    return len(failures) > 0


if __name__ == "__main__":
    sys.exit(main())
