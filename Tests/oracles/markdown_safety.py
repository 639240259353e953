#!/usr/bin/env python3
"""Parses rendered hostile Markdown as a browser does and looks for what no page may hold.

usage: markdown_safety.py COMMAND…      (each fixture's path is appended)
       markdown_safety.py .build/debug/meadow render markdown

Needs html5lib. Independent of the product: the allowed elements, attributes and address schemes
are listed here once more, and the parser is html5lib's.
"""
import pathlib
import re
import subprocess
import sys

import html5lib

FIXTURES = pathlib.Path(__file__).parent.parent / "MarkdownHTMLTests" / "Fixtures" / "hostile"
ALLOWED = {
    "a": {"href", "title", "id", "role", "aria-label"},
    "img": {"src", "alt", "title"},
    "code": {"class"},
    "ol": {"start"},
    "li": {"id"},
    "th": {"class"},
    "td": {"class"},
    "input": {"checked", "disabled", "type"},
    "section": {"class", "role", "aria-label"},
    "sup": {"id"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    **{
        name: set()
        for name in "p em strong del ul pre hr br blockquote table thead tbody tr label".split()
    },
}
SCHEMES = {"http", "https", "mailto", "tel"}


def address_fault(address):
    """As the URL standard reads it: controls and blanks at the ends, tabs and line ends go."""
    address = re.sub(r"[\t\r\n]", "", address.strip("".join(map(chr, range(33)))))
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address)
    if scheme and scheme[1].lower() not in SCHEMES:
        return f"scheme {scheme[1]}"
    if re.match(r"[/\\]{2}", address):
        return "leads to another site"
    if scheme and scheme[1].lower() in {"http", "https"}:
        if "@" in re.split(r"[/?#\\]", address.split(":", 1)[1].lstrip("/\\"))[0]:
            return "user name in the host"
    return None


def faults(html):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    seen = set()
    for element in tree.iter():
        name = element.tag
        if element is tree:
            continue
        if not isinstance(name, str):
            yield "comment"
            continue
        if name not in ALLOWED:
            yield f"element {name}"
            continue
        for key, value in element.attrib.items():
            if key not in ALLOWED[name]:
                yield f"attribute {name} {key}"
            if key in ("href", "src") and (fault := address_fault(value)):
                yield f"address {value!r}: {fault}"
            if key == "id":
                if value in seen:
                    yield f"second id {value}"
                seen.add(value)
    for _, code, _ in parser.errors:
        yield f"parse error {code}"


def check_itself():
    """A check that cannot fail checks nothing."""
    for bad in (
        "<script>x</script>", '<p onclick="x">a</p>', '<a href="java\tscript:x">a</a>',
        '<a href="//x">a</a>', '<a href="https://a@b/">c</a>', "<!-- a -->",
        '<li id="a">b</li><li id="a">c</li>', '<img src="data:x" alt="">',
    ):
        assert list(faults(bad)), bad
    assert not list(faults('<p>a <a href="b.html#c">d</a></p>'))


def main():
    check_itself()
    command = sys.argv[1:]
    paths = sorted(FIXTURES.glob("*.md"))
    failures = 0
    for path in paths:
        output = subprocess.run([*command, path], capture_output=True, timeout=10).stdout
        for fault in faults(output.decode("utf-8")):
            failures += 1
            print(f"{path.name}: {fault}")
    print(f"{len(paths)} files, {failures} faults")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
