"""What is wrong with a built site, as parsers of others see it. The lists here are independent of the product's."""
import csv
import io
import json
import pathlib
import re
import xml.etree.ElementTree

import html5lib

ELEMENTS = set("""html head meta title link body header footer main nav section article aside div p span a abbr b i em strong small
 del code pre blockquote cite q ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr br img figure figcaption table caption thead tbody tr th td colgroup col
 button script sup sub time bdi bdo label input details summary mark address style data""".split())
DRAWN = set("svg g path rect circle line polyline polygon text tspan title desc defs use symbol clipPath pattern linearGradient stop".split())
SCHEMES = {"http", "https", "mailto", "tel"}
ADDRESSES = {"href", "src", "action", "formaction", "cite", "poster", "data", "background", "srcset", "xlink:href", "ping", "manifest"}
FORBIDDEN = re.compile("[\u202a-\u202e\U000e0000-\U000e007f\x00\x0b]")


def address_fault(address):
    """As the URL standard reads it: controls and blanks at the ends, tabs and line ends go."""
    address = re.sub(r"[\t\r\n]", "", address.strip("".join(map(chr, range(33)))))
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address)
    if scheme and scheme[1].lower() not in SCHEMES and not re.match(r"data:image/(png|gif|jpeg|webp|avif)[;,]", address):
        return f"scheme {scheme[1]}"
    if re.match(r"[/\\]{2}", address):
        return "leads to another site"
    if scheme and scheme[1].lower() in {"http", "https"} and "@" in re.split(r"[/?#\\]", address.split(":", 1)[1].lstrip("/\\"))[0]:
        return "user name in the host"
    return None


def is_data(script):
    """Whether a script element holds JSON that no browser runs, and nothing else."""
    if set(script.attrib) != {"type"} or script.get("type") != "application/ld+json":
        return False
    try:
        json.loads(script.text or "")
    except ValueError:
        return False
    return "<" not in script.text


def page_faults(text):
    tree = html5lib.parse(text, treebuilder="etree")
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        space, name = element.tag[1:].split("}") if element.tag.startswith("{") else ("", element.tag)
        if name not in (DRAWN if space.endswith("svg") else ELEMENTS):
            yield f"element {name}"
        if name == "script" and not space.endswith("svg") and not is_data(element):
            yield "a script that runs"
        if name == "button" and element.get("popovertarget") is None:
            yield "a button that opens no menu"
        for key, value in element.attrib.items():
            key = key.rsplit("}", 1)[-1].lower()
            if key.startswith("on") or key in {"srcdoc", "style"}:
                yield f"attribute {key} of {name}"
            if not re.fullmatch(r"[a-z][a-z0-9:-]*", key):
                yield f"attribute {key!r}"
            if key in ADDRESSES and (fault := address_fault(value)):
                yield f"address {value[:80]!r}: {fault}"
            if name == "meta" and key == "http-equiv" and value.lower() not in {"content-security-policy", "refresh"}:
                yield f"meta {value}"
            if name == "img" and key == "src" and re.match("https?:", value):
                yield f"image from elsewhere {value}"
            if name == "link" and element.get("rel") == "stylesheet" and key == "href" and re.match("https?:", value):
                yield f"style from elsewhere {value}"
    if FORBIDDEN.search(text):
        yield f"character U+{ord(FORBIDDEN.search(text)[0]):04X}"


def xml_faults(data, drawing):
    if b"<!ENTITY" in data:
        yield "entities"
    try:
        tree = xml.etree.ElementTree.fromstring(data)
    except xml.etree.ElementTree.ParseError as error:
        yield f"not well-formed: {error}"
        return
    for element in tree.iter() if drawing else []:
        name = element.tag.rsplit("}", 1)[-1]
        if name not in DRAWN | {"style", "a", "metadata"}:
            yield f"drawn element {name}"
        for key, value in element.attrib.items():
            if key.rsplit("}", 1)[-1].lower().startswith("on"):
                yield f"drawn attribute {key}"
            if key.rsplit("}", 1)[-1] == "href" and (fault := address_fault(value)):
                yield f"drawn address {value!r}: {fault}"


def table_faults(text):
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            is_number = re.fullmatch(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", cell)
            if cell[:1] in tuple("=+-@\t\r") and cell and not is_number:
                yield f"cell {cell[:60]!r}"


def site_faults(folder):
    """Every fault of every file of a site, with its path."""
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            yield f"{name}: not a plain file"
        if not path.is_file() or name.startswith(".meadow"):
            continue
        data = path.read_bytes()
        faults = []
        if path.suffix in {".html", ".csv", ".txt", ".css", ".json", ".eml"}:
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                yield f"{name}: {error}"
                continue
        if path.suffix == ".html":
            faults = page_faults(text)
        elif path.suffix in {".svg", ".xml", ".opml", ".atom"}:
            faults = xml_faults(data, path.suffix == ".svg")
        elif path.suffix == ".csv":
            faults = table_faults(text)
        elif path.suffix == ".json":
            try:
                json.loads(text)
            except ValueError as error:
                faults = [str(error)]
        for fault in faults:
            yield f"{name}: {fault}"


def check_itself():
    """A check that cannot fail checks nothing."""
    for bad in ["<p onclick=x>", "<script>x</script>", "<a href='java\tscript:x'>a</a>", "<iframe>", "<p style='a'>", "<a href=//evil>a</a>",
                "<a href='https://a@b/'>x</a>", "<img src=https://x.example/>", "\u202e", "<svg><foreignObject></svg>", "<base href=x>", "<form>",
                "<script type='application/ld+json' src=x>{}</script>", "<button>a</button>"]:
        assert list(page_faults(bad)), bad
    assert not list(page_faults("<!doctype html><html lang=en><head><title>a</title></head><body><p>b <a href='c.html'>c</a></body></html>"))
    assert list(table_faults('"=1"\n')) and not list(table_faults("-1.5,\"'=1\"\n"))
    assert list(xml_faults(b"<a>", False)) and list(xml_faults(b"<svg onload='x'/>", True))
