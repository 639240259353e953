#!/usr/bin/env python3
"""Writes the same site twice, for Hugo and for Meadow: N pages of some 600 words.

usage: corpus.py N FOLDER

The bodies are equal byte for byte and the same on every machine: three levels of headings, lists,
links, a block of code, a table, two tags; sections of 100 pages. The themes lie beside this file.
"""
import datetime
import os
import random
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = (
    "community member insight release issue review thread forum answer event meetup "
    "contributor maintainer signal trend weekly monthly growth retention response time median "
    "the a of and to in is that for with on as by from at it this was are be or an which "
    "project team report chart table link static build page render template data snapshot "
    "question reply label merge commit branch docs guide tutorial video podcast newsletter "
    "active new returning first last median average percent people country language platform"
).split()
TAGS = ["tag-%02d" % number for number in range(40)]
NEWEST = datetime.datetime(2026, 1, 1)
SECTION = 100
CODE = """```python
def median_{n}(xs):
    xs = sorted(xs)
    n = len(xs)
    # middle value
    return xs[n // 2] if n % 2 else (xs[n//2 - 1] + xs[n//2]) / 2

print(median_{n}([{values}]))
```"""


def sentence(rng, count):
    words = [rng.choice(WORDS) for _ in range(count)]
    if rng.random() < 0.25:
        words[1] = "**" + words[1] + "**"
    if rng.random() < 0.15:
        words[2] = "*" + words[2] + "*"
    if rng.random() < 0.10:
        words[0] = "`" + words[0] + "`"
    if rng.random() < 0.15:
        target = "https://example.org/%s/%d" % (rng.choice(WORDS), rng.randint(1, 999))
        words[-1] = "[%s](%s)" % (words[-1], target)
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def paragraph(rng, count):
    sentences = []
    written = 0
    while written < count:
        length = max(3, min(rng.randint(8, 18), count - written))
        sentences.append(sentence(rng, length))
        written += length
    return " ".join(sentences)


def table(rng):
    rows = ["| %s | %d | %d%% |" % (rng.choice(WORDS), rng.randint(10, 9999), rng.randint(0, 100))
            for _ in range(6)]
    return "\n".join(["| Metric | Count | Change |", "| --- | ---: | ---: |"] + rows)


def body(rng, number):
    values = ", ".join(str(rng.randint(1, 99)) for _ in range(6))
    return "\n\n".join([
        paragraph(rng, 70),
        "## Overview\n", paragraph(rng, 80),
        "\n".join("- " + paragraph(rng, 12) for _ in range(5)),
        "## Numbers\n", paragraph(rng, 60), table(rng),
        "### Details\n", paragraph(rng, 70), CODE.format(n=number, values=values),
        "### Method\n", paragraph(rng, 70),
        "\n".join("%d. %s" % (item + 1, paragraph(rng, 11)) for item in range(5)),
        "> " + paragraph(rng, 25),
        "## Outlook\n", paragraph(rng, 90),
    ]) + "\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def page(number):
    rng = random.Random(number)
    tags = rng.sample(TAGS, 2)
    text = body(rng, number)
    title = "Report %05d: %s %s" % (number, rng.choice(WORDS), rng.choice(WORDS))
    summary = paragraph(rng, 14).translate(str.maketrans("", "", '"[]'))
    date = NEWEST - datetime.timedelta(hours=number)
    return title, date.strftime("%Y-%m-%dT%H:%M:%SZ"), summary, tags, text


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    for number in range(count):
        title, date, summary, tags, text = page(number)
        name = "section-%03d/page-%05d.md" % (number // SECTION, number)
        front = '---\ntitle: "%s"\ndate: %s\n%%s: "%s"\ntags: [%s, %s]\n---\n' % (
            title, date, summary, *tags)
        write("%s/hugo/content/%s" % (folder, name), front % "description" + text)
        write("%s/meadow/Content/%s" % (folder, name), front % "summary" + text)
    for number in range((count + SECTION - 1) // SECTION):
        head = '---\ntitle: "Section %03d"\n---\n' % number
        write("%s/hugo/content/section-%03d/_index.md" % (folder, number), head)
        write("%s/meadow/Content/section-%03d/index.md" % (folder, number), head)
    write(folder + "/hugo/content/_index.md", "---\ntitle: Home\n---\nWelcome to the site.\n")
    write(folder + "/meadow/Content/site.yaml",
          "title: Bench\norganisation: Bench\nbase_url: https://bench.example/\nlanguage: en\n"
          "note: Welcome to the site.\n")
    style = ("body{font:16px/1.5 system-ui;max-width:60rem;margin:auto}nav a{margin-right:1rem}"
             "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3rem}\n") * 10
    write(folder + "/hugo/static/css/main.css", style)
    write(folder + "/meadow/Templates/style.css", style)
    for name in ("hugo", "meadow"):
        shutil.copytree(os.path.join(HERE, name), os.path.join(folder, name), dirs_exist_ok=True)


if __name__ == "__main__":
    main()
