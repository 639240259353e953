#!/usr/bin/env python3
"""Checks escaping with a parser that knows nothing of ours.

    python3 Tests/oracles/check_escaping.py -- .build/release/meadow

Every template below is rendered with a harmless text and with hostile ones; `html5lib` (pip) parses
both pages, and the trees must have the same shape: the same elements, attribute names and number of
text nodes. Addresses and event handlers are looked at besides: no attribute of the hostile page may
begin with a scheme that runs code. Rendering may also refuse a hostile value; then nothing is
printed, which is safe. `--stream` as in fuzz_templates.py, with `"checking": "strict"`.

`--chromium` (needs `selenium` and Chromium) writes each page into a frame of a running browser as
well, with scripts switched on: the trees must have the same shape there, and nothing may run.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import html5lib

PLACES = [
    "<p>{{ x }}</p>", "<p title=\"{{ x }}\">a</p>", "<p title='{{ x }}'>a</p>", "<title>{{ x }}</title><p>b",
    "<textarea>{{ x }}</textarea>", "<a href=\"{{ x }}\">a</a>", "<a href=\"/p/{{ x }}\">a</a>", "<a href='/p?q={{ x }}&amp;r=1'>a</a>",
    "<a href=\"#{{ x }}\">a</a>", "<a href=\"{{ x }}/y?z={{ x }}\">a</a>", "<a href=\"mailto:{{ x }}\">a</a>",
    "<img alt=\"{{ x }}\" src=\"/i/{{ x }}.png\">", "<b data-x=\"{{ x }}\" aria-label='{{ x }}'>b</b>",
    "<script type=\"application/json\">{{ x|tojson }}</script><p>c", "<script type=\"application/ld+json\">{\"a\": [{{ x|tojson }}, {{ x|tojson }}]}</script>",
    "<div class=\"a{% if x %} {{ x }}{% endif %}\">{% for c in [x, x] %}<i>{{ c }}</i>{% endfor %}</div>",
    "<table><tr><td>{{ x }}</td></tr></table>", "<svg><text x=\"1\">{{ x }}</text><title>{{ x }}</title></svg>",
    "<select><option value=\"{{ x }}\">{{ x }}</option></select>", "<form action=\"{{ x }}\"><input value=\"{{ x }}\"></form>",
    "<p>{{ x|upper }} {{ x|title }} {{ x ~ '<' }} {{ x|replace('a', '<b>') }} {{ [x]|join(x) }} {{ x|e }} {{ x|tojson }}</p>",
    "{% macro m(a) %}<u title=\"{{ a }}\">{{ a }}{{ caller() if caller else '' }}</u>{% endmacro %}{{ m(x) }}{% call m(x) %}<s>{{ x }}</s>{% endcall %}",
    "{% set y %}<em>{{ x }}</em>{% endset %}<p>{{ y }}{{ y|upper }}</p>", "{% filter upper %}<p>{{ x }}</p>{% endfilter %}",
    "<p>{{ x|truncate(9, true) }} {{ x|wordwrap(4) }} {{ x|center(40) }} {{ x|indent(2) }} {{ x|reverse }} {{ x|striptags }} {{ x|urlencode }}</p>",
    "<blockquote cite=\"{{ x }}\">q</blockquote>", "<x-card kind=\"{{ x }}\">{{ x }}</x-card>", "<p>&lt;{{ x }}&gt;</p>", "a < b {{ x }}",
    "<noscript><p title=\"{{ x }}\">{{ x }}</p></noscript>", "<svg><a href=\"{{ x }}\"><text>{{ x }}</text></a></svg>",
    "<a href=\"{{ x }}?a={{ x }}#{{ x }}\">a</a>", "<p>{{ x|safe|striptags }}{{ (x ~ '<b>')|e }}{{ x|indent|center(9)|upper }}</p>",
    "<label for='{{ x }}' class=\"a {{ x }} b\">{{ x }}</label>", "<meta name=\"description\" content=\"{{ x }}\"><p>c",
    "<img srcset=\"/a.png 2x\" alt='{{ x }}' title=\"{{ x|wordwrap(3) }}\">", "<li{% if x %} title=\"{{ x }}\"{% endif %}>{{ x|default('-') }}</li>",
    "{% for c in x|batch(500) %}<i>{{ c|join('<') }}</i>{% endfor %}", "<p>{{ x[:3] }}{{ x[1:] }}{{ x|first }}{{ x|last }}</p>",
    "<script type=\"speculationrules\">{\"a\": {{ [x, {'b': x}]|tojson }}}</script><p>d", "<p>{{ {'a': x}|tojson }} {{ [x]|map('upper')|join }}</p>",
    "<details open><summary>{{ x }}</summary></details>", "<video poster=\"{{ x }}\"></video>", "<q cite='/{{ x }}'>{{ x|e|upper }}</q>",
    "<noscript><p>{{ x }}</p></noscript>", "<template><p>{{ x }}</p></template>", "<math><mtext>{{ x }}</mtext></math>",
]
HARMLESS = "abcdefghijklmnopqr"
HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "</title><script>x</script>",
    "</textarea><b>", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "\x01javascript:x",
    "data:text/html,<script>x</script>", "vbscript:x", "javascript&colon;alert(1)", "&#106;avascript:x", "&lt;b&gt;", "&amp", "&quot;",
    "\" onclick=\"x", "' onclick='x", "x onfocus=x autofocus", "</script><script>x", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "\0<\0b>",
    "\u2028\u2029", "${x}", "`x`", "{{ 7*7 }}", "{% raw %}", "<b", "<", "&", "<!DOCTYPE html>", "</p></div></body></html>", "<base href=//e>",
    "//evil.example/x", "\\\\evil", "<plaintext>", "<math><mtext></p><style><img src onerror=x>", "\ufeff<b>", "İ<b>ﬃ", "a" * 30 + "<b>",
]
SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*:")
SAFE = {"http:", "https:", "mailto:", "tel:"}
ADDRESSES = {"href", "src", "action", "cite", "formaction", "poster"}


def shape(page):
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)

    def walk(node):
        children = [walk(child) for child in node]
        return str(node.tag) if isinstance(node.tag, str) else "comment", tuple(sorted(map(str, node.attrib))), tuple(children)

    bad = []
    for node in tree.iter():
        for name, value in node.attrib.items():
            bare = re.sub(r"[\t\n\r]", "", value.strip("".join(map(chr, range(33))))).lower()
            found = SCHEME.match(bare)
            if str(name) in ADDRESSES and found and found.group() not in SAFE:
                bad.append((str(name), value))
            if str(name).startswith("on"):
                bad.append((str(name), value))
    return walk(tree), bad


FRAME = """
const [pages, addresses] = arguments, results = [], frame = document.createElement('iframe');
document.body.append(frame);
function shape(node) {
  return [node.localName, [...node.attributes].map(a => a.name).sort(), [...node.children].map(shape)];
}
for (const page of pages) {
  const inner = frame.contentDocument;
  let ran = 0;
  inner.open();
  frame.contentWindow.alert = () => ran++;
  inner.write(page);
  inner.close();
  const links = [...inner.querySelectorAll('*')].flatMap(e => ['href', 'src', 'action', 'cite', 'poster', 'formaction']
    .filter(n => e.hasAttribute(n)).map(n => { try { return new URL(e.getAttribute(n), 'https://a.example/').protocol; } catch { return ''; } }));
  results.push([JSON.stringify(shape(inner.documentElement)), ran, links.filter(p => p && !['http:', 'https:', 'mailto:', 'tel:'].includes(p))]);
}
return results;
"""


def browser():
    from selenium import webdriver
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options)
    driver.get("data:text/html,<body></body>")
    return driver


def browse(driver, place, harmless, pages):
    """Prints what Chromium makes of the hostile pages of one place other than of the harmless one."""
    (wanted, _, _), *results = driver.execute_script(FRAME, [harmless] + [page for _, page in pages], [])
    found = 0
    for (hostile, page), (got, ran, links) in zip(pages, results):
        if got != wanted or ran or links:
            found += 1
            print(f"--- Chromium: {place}\n  value {hostile!r}\n  page  {page!r}\n  ran {ran}, addresses {links}, {'same' if got == wanted else 'another'} shape")
    return found


def stream(command):
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(source, value):
        case = {"source": source, "context": {"x": value}, "checking": "strict", "autoescape": True}
        process.stdin.write(json.dumps(case) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        return answer.get("out"), answer.get("err")
    return run


def meadow(command):
    def run(source, value):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "main.html").write_text(source)
            (root / "context.json").write_text(json.dumps({"x": value}))
            done = subprocess.run(command + ["render", "template", str(root / "main.html"), "--context", str(root / "context.json")],
                                  capture_output=True, text=True)
            return (done.stdout, None) if done.returncode == 0 else (None, done.stderr)
    return run


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--stream", action="store_true")
    options.add_argument("--chromium", action="store_true")
    options.add_argument("command", nargs="+")
    given = options.parse_args()
    run = stream(given.command) if given.stream else meadow(given.command)
    found = refused = browsed = 0
    driver = None
    if given.chromium:
        try:
            driver = browser()
        except Exception as error:  # no selenium, no browser, no driver
            print(f"skipped: Chromium ({type(error).__name__})")
    for place in PLACES:
        harmless, fault = run(place, HARMLESS)
        if harmless is None:
            print(f"--- refused even a harmless value: {place}\n{fault}")
            found += 1
            continue
        wanted, _ = shape(harmless)
        pages = []
        for hostile in HOSTILE:
            page, _ = run(place, hostile)
            if page is None:
                refused += 1
                continue
            pages.append((hostile, page))
            got, bad = shape(page)
            if got != wanted or bad:
                found += 1
                print(f"--- {place}\n  value {hostile!r}\n  page  {page!r}\n  {'attributes ' + str(bad) if bad else 'another shape'}")
        if driver:
            found += browse(driver, place, harmless, pages)
            browsed += len(pages)
    if driver:
        driver.quit()
    print(f"{len(PLACES)} places, {len(PLACES) * len(HOSTILE)} pages, {refused} refused, {browsed} seen by Chromium, {found} unsafe")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
