"""A site that changes while builds of it are killed, and what is seen of it from outside."""
import hashlib
import os
import pathlib
import shutil
import subprocess

AS_OF = "2026-11-10"


def page(title, text):
    return f"---\ntitle: {title}\n---\n\n{text}\n"


class Site:
    """A copy of a site with two editions, old and new.

    `kind` says how they differ: `pages` come, change and go, or one page is `edited` and nothing
    else, which a build renders by itself.
    """

    def __init__(self, meadow, folder, source=None, kind="pages"):
        self.meadow, self.folder, self.kind = str(meadow), pathlib.Path(folder), kind
        self.pages = self.folder / "Content/pages"
        if source is None:
            self.pages.mkdir(parents=True)
            (self.folder / "Content/site.yaml").write_text(
                "title: Small\norganisation: Acme\nbase_url: https://insights.example/reports\n")
        else:
            for part in ["Content", "Templates"]:
                if (pathlib.Path(source) / part).exists():
                    shutil.copytree(pathlib.Path(source) / part, self.folder / part)
            self.pages.mkdir(exist_ok=True)
        self.turn_old()
        self.build_whole()
        self.old = self.edition()
        self.turn_new()
        self.build_whole()
        self.new = self.edition()
        assert self.old != self.new, "the two editions are the same"

    def turn_old(self):
        (self.pages / "changing.md").write_text(page("Changing", "What it said before."))
        if self.kind == "pages":
            (self.pages / "going.md").write_text(page("Going", "Gone."))
            (self.pages / "coming.md").unlink(missing_ok=True)

    def turn_new(self):
        (self.pages / "changing.md").write_text(page("Changing", "What it says now."))
        if self.kind == "pages":
            (self.pages / "coming.md").write_text(page("Coming", "Come."))
            (self.pages / "going.md").unlink(missing_ok=True)

    def command(self, *more):
        return [self.meadow, "build", "--site", str(self.folder), "--as-of", AS_OF, "--quiet", *more]

    def build(self, *before):
        """Runs a build behind a command such as strace, without ever raising."""
        return subprocess.run([*before, *self.command()], capture_output=True, text=True, errors="replace")

    def build_whole(self):
        done = self.build()
        assert done.returncode == 0, f"a build by itself fails: {done.stderr}"

    def edition(self):
        """Path and digest of each file; Meadow's own records are no part of an edition."""
        output = self.folder / "Output"
        found = {}
        for folder, folders, names in os.walk(output):
            if ".meadow-next" in folders:
                folders.remove(".meadow-next")
            for name in names:
                path = os.path.join(folder, name)
                if name != ".meadow-manifest":
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, output)] = hashlib.sha256(file.read()).digest()
        return found

    def is_under_journal(self):
        return (self.folder / "Output/.meadow-next/journal").exists()

    def leftovers(self):
        """What only a killed build leaves: a staged tree, a journal, half a file."""
        return [
            os.path.join(folder, name)
            for folder, folders, names in os.walk(self.folder)
            for name in folders + names
            if name == ".meadow-next" or name.startswith(".") and name.endswith((".next", ".part"))
        ]

    def faults(self):
        """What is wrong with what lies there right after a fault."""
        now = self.edition()
        if now == self.old or now == self.new:
            return []
        if not self.is_under_journal():
            return ["neither the old nor the new site"]
        torn = [path for path, digest in now.items()
                if digest not in (self.old.get(path), self.new.get(path))]
        return [f"not whole: {torn}"] if torn else []

    def faults_after_next_build(self):
        done = self.build()
        if done.returncode != 0:
            return [f"the next build fails: {done.stderr}"]
        wrong = [] if self.edition() == self.new else ["the next build does not give the new site"]
        left = self.leftovers()
        return wrong + ([f"the next build leaves {left}"] if left else [])
