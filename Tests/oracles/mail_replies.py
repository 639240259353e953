#!/usr/bin/env python3
"""How well reply links are found without headers: imports a list twice, once with its In-Reply-To
and References removed, and holds the links against each other.

  Tests/oracles/mail_replies.py .build/release/meadow FOLDER-OF-MAILBOXES [DAY]
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def imported(meadow, mailboxes, day, site):
    subprocess.run(
        [meadow, "import", "mbox", mailboxes, "--site", site, "--community", "c", "--origin",
         "https://lists.example", "--date", day, "--demo-key"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lines = (pathlib.Path(site) / f"Content/snapshots/c/{day}/items.ndjson").read_text()
    return {item["id"]: item for item in map(json.loads, lines.splitlines())}


def main():
    meadow, folder = sys.argv[1:3]
    day = sys.argv[3] if len(sys.argv) > 3 else "2026-07-15"
    header = re.compile(rb"\n(In-Reply-To|References):.*(\n[ \t].*)*", re.IGNORECASE)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two, \
            tempfile.TemporaryDirectory() as hidden:
        for path in pathlib.Path(folder).iterdir():
            if path.suffix in (".txt", ".mbox"):
                (pathlib.Path(hidden) / path.name).write_bytes(header.sub(b"", path.read_bytes()))
        truth = imported(meadow, folder, day, one)
        found = imported(meadow, hidden, day, two)
    stated = {i: x["inReplyTo"] for i, x in truth.items()
              if x.get("inReplyTo") in truth and "inReplyTo" not in x.get("derived", [])}
    links = {i: x["inReplyTo"] for i, x in found.items() if "inReplyTo" in x}
    right = sum(stated.get(i) == parent for i, parent in links.items())
    print(f"{len(truth)} mails, {len(stated)} links stated, {len(links)} found, {right} right: "
          f"precision {right / max(1, len(links)):.2f}, recall {right / max(1, len(stated)):.2f}")


main()
