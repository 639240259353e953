#!/usr/bin/env python3
"""Holds OpenWeb's tokenizer against html5lib: start tags with their attributes, in order.

    python3 Tests/oracles/html_parse.py [--count 20000] [--seed 1] [SITE_FOLDER …]

Pages are the .html files of the folders named and `count` fuzzed ones. Needs html5lib. What is
compared are the tags as they stand in the file, html5lib's tree builder deciding where raw text
and CDATA are, not the tree it builds. Prints the first differences and the share that agrees.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import html5lib
from html5lib import constants
from html5lib._tokenizer import HTMLTokenizer

ROOT = pathlib.Path(__file__).resolve().parents[2]


def noting(emit):
    """Notes every start tag the tokenizer hands to the tree builder, which still steers it."""

    def emit_and_note(tokenizer):
        emit(tokenizer)
        token = tokenizer.currentToken
        if token["type"] == constants.tokenTypes["StartTag"]:
            attributes = [[name, value] for name, value in token["data"].items()]
            seen.append({"name": token["name"], "attributes": attributes})

    return emit_and_note


HTMLTokenizer.emitCurrentToken = noting(HTMLTokenizer.emitCurrentToken)
seen = []


def expected(page):
    seen.clear()
    html5lib.parse(page, transport_encoding="utf-8")
    return list(seen)


# html5lib follows the standard of 2020. Since then `</p>` and `</br>` end a drawing, and tags in a
# `select` count, so neither is among the pieces.
PIECES = """<a <b <div <p <br <img <svg <math <title <style <script <textarea <xmp <iframe <plaintext
<noscript <foreignObject <desc <mi <mtext <annotation-xml <mglyph <table <td <tr <option
<path <g <use <image <font <noembed <frame <li <h1 <span <input <meta <link <x-y <A <DIV <Svg
</a </b </div </svg </math </title </style </script </textarea </xmp </iframe </foreignObject
</desc </mi </g </table </TITLE </Script </x-y </ <! <!- <!-- <!--> <!---> --> --!> -> <!doctype
<!DOCTYPE <![CDATA[ ]]> ]> <? <?xml ?> < > / = " ' ` & ; href href= src= class= id="x" id=x on a=
a b= A="1" encoding="text/html" color=red xlink:href= &amp; &amp &copy &copy= &copy; &notit; &not
&colon; &Tab; &NewLine; &sol; &#58; &#x3a; &#0; &#x110000; &#128; &#xD800; &bogus; &lt &AElig &fjlig;
&CounterClockwiseContourIntegral; &nvlt; javascript: //x.example a.b é 日 \ud7ff x y z 1 -- - ! [ ]""".split()
PIECES += [" ", " ", " ", "\n", "\t", "\f", "\r\n", "\r", '="', "='", '">', "'>", "/>", ">", ">", ">"]


NAMES = [piece[1:] for piece in PIECES if piece.startswith("<") and piece[1:2].isalpha()]


def fuzzed(random):
    """Half of the pages are heaps of pieces, half are mostly whole tags."""
    if random.random() < 0.5:
        return "".join(random.choice(PIECES) for _ in range(random.randint(1, 40)))
    return "".join(fuzzed_tag(random) for _ in range(random.randint(1, 40)))


def fuzzed_tag(random):
    name = random.choice(NAMES)
    match random.randint(0, 9):
        case 0 | 1 | 2:
            return f"<{name}>"
        case 3:
            return f"<{name}/>"
        case 4:
            return f"<{name} {random.choice(PIECES)}{random.choice(PIECES)}>"
        case 5 | 6 | 7 if name not in ("br", "p"):
            return f"</{name}>"
        case 8:
            return random.choice(["<![CDATA[", "]]>", "<!--", "-->", "text"])
        case _:
            return random.choice(PIECES)


def named_characters():
    """Every named character reference there is, alone, open and before a letter."""
    names = sorted(constants.entities)
    return "".join(f'<a b="&{name}" c="&{name}x" d="&{name}=">' for name in names)


def described_difference(page, ours, theirs):
    for index in range(max(len(ours), len(theirs))):
        mine = ours[index] if index < len(ours) else None
        other = theirs[index] if index < len(theirs) else None
        if mine != other:
            return f"{page!r}\n  tag {index}: ours {mine}\n  html5lib {other}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--count", type=int, default=20000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=10)
    arguments.add_argument("--package", default=str(ROOT))
    arguments.add_argument("sites", nargs="*")
    options = arguments.parse_args()
    source = random.Random(options.seed)
    pages = [fuzzed(source).encode() for _ in range(options.count)]
    pages.append(named_characters().encode())
    for site in options.sites:
        pages += [path.read_bytes() for path in sorted(pathlib.Path(site).rglob("*.html"))]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch, "pages")
        folder.mkdir()
        for number, page in enumerate(pages):
            (folder / f"{number:07}.html").write_bytes(page)
        dump = pathlib.Path(scratch, "tokens")
        environment = dict(os.environ, HTML_PAGES=str(folder), HTML_TOKENS=str(dump))
        command = ["swift", "test", "--package-path", options.package, "--filter", "TokenDumpTests"]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        found = [json.loads(line) for line in dump.read_text().splitlines()]
    differences = []
    for page, ours in zip(pages, found, strict=True):
        theirs = expected(page)
        if ours != theirs:
            differences.append(described_difference(page, ours, theirs))
    for difference in differences[: options.show]:
        print(difference)
    print(f"{sum(map(len, found))} start tags of ours")
    print(f"{len(pages) - len(differences)} of {len(pages)} pages agree")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
