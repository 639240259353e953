#!/usr/bin/env python3
"""Hostile inputs through the whole program: import or content, build, and the output read by parsers of others.

    run.py MEADOW [--only WORD] [--work FOLDER]

Each input runs with a stack of 1 MiB and must end within 10 seconds of processor time and 512 MB, with
a site or with words on what is wrong, never by a signal. What is built is read by html5lib, an XML parser
and csv, and may hold no element, attribute, scheme or cell that a site of ours never has. Needs html5lib.
"""
import argparse
import collections
import email
import email.policy
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import unicodedata
import zipfile

import consent
import parsed
import vectors

SECONDS, MEGABYTES, STACK = 10, 512, 1 << 20
AS_OF = "2026-11-10"


class Trial:
    """Runs the program under the limits and keeps what it cost at most."""

    def __init__(self, meadow, work):
        self.meadow, self.work = meadow, pathlib.Path(work)
        self.failures, self.count = [], collections.Counter()
        self.most = {"seconds": (0, ""), "megabytes": (0, "")}
        self.name = self.group = ""

    def fail(self, what):
        self.failures.append(f"{self.name}: {what}")
        print(f"FAILED {self.name}: {what}", file=sys.stderr, flush=True)

    def run(self, *arguments, ok=(0, 1, 2, 65, 66)):
        def limit():
            resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))
            resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen([self.meadow, *map(str, arguments)], stdout=output, stderr=subprocess.STDOUT,
                                       preexec_fn=limit, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = 0
            # Fifty findings, each with its line.
            if output.seek(0, os.SEEK_END) > 16 << 20:
                self.fail(f"said {output.tell() >> 20} MB")
            output.seek(0)
            said = output.read(1 << 20).decode(errors="replace")
        seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        for key, value in [("seconds", seconds), ("megabytes", megabytes)]:
            self.most[key] = max(self.most[key], (value, self.name))
        if seconds > SECONDS:
            self.fail(f"took {seconds:.1f} s")
        if megabytes > MEGABYTES:
            self.fail(f"took {megabytes:.0f} MB")
        if os.WIFSIGNALED(status):
            self.fail(f"ended by signal {signal.Signals(os.WTERMSIG(status)).name}: {said[-300:]}")
        code = os.waitstatus_to_exitcode(status)
        if code > 0 and not said.strip():
            self.fail("failed without a word")
        if "Fatal error" in said:
            self.fail(f"crashed: {said[-300:]}")
        return code, said

    def site(self, files):
        """A folder with a small site and these files, bytes or text, by path."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.work))
        base = {"Content/site.yaml": "title: Insights\norganisation: Acme\nbase_url: https://insights.example/reports\ndata_licence: CC-BY-4.0\n"
                                     "text_licence: CC-BY-4.0\n",
                "Content/pages/page-1.md": "---\ntitle: A page\n---\n\nText.\n"}
        for path, text in {**base, **files}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return folder

    def build(self, folder, expect=None, as_of=AS_OF):
        """Builds and looks at what was built. `expect`: True for a site, False for a refusal."""
        code, said = self.run("build", "--site", folder, "--as-of", as_of)
        output = folder / "Output"
        if code == 0:
            for fault in list(parsed.site_faults(output))[:5]:
                self.fail(fault)
            checked, _ = self.run("check", output, "--base-url", "https://insights.example/reports")
            if checked != 0:
                self.fail("the build and the check disagree")
        elif output.exists() and list(output.iterdir()):
            self.fail("refused, and published all the same")
        elif "error" not in said:
            self.fail(f"refused without an error: {said[-200:]}")
        if expect is not None and (code == 0) != expect:
            self.fail(f"{'refused' if expect else 'built'}: {said[-400:]}")
        self.count[f"{self.group}: {'built' if code == 0 else 'refused'}"] += 1
        return code, said

    def each(self, group, table, body):
        for name, value in table.items():
            self.name, self.group = f"{group}, {name}", group
            if self.only and self.only not in self.name:
                continue
            body(self, name, value)
            for folder in self.work.iterdir():
                shutil.rmtree(folder, ignore_errors=True)

    only = None


def quoted(text):
    """A YAML text in double quotes."""
    return json.dumps(text)


def records(trial, folder, lines, name="posts.ndjson"):
    """Imports NDJSON for the community `makers`."""
    export = folder / name
    export.write_bytes(b"".join((line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")) + b"\n" for line in lines))
    return trial.run("import", "ndjson", export, "--site", folder, "--community", "makers", "--origin", "https://makers.example",
                     "--date", "2026-01-31", "--demo-key")


COMMUNITY = "---\nname: {name}\nkind: Forum\nsummary: {summary}\nbasis: licence\nproof: https://makers.example/licence\n---\n\nBe kind.\n"
CURATED = {"Content/communities/makers.md": COMMUNITY.format(name="Makers", summary="Make."),
           "Content/departments/help.md": "---\nname: Help\nsummary: Helps.\nowner: Somebody\ncommunities: [makers]\n---\n"}
# What a mail of ours has.
HEADERS = {"Subject", "From", "To", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "X-Unsent", "Content-Language"}
INSIGHT = ("---\ntitle: {title}\nsummary: {summary}\ndate: 2026-02-01\ncommunities: [makers]\ndepartments: [help]\nsources: [makers/g1]\n---\n\n{body}\n")


def as_markdown(trial, name, text):
    trial.build(trial.site({"Content/pages/page-2.md": f"---\ntitle: B\n---\n\n{text}\n\nAfter it.\n"}))


def as_front_matter(trial, name, text):
    t = quoted(text)
    trial.build(trial.site({"Content/pages/page-2.md": f"---\ntitle: {t}\nsummary: {t}\n---\n\nText.\n",
                            "Content/notes/a.md": f"---\ntitle: {t}\nsummary: {t}\ndate: 2026-01-02\ntags: [{t}]\n---\n\nText.\n"}))


def as_settings(trial, name, text):
    t = quoted(text)
    trial.build(trial.site({"Content/site.yaml": f"title: {t}\norganisation: {t}\nnote: {t}\nbase_url: https://insights.example/reports\n"}))


def as_posts(trial, name, text):
    """Titles, texts, names, channels and tags of a community, read from an export, shown on every kind of page."""
    posts = [{"id": f"g{n}", "published": f"2026-01-{2 + n % 20:02}T00:00:00Z", "attributedTo": f"p{n % 9}", "name": text, "content": text, "channel": "c",
              "channelName": text, "tag": [text], "type": "question", "url": f"https://makers.example/t/{n}", "context": f"g{n}"} for n in range(40)]
    folder = trial.site({**CURATED, "Content/insights/first.md": INSIGHT.format(title="A", summary="B", body="```threads\ncommunity: makers\n```\n")})
    code, said = records(trial, folder, [json.dumps(post) for post in posts])
    if code != 0:
        trial.fail(f"the import failed: {said[-300:]}")
    trial.build(folder, expect=True)


def as_brief(trial, name, text):
    """What an author calls a department, an insight and a chart, in pages, in the brief and in its mail."""
    t = quoted(text)
    folder = trial.site({
        **CURATED,
        "Content/departments/help.md": f"---\nname: {t}\nsummary: {t}\nowner: {t}\ncommunities: [makers]\n---\n",
        "Content/insights/first.md": INSIGHT.format(title=t, summary=t, body="```chart\ntitle: " + t + "\nmetric: activity.items\ncommunity: makers\nperiod: month\n```")})
    code, said = records(trial, folder, [vectors.GOOD % (n, n % 9, n) for n in range(40)])
    if code != 0:
        trial.fail(f"the import failed: {said[-300:]}")
    # An import refuses what it cannot read of its community's file.
    (folder / "Content/communities/makers.md").write_text(COMMUNITY.format(name=t, summary=t))
    code, _ = trial.build(folder)
    for path in (folder / "Output").rglob("*.eml") if code == 0 else []:
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if mail["bcc"] or mail["cc"] or set(mail.keys()) - HEADERS:
            trial.fail(f"{path.name} has a header of the input's: {mail.keys()}")
        trial.count["mails read"] += 1


def as_body(trial, name, text):
    trial.build(trial.site({"Content/pages/page-2.md": f"---\ntitle: B\n---\n\n{text}\n"}))


def as_yaml(trial, name, text):
    matter = "---\ntitle: a\n\nText.\n" if text is None else f"---\n{text}---\n\nText.\n"
    trial.build(trial.site({"Content/pages/page-2.md": matter}))
    if text is not None:
        trial.build(trial.site({"Content/site.yaml": text}))


def as_line(trial, name, line):
    """Between good records, and then by itself in a snapshot."""
    if line is None:
        line = b'{"id":"x","published":"2026-01-02T00:00:00Z","content":"' + b"a" * 100_000_000 + b'"}'
    good = [vectors.GOOD % (n, n % 9, n) for n in range(10)]
    folder = trial.site({"Content/communities/makers.md": COMMUNITY.format(name="Makers", summary="Make.")})
    code, said = records(trial, folder, good[:5] + [line] + good[5:])
    if code != 0:
        return trial.fail(f"one bad line and nothing is imported: {said[-300:]}")
    manifest = json.loads(next((folder / "Content/snapshots/makers").glob("*/manifest.json")).read_text())
    counts = manifest["counts"]
    if counts["read"] != counts["items"] + counts["quarantined"] + sum(counts["withheld"].values()):
        trial.fail(f"counts do not add up: {counts}")
    if counts["read"] != 11 or counts["items"] < 10:
        trial.fail(f"a good line is lost: {counts}")
    trial.build(folder, expect=True)
    snapshot = next((folder / "Content/snapshots/makers").glob("*/items.ndjson"))
    snapshot.write_bytes(snapshot.read_bytes() + (line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")))
    shutil.rmtree(folder / "Output")
    trial.build(folder, expect=False)


def as_svg(trial, name, text):
    trial.build(trial.site({"Content/static/drawing.svg": text}), expect=False)


def as_feed(trial, name, text):
    folder = trial.site({"Content/communities/makers.md": COMMUNITY.format(name="Makers", summary="Make.")})
    (folder / "feed.atom").write_text(text)
    code, _ = trial.run("import", "feed", folder / "feed.atom", "--site", folder, "--community", "makers", "--origin", "https://f.example",
                        "--date", "2026-01-31", "--demo-key")
    if code == 0:
        written = b"".join(path.read_bytes() for path in (folder / "Content/snapshots").rglob("*") if path.is_file())
        host = pathlib.Path("/etc/hostname").read_bytes().strip() if pathlib.Path("/etc/hostname").exists() else b""
        if host and host in written:
            trial.fail("a file of this machine was read")
        trial.build(folder)


def paths():
    """Names, links and special files: what each does to a site, and whether it is still built."""
    page = "---\ntitle: B\n---\n\nText.\n"
    secret = "Top secret canary."

    def file(path, text=page):
        def make(folder):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        return make

    def link(path, target):
        def make(folder):
            (folder.parent / (folder.name + "_secret")).mkdir()
            (folder.parent / (folder.name + "_secret/secret.md")).write_text(f"---\ntitle: S\n---\n\n{secret}\n")
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            os.symlink(target.format(secret=folder.parent / (folder.name + "_secret")), folder / path)
        return make

    def alias(address):
        return file("Content/pages/b.md", f"---\ntitle: B\naliases: [{quoted(address)}]\n---\n\nText.\n")

    def both(*makers):
        return lambda folder: [make(folder) for make in makers]

    nfc, nfd = unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é")
    return {
        "alias above": (alias("../../x/"), False), "alias by percent": (alias("%2e%2e%2f%2e%2e/x/"), None),
        "alias absolute": (alias("/etc/passwd"), None), "alias backslash": (alias("..\\..\\x"), None),
        "alias NUL": (alias("a\0b"), False), "alias line end": (alias("a\nb/"), None), "alias of a page": (alias("page-1/"), False),
        "alias 300 bytes": (alias("x" * 300 + "/"), None), "alias of a script": (alias("<script>alert(1)</script>/"), None),
        "device name": (file("Content/pages/con.md"), None), "trailing dot": (file("Content/pages/b..md"), None),
        "capital name": (file("Content/pages/Page-1.md"), None),
        "cases only": (both(file("Content/static/A.txt"), file("Content/static/a.txt")), None),
        "forms of one letter": (both(file(f"Content/static/{nfc}.txt"), file(f"Content/static/{nfd}.txt")), None),
        "255 bytes": (file("Content/static/" + "x" * 251 + ".txt"), None),
        "line end in a name": (file("Content/static/a\nb.txt"), None), "quote in a name": (file("Content/static/a\"'<b>.txt"), None),
        "control in a name": (file("Content/static/a\x01\x1b[31m.txt"), None), "bidi in a name": (file("Content/static/a\u202etxt.exe"), None),
        "deep folders": (file("Content/static/" + "d/" * 500 + "a.txt"), None),
        "link to a file": (link("Content/pages/s.md", "{secret}/secret.md"), None), "link to a folder": (link("Content/notes", "{secret}"), None),
        "static link": (link("Content/static/s.txt", "{secret}/secret.md"), None), "static link to a folder": (link("Content/static/s", "{secret}"), None),
        "loop": (link("Content/static/loop", "."), None), "loop of its own": (link("Content/pages/loop.md", "loop.md"), None),
        "dangling link": (link("Content/pages/no.md", "nowhere"), None), "settings by link": (lambda f: (shutil.move(f / "Content/site.yaml", f / "site"), os.symlink("../site", f / "Content/site.yaml")), False),
        "output by link": (lambda f: ((f.parent / "elsewhere").mkdir(), os.symlink("../elsewhere", f / "Output")), False),
        "FIFO page": (lambda f: os.mkfifo(f / "Content/pages/pipe.md"), None), "FIFO in static": (lambda f: (os.makedirs(f / "Content/static"), os.mkfifo(f / "Content/static/pipe")), None),
        "hard link": (lambda f: ((f / "Content/static").mkdir(), os.link(f / "Content/pages/page-1.md", f / "Content/static/a.txt")), True),
        "folder as a page": (lambda f: (f / "Content/pages/b.md").mkdir(), None),
        "ledger in static": (both(file("Content/consent/head", "0"), file("Content/static/head", "0")), None),
        "template above": (file("Templates/page.html", "{% include '../../../etc/hostname' %}"), False),
    }


def as_path(trial, name, value):
    make, expect = value
    folder = trial.site({})
    try:
        make(folder)
    except OSError as error:
        print(f"skipped: {name} ({error})")
        return
    trial.build(folder, expect=expect) if not (folder / "Output").is_symlink() else trial.run("build", "--site", folder, "--as-of", AS_OF)
    for path in (folder / "Output").rglob("*") if (folder / "Output").exists() else []:
        if path.is_file() and b"Top secret canary." in path.read_bytes():
            trial.fail(f"what lies outside was published in {path.name}")
    if (trial.work / "elsewhere").exists() and list((trial.work / "elsewhere").iterdir()):
        trial.fail("it wrote through a link")


def archives(folder):
    """Archives that want out of their folder, and one that is small and large."""
    line = vectors.GOOD % (1, 1, 1) + "\n"
    with zipfile.ZipFile(folder / "slip.zip", "w") as archive:
        archive.writestr("../../slipped.ndjson", line)
        archive.writestr("/tmp/slipped-absolute.ndjson", line)
    with zipfile.ZipFile(folder / "link.zip", "w") as archive:
        entry = zipfile.ZipInfo("link.ndjson")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
        archive.writestr("good.ndjson", line)
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("bomb.ndjson", "w", force_zip64=True) as file:
            for _ in range(400):
                file.write(b"0" * 1_000_000)
    with tarfile.open(folder / "link.tar.gz", "w:gz") as archive:
        entry = tarfile.TarInfo("link.ndjson")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(entry)
        entry = tarfile.TarInfo("device.ndjson")
        entry.type = tarfile.CHRTYPE
        archive.addfile(entry)
    return {path.name: path.name for path in sorted(folder.iterdir())}


def as_archive(trial, name, value):
    folder = trial.site({"Content/communities/makers.md": COMMUNITY.format(name="Makers", summary="Make.")})
    archives(folder / "Content")
    before = set(trial.work.rglob("*"))
    trial.run("import", "ndjson", folder / "Content" / value, "--site", folder, "--community", "makers", "--origin", "https://makers.example",
              "--date", "2026-01-31", "--demo-key")
    for path in set(trial.work.rglob("*")) - before:
        if "slipped" in path.name:
            trial.fail(f"{path} came out of the archive")
    if pathlib.Path("/tmp/slipped-absolute.ndjson").exists():
        trial.fail("an absolute path came out of the archive")
    for path in (folder / "Content/snapshots").rglob("*") if (folder / "Content/snapshots").exists() else []:
        if path.is_file() and b"root:" in path.read_bytes():
            trial.fail("a link in an archive was followed")
    trial.count[f"{trial.group}: looked at"] += 1


def as_consent(trial, name, value):
    outcome, as_of, files = value
    folder = trial.site(files)
    _, said = trial.build(folder, expect=outcome in ("there", "gone"), as_of=as_of)
    if outcome not in ("there", "gone") and f"error[{outcome}]" not in said:
        trial.fail(f"refused, and not by {outcome}: {said[-400:]}")
    traces = [path for path in (folder / "Output").rglob("*") if path.is_file() and re.search(rb"(?i)zoerk", path.read_bytes())]
    if outcome == "gone" and traces:
        trial.fail(f"left a trace in {traces[0]}")
    if outcome == "there" and folder / "Output/directory/index.html" not in traces:
        trial.fail("is not listed")


def big_file(trial, name, size):
    trial.build(trial.site({"Content/pages/page-2.md": "---\ntitle: B\n---\n\n" + "a" * size}), expect=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meadow")
    parser.add_argument("--only", help="inputs whose name has this")
    parser.add_argument("--work")
    options = parser.parse_args()
    parsed.check_itself()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        trial = Trial(options.meadow, work)
        trial.only = options.only
        trial.each("Markdown", {**vectors.TEXTS, **vectors.HEADERS}, as_markdown)
        trial.each("front matter", {**vectors.TEXTS, **vectors.HEADERS}, as_front_matter)
        trial.each("settings", {**vectors.TEXTS, **vectors.HEADERS}, as_settings)
        trial.each("posts", {**vectors.TEXTS, **vectors.HEADERS}, as_posts)
        trial.each("briefs", {**vectors.TEXTS, **vectors.HEADERS}, as_brief)
        trial.each("depth and size", vectors.BODIES, as_body)
        trial.each("depth and size", {"a line of 100 MB": 100_000_000}, big_file)
        trial.each("YAML", vectors.YAML, as_yaml)
        trial.each("data", vectors.LINES, as_line)
        trial.each("drawings", vectors.SVG, as_svg)
        trial.each("feeds", vectors.FEEDS, as_feed)
        trial.each("paths", paths(), as_path)
        trial.each("consent", consent.CASES, as_consent)
        trial.each("archives", dict.fromkeys(["slip.zip", "link.zip", "bomb.zip", "link.tar.gz"]), lambda t, n, _: as_archive(t, n, n))
    for line, count in sorted(trial.count.items()):
        print(f"{line:32} {count:4}")
    for key, (value, name) in trial.most.items():
        print(f"most {key}: {value:.1f} ({name})")
    print(f"{sum(trial.count.values())} inputs, {len(trial.failures)} failures, {time.monotonic() - started:.0f} s")
    return len(trial.failures) > 0


if __name__ == "__main__":
    sys.exit(main())
