#!/usr/bin/env python3
"""What build, check and measure ask of the operating system: no file outside the site, no program, no socket.

    trace.py MEADOW SITE

A copy of SITE is built, checked, measured and built again under strace. Every path that is opened, looked
at, made, moved or removed must lie beneath the site's folder; the loader, libraries, /proc, /sys and time-zone
data are excepted, and of those nothing is written. Heaps grow at once, and do not ask for every page of memory.
Then the same commands run where there is no network.
Needs Linux with strace and, for the second part, the right to make a network namespace.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

AS_OF = "2026-11-10"
READABLE = ("/lib", "/usr/lib", "/usr/share/zoneinfo", "/etc/ld.so", "/etc/localtime", "/etc/gnutls/", "/etc/ssl/", "/etc/timezone", "/proc/", "/sys/", "/dev/null",
            "/dev/urandom", "/usr/share/locale", "/usr/lib/locale")
CALLS = "%file,%network,execve,execveat,fork,vfork,fchdir,chdir,mprotect"
# The loader and the stacks of threads need some thirty; a heap that grows page by page needs thousands.
MOST_GROWTH = 300
STARTS = {"execve", "execveat", "fork", "vfork"}
NETWORK = {"socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "socketpair"}
tally = []
WRITES = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC)|^(mkdir|unlink|rename|link|symlink|chmod|chown|truncate|rmdir)")


def commands(meadow, site):
    build = [meadow, "build", "--site", site, "--as-of", AS_OF, "--quiet"]
    return {
        "build": build, "build again": build, "check": [meadow, "check", "--site", site, "--quiet"],
        "measure": [meadow, "measure", "--site", site, "--as", "csv"],
    }


def places(line):
    """The absolute paths of a line of strace -y; a relative one counts from the folder its descriptor names."""
    for match in re.finditer(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', line):
        folder, path = match.groups()
        if path.startswith("/"):
            yield path
        elif folder is not None:
            yield os.path.normpath(os.path.join(folder, path))


def faults(trace, site, library, meadow):
    counts = {"paths": set(), "starts": 0, "growth": 0}
    for line in open(trace, errors="replace"):
        found = re.match(r"\d+\s+(\w+)\((.*)", line)
        if not found:
            continue
        call, rest = found.groups()
        if call == "mprotect":
            counts["growth"] += 1
            continue
        if call in STARTS:
            counts["starts"] += 1
            if counts["starts"] > 1:
                yield f"starts a program: {line.strip()[:160]}"
            continue
        if call in NETWORK:
            yield f"opens a socket: {line.strip()[:160]}"
            continue
        for place in places(rest):
            counts["paths"].add(place)
            inside = place == site or place.startswith(site + "/")
            above = site.startswith(place.rstrip("/") + "/") and not WRITES.search(line.split("(", 1)[1])
            # The loader looks for libraries beside the program, the Swift runtime for what prints backtraces.
            loading = place.startswith(os.path.dirname(meadow)) and re.search(r"(hwcaps|tls|x86_64|aarch64|\.so)", place) or "/libexec/swift" in place
            readable = (loading or place == os.path.dirname(meadow) or place.startswith(READABLE + tuple(library))) and not WRITES.search(rest.replace("O_RDONLY", ""))
            if not (inside or above or readable):
                yield f"{call} of {place}"
    if counts["growth"] > MOST_GROWTH:
        yield f"asks the kernel {counts['growth']} times for room"
    tally.append(len(counts["paths"]))


def check_itself(work):
    """A trace that finds nothing in these finds nothing at all."""
    for number, command in enumerate([["cat", "/etc/hostname"], ["sh", "-c", "env true; true"], ["touch", f"{work}/outside"],
                                      [sys.executable, "-c", "import socket; socket.socket()"]]):
        subprocess.run([shutil.which("strace"), "-f", "-y", "-qq", "-o", f"{work}/trace", "-e", f"trace={CALLS}", *command],
                       capture_output=True)
        found = list(faults(f"{work}/trace", f"{work}/site", ["/usr", sys.prefix, sys.base_prefix], command[0]))
        wanted = ["cat|openat of /etc/hostname", "starts a program", "of .*/outside", "opens a socket"][number]
        assert any(re.search(wanted, fault) for fault in found), (command, found)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    meadow, source = os.path.realpath(sys.argv[1]), pathlib.Path(sys.argv[2])
    # Where the Swift library lies that the program is linked to.
    linked = subprocess.run(["ldd", meadow], capture_output=True, text=True).stdout
    library = sorted({os.path.dirname(path) for path in re.findall(r"=> (/\S+)", linked)} | {os.path.dirname(os.path.realpath(p)) for p in re.findall(r"=> (/\S+)", linked)})
    library = [folder for folder in library if folder not in ("", "/")] + [meadow]
    failures = 0
    with tempfile.TemporaryDirectory() as work:
        site = os.path.join(os.path.realpath(work), "site")
        for part in ["Content", "Templates"]:
            if (source / part).exists():
                shutil.copytree(source / part, f"{site}/{part}")
        # A sibling that a careless test of prefixes would take for the content.
        os.mkdir(site + "_secret")
        check_itself(os.path.realpath(work))
        for name, command in commands(meadow, site).items():
            if name == "build again":
                with open(f"{site}/Content/pages/about.md", "a") as page:
                    page.write("\nOne line more.\n")
            trace = f"{work}/trace"
            done = subprocess.run([shutil.which("strace"), "-f", "-y", "-qq", "-s", "4096", "-o", trace, "-e", f"trace={CALLS}", *command],
                                  capture_output=True, text=True, env={"PATH": os.environ["PATH"], "HOME": "/nonexistent"})
            found = list(faults(trace, site, library, meadow))
            if done.returncode not in (0, 1) or name == "build" and done.returncode != 0:
                found.append(f"ended with {done.returncode}: {done.stderr[-300:]}")
            print(f"{name:12} {tally[-1]:5} places, {len(found)} faults")
            for fault in sorted(set(found))[:20]:
                print(f"FAILED {name}: {fault}", file=sys.stderr)
            failures += len(found)
        shutil.rmtree(f"{site}/Output")
        shutil.rmtree(f"{site}/.meadow", ignore_errors=True)
        if subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode != 0:
            print("skipped: without a network (unshare -n is not allowed here)")
        else:
            for name, command in commands(meadow, site).items():
                done = subprocess.run(["unshare", "-n", *command], capture_output=True, text=True)
                if done.returncode != 0:
                    failures += 1
                    print(f"FAILED {name} without a network: {done.stderr[-300:]}", file=sys.stderr)
            print("without a network: the same commands succeed" if not failures else "")
    print(f"{failures} failures")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
