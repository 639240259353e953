#!/usr/bin/env python3
"""Lays the documentation out as a site that Meadow builds.

usage: assemble.py MEADOW REPOSITORY FOLDER

The pages in docs/ carry no front matter and link to each other as files, so that they read well where
the code is looked at. Here each gets its title from its first heading, a place in a section, and its
links lead where the pages now lie; a link to a file that is no page leads to a copy of that file.
"""
import os
import re
import shutil
import subprocess
import sys

SECTIONS = {
    "guide": ("Guides", "One job each, from the first site to the hundredth refresh."),
    "publish": ("Publish", None),
    "reference": ("Reference", "Every key, variable, filter, measure and finding."),
    "importers": ("Importers", None),
    "inside": ("Inside", "How the program is built, tested and measured."),
}
# Where a page lies in the site; what is not named here is reference.
PLACES = {
    "docs/tutorial.md": "guide/tutorial", "docs/refresh.md": "guide/refresh",
    "docs/briefs.md": "guide/briefs", "docs/consent.md": "guide/consent",
    "docs/theme.md": "guide/theme", "docs/languages.md": "guide/languages",
    "docs/comparison.md": "guide/comparison",
    "docs/publish/README.md": "publish/index", "docs/importers/README.md": "importers/index",
    "docs/fuzzing.md": "inside/fuzzing", "docs/dependencies.md": "inside/dependencies",
    "Sources/README.md": "inside/building", "Tests/README.md": "inside/testing",
    "Benchmarks/README.md": "inside/benchmarks", "Benchmarks/site/README.md": "inside/many-pages",
    "CHANGELOG.md": "inside/changes", "README.md": "pages/about", "docs/install.md": "guide/install",
}
HOME = "docs/README.md"
FENCE = re.compile(r"^(```+|~~~+)")
LINK = re.compile(r"(\]\()([^)\s]+)(\))")
CODE = re.compile(r"(`+)(?:.*?)\1")


def sources(root):
    found = [path for path in PLACES if os.path.exists(os.path.join(root, path))]
    for folder, folders, files in os.walk(os.path.join(root, "docs")):
        folders[:] = [name for name in folders if name != "site"]
        for name in files:
            path = os.path.relpath(os.path.join(folder, name), root)
            if name.endswith(".md") and path not in PLACES and path != HOME:
                found.append(path)
    return sorted(found)


def place(path):
    if path in PLACES:
        return PLACES[path]
    parts = path[len("docs/"):-len(".md")].lower().split("/")
    return "/".join(parts if len(parts) > 1 else ["reference", parts[0]])


class Layout:
    def __init__(self, root, out):
        self.root, self.out = root, out
        self.places = {path: place(path) for path in sources(root)}

    def target(self, source, address, here):
        """Where a link of a page leads in the site."""
        file, hash_mark, fragment = address.partition("#")
        if not file or re.match(r"[a-z]+:", file):
            return address
        path = os.path.normpath(os.path.join(os.path.dirname(source), file))
        if os.path.isdir(os.path.join(self.root, path)):
            path = os.path.join(path, "README.md")
        # The first page of the site has no file that a text could name.
        path = "README.md" if path == HOME else path
        if path in self.places:
            there = self.places[path] + ".md"
            return self.relative(here, there) + hash_mark + fragment if here else built(there) + hash_mark + fragment
        if not os.path.isfile(os.path.join(self.root, path)):
            raise SystemExit(f"{source}: the link to {address} leads nowhere")
        kept = os.path.join("static", "files", path.lstrip("."))
        self.copy(path, kept)
        return self.relative(here, kept) if here else kept[len("static/"):]

    def relative(self, here, there):
        return os.path.relpath(there, os.path.dirname(here))

    def copy(self, path, kept):
        to = os.path.join(self.out, "Content", kept)
        os.makedirs(os.path.dirname(to), exist_ok=True)
        shutil.copyfile(os.path.join(self.root, path), to)

    def linked(self, text, source, here):
        """The text with its links led on, but for those in code."""
        lines, fence = [], None
        for line in text.split("\n"):
            mark = FENCE.match(line)
            if mark and fence is None:
                fence = mark[1]
            elif mark and mark[1].startswith(fence or "\0"):
                fence = None
            elif fence is None:
                line = self.line(line, source, here)
            lines.append(line)
        return "\n".join(lines)

    def line(self, line, source, here):
        code = []
        bare = CODE.sub(lambda match: code.append(match[0]) or f"\0{len(code) - 1}\0", line)
        bare = LINK.sub(lambda m: m[1] + self.target(source, m[2], here) + m[3], bare)
        return re.sub("\0(\\d+)\0", lambda match: code[int(match[1])], bare)

    def page(self, source):
        text = open(os.path.join(self.root, source), encoding="utf-8").read()
        title, body = heading(text, source)
        here = self.places[source] + ".md"
        head = {"title": title, "summary": first_sentence(body)}
        if head["summary"] and not here.endswith("/index.md"):
            # The page shows it above the text, so the text goes on from there.
            body = body.replace(head["summary"], "", 1) if lead_in(body, head["summary"]) else body
        if source == "README.md":
            head["title"] = "About"
        if here.startswith("importers/"):
            # They begin with a command, and their titles say all.
            head["summary"] = None
        if here.endswith("/index.md"):
            head = {"title": SECTIONS[here.split("/")[0]][0], "menu": True}
        self.write(here, head, self.linked(body, source, here))

    def write(self, here, head, body):
        to = os.path.join(self.out, "Content", here)
        os.makedirs(os.path.dirname(to), exist_ok=True)
        with open(to, "w", encoding="utf-8") as file:
            file.write("---\n" + "".join(f"{key}: {yaml(value)}\n" for key, value in head.items() if value))
            file.write("---\n\n" + body.strip() + "\n")


def built(page):
    """`guide/tutorial.md` → where it lies in the built site, as the home page links to it."""
    folder, name = os.path.split(page[:-len(".md")])
    parts = [part for part in (folder if folder != "pages" else "", name if name != "index" else "") if part]
    return "/".join(parts + ["index.html"])


def yaml(value):
    return "true" if value is True else "'" + value.replace("'", "''") + "'"


def heading(text, source):
    text = re.sub(r"\A(<!--.*?-->\s*)+", "", text, flags=re.S)
    first, _, rest = text.partition("\n")
    if not first.startswith("# "):
        raise SystemExit(f"{source}: does not begin with a heading")
    return first[2:].replace("`", ""), rest


def first_sentence(body):
    """What a list of pages says about a page: its first sentence, where it begins with one."""
    text = re.sub(r"<!--.*?-->", "", body, flags=re.S).lstrip()
    paragraph = " ".join(re.split(r"\n\s*\n", text)[0].split())
    if not paragraph or paragraph[0] in "#|-*<1!" or paragraph.startswith("```"):
        return None
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", paragraph).replace("`", "").replace("**", "")
    sentence = re.match(r".*?\.(?=\s|$)", plain)
    return sentence and sentence[0]


def lead_in(body, sentence):
    """Whether a text begins with a sentence, word for word."""
    return re.sub(r"<!--.*?-->", "", body, flags=re.S).lstrip().startswith(sentence)


def main():
    meadow, root, out = sys.argv[1:4]
    shutil.rmtree(os.path.join(out, "Content"), ignore_errors=True)
    shutil.rmtree(os.path.join(out, "Templates"), ignore_errors=True)
    layout = Layout(root, out)
    for source in layout.places:
        layout.page(source)
    for folder, (title, text) in SECTIONS.items():
        if text:
            layout.write(f"{folder}/index.md", {"title": title, "menu": True}, text)
    here = os.path.join(root, "docs", "site")
    shutil.copyfile(os.path.join(here, "site.yaml"), os.path.join(out, "Content", "site.yaml"))
    os.makedirs(os.path.join(out, "Templates"))

    # The first page is a text, too; the theme's own would show communities.
    text = open(os.path.join(root, HOME), encoding="utf-8").read()
    title, body = heading(text, HOME)
    home = os.path.join(out, "home.md")
    with open(home, "w", encoding="utf-8") as file:
        file.write(layout.linked(body, HOME, None))
    html = subprocess.run([meadow, "render", "markdown", home], check=True, capture_output=True, text=True).stdout
    with open(os.path.join(out, "Templates", "home.html"), "w", encoding="utf-8") as file:
        file.write('{% extends "base.html" %}\n{% block main %}\n'
                   f'<article>\n<div class="head"><h1>{title}</h1></div>\n'
                   f'<div class="prose">{{% raw %}}{html}{{% endraw %}}</div>\n</article>\n{{% endblock %}}\n')


if __name__ == "__main__":
    main()
