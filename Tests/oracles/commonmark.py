#!/usr/bin/env python3
"""Runs the CommonMark specification's examples through the bare mode; all must be byte-equal.

usage: commonmark.py spec.json COMMAND…      (each example's path is appended)
       commonmark.py spec.json .build/debug/meadow render markdown --commonmark

spec.json is https://spec.commonmark.org/0.30/spec.json; it is not part of this repository.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def main():
    examples = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "example.md")
        for example in examples:
            path.write_bytes(example["markdown"].encode("utf-8"))
            output = subprocess.run([*sys.argv[2:], path], capture_output=True, timeout=10).stdout
            if output != example["html"].encode("utf-8"):
                failures += 1
                print(f"example {example['example']} ({example['section']}): {output!r}")
    print(f"{len(examples)} examples, {failures} failures")
    return 1 if failures or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
