#!/usr/bin/env python3
"""Runs every command and snippet of README.md and docs/, page by page, in scratch folders.

usage: snippets.py MEADOW REPOSITORY [PAGE…]

A fenced block says by a comment above it what becomes of it; readers do not see the comment:

    <!-- snippet: run -->               a shell script; the default for `sh`
    <!-- snippet: in demo -->           the same, in a copy of the demonstration
    <!-- snippet: fails STATUS -->      the same, and its last command ends with that status
    <!-- snippet: output -->            lines that what ran on the page so far has printed; `…` is anything
    <!-- snippet: write FILE -->        a file of the scratch site;  append FILE: its next lines
    <!-- snippet: key FILE -->          lines for the front matter of a file
    <!-- snippet: later -->             run, but only when all else on the page is done
    <!-- snippet: from FILE -->         a piece of that file of the repository, word for word
    <!-- snippet: do: COMMAND -->       above no block: what a reader does by hand
    <!-- snippet: make targets -->      targets of the Makefile: they exist, and are not run here
    <!-- snippet: tested by FILE -->    that test names this page and runs its examples
    <!-- snippet: not run: REASON -->   cannot be run here

A block that says nothing and is no `sh` is a fault. A page whose snippets wrote into a site ends with a
build of it, which must succeed. Commands in running text (`meadow build --strict`,
`make hosts`) are held against the program's own help and the Makefile.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(
    r"^[ ]*<!-- snippet: do: (?P<do>[^\n]*?) -->$|(?:^[ ]*<!-- snippet: (?P<what>[^\n]*?) -->\n)?"
    r"^(?P<indent>[ ]*)(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)(?P=fence)[ ]*$", re.M | re.S)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
WHOLE_PAGES = {
    "docs/commands.md": "Tests/MeadowCommandTests/CommandPageTests.swift",
    "docs/templates.md": "Tests/MeadowCommandTests/TemplateDocumentTests.swift",
    "docs/markdown.md": "Tests/MarkdownHTMLTests/DocumentationTests.swift",
}


class Fault(Exception):
    pass


class Page:
    """One page and the folder in which what it says is done."""

    def __init__(self, path, meadow, root, work):
        self.path, self.meadow, self.root = path, meadow, root
        self.text = open(os.path.join(root, path), encoding="utf-8").read()
        self.home = os.path.join(work, re.sub(r"\W", "-", path))
        self.place = self.home
        self.printed = ""
        self.ran = self.skipped = 0
        self.wrote, self.later = False, []

    def blocks(self):
        for match in BLOCK.finditer(self.text):
            line = self.text.count("\n", 0, match.start("fence" if match["fence"] else "do")) + 1
            if match["do"]:
                yield line, "run", "", match["do"]
                continue
            yield line, (match["what"] or "").strip(), match["info"].strip(), undent(match)

    def check(self):
        faults = []
        for line, what, info, body in self.blocks():
            try:
                self.do(what or self.default(info, body), info, body)
            except Fault as fault:
                faults.append(f"{self.path}:{line}: {fault}")
        try:
            for body in self.later:
                self.run(body, 0)
            if self.wrote and os.path.exists(os.path.join(self.place, "Content", "site.yaml")):
                self.run("meadow build --quiet", 0)
        except Fault as fault:
            faults.append(f"{self.path}: at its end: {fault}")
        return faults

    def default(self, info, body):
        if info == "sh":
            return "run"
        if info == "" and all(line.startswith("make ") for line in commands(body)):
            return "make targets"
        if self.path in WHOLE_PAGES:
            return "tested by " + WHOLE_PAGES[self.path]
        raise Fault(f"a block of `{info or 'nothing'}` is neither run nor has a reason")

    def do(self, what, info, body):
        name, _, rest = what.partition(" ")
        if what.startswith("not run: "):
            self.skipped += 1
            if len(what) < 20:
                raise Fault("no reason is given")
            return
        self.ran += 1
        if what == "run":
            self.run(body, 0)
        elif what == "in demo":
            self.demo()
            self.run(body, 0)
        elif what == "later":
            self.later.append(body)
        elif name == "from":
            if body.strip() not in open(os.path.join(self.root, rest), encoding="utf-8").read():
                raise Fault(f"this does not stand in {rest}")
        elif name == "fails":
            self.run(body, int(rest))
        elif what == "output":
            self.compare(body)
        elif name in ("write", "append"):
            self.file(rest, body, "w" if name == "write" else "a")
        elif name == "key":
            self.front_matter(rest, body)
        elif what == "make targets":
            for line in commands(body):
                line = re.sub(r'\w+="[^"]*"', "", line.split("#")[0])
                targets = [word for word in line.split()[1:] if "=" not in word]
                for target in targets:
                    require_target(self.root, target)
        elif what.startswith("tested by "):
            self.tested_by(what[len("tested by "):])
        else:
            raise Fault(f"`{what}` is no word of the snippet test")

    # MARK: Doing

    def prepare(self):
        if not os.path.isdir(self.home):
            os.makedirs(self.home)
            os.makedirs(os.path.join(self.home, "bin"))
            os.symlink(self.meadow, os.path.join(self.home, "bin", "meadow"))
            os.makedirs(os.path.join(self.home, "Tests"))
            os.symlink(os.path.join(self.root, "Tests", "docs"), os.path.join(self.home, "Tests", "docs"))
            for setup in SETUPS.get(self.path, []):
                setup(self)

    def demo(self):
        self.prepare()
        if not os.path.isdir(os.path.join(self.place, "Content")):
            shutil.copytree(os.path.join(self.root, "Content"), os.path.join(self.place, "Content"))

    def run(self, script, status):
        self.prepare()
        environment = {
            "PATH": os.path.join(self.home, "bin") + ":" + os.environ["PATH"], "HOME": self.home,
            "LANG": "C.UTF-8", "NO_COLOR": "1",
        }
        end = os.path.join(self.home, ".place")
        done = subprocess.run(
            ["bash", "-e", "-c", f"trap 'pwd > {end}' EXIT\n{script}"], cwd=self.place, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        self.place = open(end).read().strip() or self.place
        self.printed += done.stdout
        if done.returncode != status:
            tail = "\n    ".join(done.stdout.splitlines()[-12:])
            raise Fault(f"ended with {done.returncode}, not {status}\n    {tail}")

    def compare(self, body):
        printed = {" ".join(line.split()) for line in self.printed.splitlines()}
        for line in filter(None, (" ".join(line.split()) for line in body.splitlines())):
            pattern = ".*".join(map(re.escape, line.split("…")))
            if not any(re.fullmatch(pattern, other) for other in printed):
                near = [other for other in printed if other[:12] == line[:12]]
                raise Fault(f"nothing printed “{line}”" + (f", but “{near[0]}”" if near else ""))

    def file(self, name, body, mode):
        self.prepare()
        self.wrote = True
        path = os.path.join(self.place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, mode, encoding="utf-8") as file:
            file.write(body)

    def front_matter(self, name, body):
        self.prepare()
        self.wrote = True
        path = os.path.join(self.place, name)
        head, rest = open(path, encoding="utf-8").read().split("\n---", 1)
        with open(path, "w", encoding="utf-8") as file:
            file.write(head + "\n" + body.rstrip("\n") + "\n---" + rest)

    def tested_by(self, test):
        path = os.path.join(self.root, test)
        if not os.path.exists(path) or os.path.basename(self.path) not in open(path).read():
            raise Fault(f"{test} does not read this page")


def undent(match):
    """A block as it reads; one in a list is moved in as far as its fence."""
    return re.sub(r"^" + match["indent"], "", match["body"], flags=re.M)


def commands(body):
    return [line for line in body.replace("\\\n", " ").splitlines() if line.strip() and line[0] != "#"]


# MARK: What lies in the scratch folder before a page begins

def exports(**files):
    """Files of an export, from the importers' own fixtures: name → path below Fixtures, or bytes."""
    def setup(page):
        fixtures = os.path.join(page.root, "Tests", "ImportersTests", "Fixtures")
        for name, source in files.items():
            to = os.path.join(page.home, name)
            os.makedirs(os.path.dirname(to), exist_ok=True)
            if callable(source):
                source(fixtures, to)
            elif os.path.isdir(os.path.join(fixtures, source)):
                shutil.copytree(os.path.join(fixtures, source), to)
            else:
                shutil.copyfile(os.path.join(fixtures, source), to)
    return setup


def packed(folder, kind):
    def pack(fixtures, to):
        shutil.make_archive(to[:-len("." + kind)], {"zip": "zip", "tar.gz": "gztar"}[kind], os.path.join(fixtures, folder))
    return pack


def zstd(source, **names):
    """A file packed, with some of its words exchanged."""
    def pack(fixtures, to):
        text = open(os.path.join(fixtures, source), encoding="utf-8").read()
        for name, other in names.items():
            text = text.replace(f'"{name}"', f'"{other}"')
        subprocess.run(["zstd", "-q", "-o", to], input=text.encode(), check=True)
    return pack


def written(text):
    def write(_, to):
        with open(to, "w", encoding="utf-8") as file:
            file.write(text)
    return write


def site(*communities):
    """A site that lacks nothing but data."""
    def setup(page):
        page.file("Content/site.yaml", "title: Insights\norganisation: Acme\ndata_licence: CC-BY-4.0\n", "w")
        for name in communities:
            page.file(f"Content/communities/{name}.md", PLACE, "w")
        page.wrote = False
    return setup


def files(**texts):
    def setup(page):
        for name, text in texts.items():
            page.file(name, text, "w")
        page.wrote = False
    return setup


def demonstration(page):
    """A copy of it, built."""
    page.demo()
    page.run("meadow build --quiet", 0)


def tutorial(until):
    """The site as the tutorial leaves it before one of its commands."""
    def setup(page):
        before = Page("docs/tutorial.md", page.meadow, page.root, os.path.join(page.home, "before"))
        before.prepare()
        for _, what, info, body in before.blocks():
            if until in body:
                break
            if what != "output" and not what.startswith("not run"):
                before.do(what or "run", info, body)
        page.place = before.place
    return setup


PLACE = """---
name: A place
kind: Forum
summary: People talk there.
basis: licence
proof: https://creativecommons.org/licenses/by-sa/4.0/
origin: https://place.example
---

Be kind.
"""
SETUPS = {}


def setups():
    from setups import SETUPS as known
    SETUPS.update(known(exports, packed, zstd, written, site, files, tutorial, demonstration))


# MARK: Commands in running text

class Help:
    """What the program says it understands."""

    def __init__(self, meadow):
        self.meadow, self.known = meadow, {}

    def of(self, verbs):
        if verbs not in self.known:
            done = subprocess.run([self.meadow, "help", *verbs], capture_output=True, text=True)
            self.known[verbs] = done.stdout if done.returncode == 0 else ""
        return self.known[verbs]

    def fault(self, text):
        words = text.split()
        verbs = ()
        for word in words[1:]:
            if not re.fullmatch(r"[a-z]+", word) or f"\n  {word} " not in self.of(verbs):
                break
            verbs += (word,)
        if len(words) > 1 and not verbs and re.fullmatch(r"[a-z]+", words[1]):
            return f"`{text}`: there is no verb `{words[1]}`"
        for option in re.findall(r"(?<=\s)--[a-z][a-z-]*", text):
            if not re.search(re.escape(option) + r"\b", self.of(verbs)):
                return f"`{text}`: `meadow {' '.join(verbs)}` has no `{option}`"
        return None


def require_target(root, target):
    done = subprocess.run(["make", "-n", "-C", root, target], capture_output=True, text=True)
    if "No rule to make target" in done.stderr:
        raise Fault(f"`make {target}`: there is no such target")


def check_running_text(path, root, program):
    faults = []
    text = BLOCK.sub("", open(os.path.join(root, path), encoding="utf-8").read())
    for code in INLINE.findall(text):
        try:
            if re.match(r"meadow [a-z]", code):
                fault = program.fault(code)
                if fault:
                    raise Fault(fault)
            elif re.match(r"make [a-z]", code):
                require_target(root, code.split()[1])
        except Fault as fault:
            faults.append(f"{path}: {fault}")
    return faults


# MARK: Files that lie beside pages

def read_yaml(path):
    try:
        import yaml
    except ImportError:
        return
    yaml.safe_load(open(path, encoding="utf-8"))


def read_toml(path):
    try:
        import tomllib
    except ImportError:
        return
    tomllib.load(open(path, "rb"))


def read_script(path):
    subprocess.run(["bash", "-n", path], check=True, capture_output=True)


def check_files(root):
    """Samples that are not tried can at least be read."""
    readers = {".yml": read_yaml, ".yaml": read_yaml, ".toml": read_toml, ".sh": read_script}
    faults = []
    for path in sorted(glob.glob(os.path.join(root, "docs", "**", "*"), recursive=True)):
        reader = readers.get(os.path.splitext(path)[1])
        try:
            if reader:
                reader(path)
        except Exception as error:
            faults.append(f"{os.path.relpath(path, root)}: {error}")
    return faults


def main():
    meadow, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    sys.path.insert(0, os.path.join(root, "Tests", "docs"))
    setups()
    everything = ["README.md", "Sources/README.md", "Tests/README.md", "Benchmarks/README.md"]
    everything += [os.path.relpath(path, root) for path in glob.glob(os.path.join(root, "docs", "**", "*.md"), recursive=True)]
    faults, ran, skipped = check_files(root), 0, 0
    program = Help(meadow)
    with tempfile.TemporaryDirectory() as work:
        for path in sys.argv[3:] or sorted(everything):
            page = Page(path, meadow, root, work)
            faults += page.check() + check_running_text(path, root, program)
            ran, skipped = ran + page.ran, skipped + page.skipped
    print("\n".join(faults))
    print(f"{ran} snippets hold, {skipped} are not run for a stated reason, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
