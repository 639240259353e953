#!/usr/bin/env python3
"""Puts values into random HTML and asks a real parser whether any of it came apart.

    python3 Tests/oracles/fuzz_contexts.py --count 20000 --seed 1 -- .build/release/meadow render stream

Each template is a row of pieces on which parsers differ: ends of comments, raw text, foreign
elements, attributes without quotes, references. Most are refused, as they should be. One that loads
is rendered with a harmless value and with hostile ones; `html5lib` (pip) must see the same elements
and attributes, and no address with a scheme that runs code. Exit status 1 when it does not.
"""
import argparse
import random
import sys

from check_escaping import HARMLESS, HOSTILE, shape, stream

PIECES = [
    "<", ">", "/", "=", "\"", "'", " ", "\n", "\t", "\v", "&", "&am", "&#", "!", "-", "--", "<!--", "-->", "--!>", "<!-->", "<!--->",
    "<!", "<!DOCTYPE html>", "<?x", "</", "</>", "<![CDATA[", "]]>", "<p", "<p>", "</p>", "<a href=\"", "<a href='", "<a href=",
    "<a href=\"/", "<a href=\"?q=", "<a title=\"", "<img src=\"", "<p title=\"", "<p class='", "<b data-x=\"", "<svg>", "<svg/>", "</svg>",
    "<math>", "</math>", "<title>", "</title>", "<textarea>", "</textarea>", "<style>", "</style>", "<script>", "</script>",
    "<script type=\"application/json\">", "<script type='text/javascript' type='application/json'>", "<noscript>", "</noscript>",
    "<select>", "</select>", "<option>", "<table>", "<td>", "<template>", "</template>", "<iframe>", "</iframe>", "<xmp>", "</xmp>",
    "<plaintext>", "<form action=\"", "<button formaction=\"", "<meta content=\"", "<meta http-equiv=refresh content=\"", "<base href=\"",
    "<link rel=canonical href=\"", "<link rel=\"stylesheet\" href=\"", "<use href=\"", "<animate to=\"", "<foreignObject>", "<desc>",
    "javascript:", "http:", "#", "?", "a", "x y", " href=\"", " onclick=\"", " style=\"color:", " type=\"", " src=\"", " srcdoc=\"", "\">", "'>",
    "{% if x %}", "{% endif %}", "{% for c in [x] %}", "{% endfor %}", "{% raw %}<{% endraw %}", "{#-#}",
]
VALUES = ["{{ x }}", "{{ x }}", "{{ x }}", "{{ x|tojson }}", "{{ x|upper }}", "{{ x ~ 'a' }}", "{{ [x]|join }}"]


def made(rng):
    pieces = [rng.choice(PIECES) for _ in range(rng.randrange(1, 9))]
    for _ in range(rng.randrange(1, 3)):
        pieces.insert(rng.randrange(len(pieces) + 1), rng.choice(VALUES))
    # Half of them are closed, so that more than the shortest loads.
    return "".join(pieces) + rng.choice(["", "\">", "\"></a>", "'>", "-->", "</title>", "</script>", "</svg>", ">"])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=10000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("command", nargs="+")
    given = options.parse_args()
    run = stream(given.command)
    loaded = pages = found = 0
    for number in range(given.count):
        rng = random.Random(f"{given.seed}/{number}")
        template = made(rng)
        harmless, _ = run(template, HARMLESS)
        if harmless is None:
            continue
        loaded += 1
        wanted, before = shape(harmless)
        for hostile in rng.sample(HOSTILE, 8):
            page, _ = run(template, hostile)
            if page is None:
                continue
            pages += 1
            got, bad = shape(page)
            # What the author wrote into the template himself is no work of the value.
            if got != wanted or len(bad) > len(before):
                found += 1
                print(f"--- {given.seed}/{number}\n  template {template!r}\n  value    {hostile!r}\n  page     {page!r}\n  {bad or 'another shape'}", flush=True)
                break
    print(f"{given.count} templates of seed {given.seed}, {loaded} loaded, {pages} hostile pages, {found} unsafe")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
