#!/usr/bin/env python3
"""Breaks links of a built site at random and holds `meadow check` against html5lib and urllib.

    python3 Tests/oracles/links_check.py Output [--rounds 40] [--meadow .build/release/meadow]

Each round copies the site, removes files and ids, respells links, computes which targets are
missing, and compares the set with what the check reports (O6b, O8a, O8b, O8c). Needs html5lib.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import html5lib

BASE = "https://insights.example/reports/"


def parsed(path):
    return html5lib.parse(path.read_bytes(), transport_encoding="utf-8", namespaceHTMLElements=False)


def names(tree):
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    return {e.get("id") for e in elements} | {e.get("name") for e in elements if e.tag == "a"}


def missing_targets(root):
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    trees = {file: parsed(root / file) for file in files if file.endswith((".html", ".svg"))}
    places = {file: names(tree) for file, tree in trees.items()}
    missing = set()
    for file, tree in trees.items():
        for element in tree.iter() if file.endswith(".html") else ():
            for attribute in ("href", "src"):
                value = element.get(attribute)
                if value is not None:
                    missing |= fault(file, value.strip(), files, places)
    return missing


def fault(file, value, files, places):
    target = urllib.parse.urlsplit(urllib.parse.urljoin(BASE + file, value))
    address = target._replace(fragment="", query="").geturl()
    if not address.startswith(BASE):
        return set()
    path = urllib.parse.unquote(address.removeprefix(BASE))
    if value == "" or value.startswith("#"):
        path = file
    elif path == "" or path.endswith("/"):
        path += "index.html"
    elif path not in files and path + "/index.html" in files:
        path += "/index.html"
    if path not in files:
        return {f"no file `{path}` in the site"}
    fragment = urllib.parse.unquote(target.fragment)
    if fragment and fragment.lower() != "top" and path in places and fragment not in places[path]:
        return {f"no place `#{fragment}` in `{path}`"}
    return set()


def damage(root, random):
    files = sorted(path for path in root.rglob("*") if path.is_file())
    for path in random.sample(files, min(8, len(files) // 10 + 1)):
        path.unlink()
    pages = [path for path in files if path.suffix == ".html" and path.exists()]
    for path in random.sample(pages, min(5, len(pages))):
        text = path.read_text()
        ids = re.findall(r' id="([^"]+)"', text)
        if ids:
            text = text.replace(f' id="{random.choice(ids)}"', "", 1)
        path.write_text(re.sub(r'href="([^":#]+)"', lambda link: respelled(link[1], random), text))


def respelled(address, random):
    spellings = [
        address, "./" + address, address.replace(".html", "%2Ehtml"), address + "?q=1",
        f" {address}", f"{address}#nowhere{random.randint(0, 2)}",
    ]
    return f'href="{random.choice(spellings)}"'


def reported(meadow, root):
    command = [meadow, "check", str(root), "--base-url", BASE]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, NO_COLOR="1"))
    return set(re.findall(r"^error\[O(?:6b|8[abc])\]: (.*)$", done.stdout + done.stderr, re.MULTILINE))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("site", type=pathlib.Path)
    arguments.add_argument("--rounds", type=int, default=40)
    arguments.add_argument("--meadow", default=".build/release/meadow")
    options = arguments.parse_args()
    targets = differing = 0
    for seed in range(options.rounds):
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch, "site")
            shutil.copytree(options.site, root)
            damage(root, random.Random(seed))
            expected, found = missing_targets(root), reported(options.meadow, root)
        targets += len(expected)
        if expected != found:
            differing += 1
            print(f"seed {seed}: not found {expected - found}, made up {found - expected}")
    print(f"{options.rounds} rounds, {targets} missing targets, {differing} rounds differ")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
