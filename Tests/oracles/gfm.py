#!/usr/bin/env python3
"""Runs the examples of GitHub's Markdown extensions; those that may differ are listed in
docs/markdown.md, and no others.

usage: gfm.py examples.json docs/markdown.md COMMAND…      (each example's path is appended)

examples.json has "example", "markdown" and "html" of each extension example of GitHub's
specification (https://github.github.com/gfm/); it is not part of this repository.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    examples = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    page = pathlib.Path(sys.argv[2]).read_text("utf-8")
    rows = page.split("## The examples of GitHub's extensions")[1].split("\n## ")[0]
    listed = {int(n) for row in re.findall(r"^\| ([\d, ]+) \|", rows, re.M) for n in row.split(",")}
    differing = set()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "example.md")
        for example in examples:
            path.write_text(example["markdown"], "utf-8")
            output = subprocess.run([*sys.argv[3:], path], capture_output=True, timeout=10).stdout
            if output.decode("utf-8") != example["html"]:
                differing.add(example["example"])
                if example["example"] not in listed:
                    print(f"example {example['example']} ({example['section']}): {output!r}")
    for number in sorted(listed - differing):
        print(f"example {number} is listed as different and is not")
    print(f"{len(examples)} examples, {len(differing)} differ: {sorted(differing)}")
    return 0 if examples and differing == listed else 1


if __name__ == "__main__":
    sys.exit(main())
