#!/usr/bin/env python3
"""Loads the templates of real themes: each must load, or be refused with a place and a reason.

    pip download --no-deps -d WHEELS mkdocs mkdocs-material pelican nikola furo sphinx
    python3 Tests/oracles/theme_templates.py WHEELS -- .build/release/meadow render stream

Every HTML file in the wheels that Jinja2 itself can read is loaded leniently, with the others of its
theme by their names. Refusing is right where the template uses what is not in the language, then the
diagnostic must say so and not call it a slip of syntax; Jinja2 judges what is one. Exit status 1 when
a template brings the engine down or is called wrong where Jinja2 reads it.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import zipfile

import jinja2

# What a host adds to Jinja2 and we do not have: named in the diagnostic, and right to refuse.
EXTENSIONS = ["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"]
SYNTAX = {"T001", "T002"}
# Faults of the values and of the folder, not of the template.
UNTOLD = {"T003", "T007", "T008", "T009", "T016"}


class Stream:
    def __init__(self, command):
        self.command = command
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, case):
        self.process.stdin.write(json.dumps(case) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if line:
            return json.loads(line)
        self.start()
        return None


def themes(folder):
    """The templates of each theme: (name of the theme, {name: text})."""
    for wheel in sorted(pathlib.Path(folder).glob("*.whl")):
        files = collections.defaultdict(dict)
        with zipfile.ZipFile(wheel) as archive:
            for path in archive.namelist():
                if not re.search(r"\.(html|jinja|tmpl|xml)$", path) or re.search(r"/tests?/|node_modules", path):
                    continue
                if path.endswith(".tmpl") and "jinja" not in path:
                    continue  # Mako
                root = re.search(r"^(.*?/(templates|theme|themes/[^/]+)(/[^/]+/templates)?)/", path)
                top = root.group(1) if root else str(pathlib.PurePosixPath(path).parent)
                files[top][path[len(top) + 1:]] = archive.read(path).decode("utf-8", "replace")
        for top, templates in sorted(files.items()):
            yield f"{wheel.name.split('-')[0]}: {top}", templates


def readable(text):
    try:
        jinja2.Environment(extensions=EXTENSIONS).parse(text)
        return None
    except jinja2.TemplateSyntaxError as error:
        return error.message


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("command", nargs="+")
    given = options.parse_args()
    run = Stream(given.command)
    counts = collections.Counter()
    reasons = collections.Counter()
    wrong = []
    for theme, templates in themes(given.folder):
        for name, text in sorted(templates.items()):
            counts["templates"] += 1
            answer = run({"source": text, "templates": {n: t for n, t in templates.items() if n != name},
                          "context": {}, "autoescape": True})
            if answer is None:
                wrong.append(f"{theme}/{name}: crash")
                continue
            errors = re.findall(r"error\[(T\d+)\]: ([^\n]*)\n  --> ([^\n:]*):\d+:\d+", answer.get("err") or "")
            if not errors and "out" not in answer:
                wrong.append(f"{theme}/{name}: refused without a place: {answer.get('err')!r}")
            for code, message, file in errors:
                source = text if file == "main.html" else templates.get(file, "")
                if code in SYNTAX and readable(source) is None:
                    wrong.append(f"{theme}/{name}: {file}: {message}")
            # Each file for itself; what fails for want of values or of another package was read.
            own = [(code, message) for code, message, file in errors if file == "main.html" and code not in UNTOLD]
            kind = ("whole in the language" if not own else "whole but for filters and tests of their host"
                    if all(code == "T005" for code, _ in own) else "refused with a reason")
            counts[kind] += 1
            reasons.update({message for _, message in own})
    for reason, count in reasons.most_common():
        print(f"{count:5} {reason}")
    print(", ".join(f"{count} {what}" for what, count in counts.items()) + f", {len(wrong)} wrong")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
