#!/usr/bin/env python3
"""How well reply links are found in IRC logs, against links that people marked.

  Tests/oracles/irc_replies.py ITEMS.ndjson FOLDER-OF-ANNOTATIONS

The annotations are those of Kummerfeld et al., ACL 2019 (`*.annotation.txt`): pairs of line numbers,
counted from 0; a line linked to itself begins a conversation. Lines below 1,000 are context.
"""
import collections
import json
import pathlib
import sys


def links_marked(path):
    pairs = set()
    for line in path.read_text().splitlines():
        one, other = sorted(int(number) for number in line.split()[:2])
        if other >= 1000 and one != other:
            pairs.add((other, one))
    return pairs


def report(title, found, marked):
    right = len(found & marked)
    print(f"{title}: {len(marked)} marked, {len(found)} found, {right} right: "
          f"precision {right / max(1, len(found)):.3f}, recall {right / max(1, len(marked)):.3f}")


def main():
    items = collections.defaultdict(dict)
    for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
        item = json.loads(line)
        log, number = item["id"].rsplit(":", 1)
        items[log.split("/")[-1]][int(number) - 1] = item
    found, marked, people = set(), set(), set()
    for path in sorted(pathlib.Path(sys.argv[2]).rglob("*.annotation.txt")):
        log = path.name.removesuffix(".annotation.txt")
        author = {number: item["attributedTo"] for number, item in items[log].items()}
        links = links_marked(path)
        for number, item in items[log].items():
            if number >= 1000 and "inReplyTo" in item:
                found.add((log, number, int(item["inReplyTo"].rsplit(":", 1)[1]) - 1))
        marked |= {(log, *link) for link in links}
        people |= {(log, *link) for link in {(a, b) for _, a, b in found | marked}
                   if author.get(link[0]) != author.get(link[1])}
    report("all links", found, marked)
    report("links between two people", found & people, marked & people)


main()
