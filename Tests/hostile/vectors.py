"""Hostile inputs by name: texts that stand wherever a text may stand, Markdown of cruel depth and size, and data."""

# Markup, addresses and characters. Each comes as Markdown, in front matter, in site.yaml and in a community's posts.
TEXTS = {
    "script": "<script>alert(1)</script>",
    "img onerror": "<img src=x onerror=alert(1)>",
    "svg onload": "<svg/onload=alert(1)>",
    "javascript link": "[a](javascript:alert(1)) <javascript:alert(1)>",
    "javascript by entity": "[a](JaVa&#115;cript:alert(1))",
    "javascript by percent": "[a](java%0ascript:alert(1))",
    "leading control": "[a](&#1;javascript:alert(1))",
    "tab in the scheme": "[a](java\tscript:alert(1)) [b](<java\tscript:alert(1)>)",
    "data html": "[a](data:text/html,<script>alert(1)</script>) ![b](data:text/html,x)",
    "data svg": "![a](data:image/svg+xml,<svg onload=alert(1)>)",
    "vbscript": "[a](vbscript:msgbox)",
    "blob and intent": "[a](blob:https://evil.example/1) [b](intent://evil#Intent;end)",
    "protocol-relative": "[a](//evil.example/x) ![b](//evil.example/x.png)",
    "backslashes": "[a](\\\\evil.example) [b](/\\evil.example)",
    "user in the host": "[a](https://good.example@evil.example/)",
    "title breaks out": "[a](page-1.md '\"><script>alert(1)</script>')",
    "alt breaks out": "![\" onerror=\"alert(1)](x.png) ![' onerror='](x.png)",
    "fence info": "```\"><script>alert(1)</script>\nx\n```",
    "bad reference": "[a]: javascript:alert(1) \"t\"\n\n[a]",
    "base": "<base href=https://evil.example/>",
    "meta refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "style import": "<style>@import 'https://evil.example/a.css';</style>",
    "mutation": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "unclosed comment": "a <!-- b",
    "end of title": "</title><script>alert(1)</script>",
    "end of textarea": "</textarea></style></script></noscript><b onclick=x>",
    "cdata end": "a ]]> b <![CDATA[ c",
    "control characters": "a\u0001b\u0008c\u001fd\u007fe\u0085f",
    "noncharacters": "a\ufffe\uffff\U0001ffffb",
    "bidi override": "a\u202eexe.gpj\u202c b\u202ac",
    "isolates left open": "a\u2066\u2067\u2068b",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 1",
    "zero width": "a\u200bb\u200c\u200dc\u2060d\ufeffe",
    "tag characters": "a\U000e0041\U000e0042\U000e007fb",
    "Cyrillic look-alike": "\u0440\u0430ypal [p](https://\u0440\u0430ypal.example/)",
    "formula": "=HYPERLINK(\"https://evil.example\",\"a\")",
    "formula after a tab": "\t=1+1",
    "formula, full width": "\uff1d1+1",
    "formulas of other signs": "@SUM(1)",
    "minus": "-1+cmd|' /C calc'!A0",
    "encoded word": "=?UTF-8?Q?=0A?= =?utf-8?b?QmNjOiB4?=",
    "template": "{{ 7 * 7 }} {% raw %} {# c #}",
    "unknown measure": "{{ measure(\"x\") }}",
    "quotes": "\"'`´&<>&amp;&lt;&#0;&#x110000;",
    "long word": "W" * 20_000,
}
# Only where a text may have lines.
HEADERS = {"header injection": "Hello\r\nBcc: everybody@example.org\r\n\r\nBody", "lone carriage return": "a\rBcc: b", "NUL": "a\0b"}


def ladder(count):
    return " ".join("`" * n for n in range(1, count))


# Bodies that are deep or large.
BODIES = {
    "stars both sides": "*" * 30_000 + "a" + "*" * 30_000,
    "underscores": "_" * 30_000 + "a" + "_" * 30_000,
    "brackets": "[" * 50_000,
    "bracket pairs": "[" * 50_000 + "]" * 50_000,
    "image brackets": "![" * 30_000,
    "quotes": ">" * 50_000 + "a",
    "lists": "".join("  " * n + "- a\n" for n in range(2_000)),
    "list markers in a line": "- " * 20_000 + "a",
    "backtick ladder": ladder(600),
    "open addresses": "[a](<b" * 20_000,
    "open links": "[a](" * 20_000,
    "wide table": "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n" + "|a\n" * 1_000,
    "long table": "|a|b|\n|-|-|\n" + "|1|2|\n" * 60_000,
    "reference definitions": "".join(f"[r{n}]: /u{n}\n" for n in range(20_000)) + "\n" + "".join(f"[r{n}] " for n in range(20_000)),
    "one definition used often": "[a]: " + "/x" * 5_000 + "\n\n" + "[a] " * 20_000,
    "entities": "&#" * 50_000,
    "entity ends": "&" * 200_000,
    "angle brackets": "<" * 200_000,
    "open comments": "<!--" * 50_000,
    "open processing": "<?" * 50_000,
    "footnotes": "".join(f"[^{n}]: [^{n + 1}]\n\n" for n in range(5_000)) + "[^0]",
    "footnote used often": "[^a]: x\n\n" + "[^a]" * 50_000,
    "headings of one name": "# a\n\n" * 20_000,
    "strikethrough": "~~a" * 50_000,
    "holes": "{{ v }}" * 20_000,
    "open holes": "{{" * 100_000,
    "emphasis in turns": "*a **b " * 20_000,
    "smart quotes": "\"'" * 100_000,
    "autolinks": "http://a.b" * 50_000,
    "mail addresses": "a@b." * 50_000,
    "blank lines": "\n" * 1_000_000,
    "tabs": "\t" * 1_000_000,
    "deep JSON": "[" * 100_000 + "]" * 100_000,
    "2 MiB of words": "word " * 419_000,
    "empty": "",
    "a BOM alone": "\ufeff",
}

# Front matter or settings that other readers choke on.
YAML = {
    "alias bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(8)),
    "typing": "title: no\nsummary: 1:30\n",
    "deep flow": "title: " + "[" * 100_000,
    "deep block": "".join(" " * n + "a:\n" for n in range(3_000)),
    "tag": "title: !!python/object/apply:os.system ['true']\n",
    "merge key": "base: &b {title: x}\n<<: *b\n",
    "duplicate key": "title: a\ntitle: b\n",
    "number beyond all": "title: 1e400\n",
    "year 9999": "title: a\ndate: 9999-12-31\n",
    "no such day": "title: a\ndate: 2026-02-30\n",
    "NUL": "title: a\0b\n",
    "not closed": None,
    "many keys": "".join(f"k{n}: v\n" for n in range(60_000)),
    "one long scalar": "title: |\n  " + "a" * 1_500_000 + "\n",
}

GOOD = '{"id":"g%d","published":"2026-01-02T00:00:00Z","attributedTo":"p%d","content":"Good.","url":"https://makers.example/t/%d"}'
# One line between good ones. Whatever the line is, the good ones stay.
LINES = {
    "truncated": '{"id":"x","published":"2026-01-02T0',
    "not JSON": "<html>",
    "invalid UTF-8": b'{"id":"x","published":"2026-01-02T00:00:00Z","content":"\xff\xfe\xc0\x80"}',
    "lone surrogate": '{"id":"x","published":"2026-01-02T00:00:00Z","content":"\\ud800"}',
    "duplicate key": '{"id":"x","id":"y","published":"2026-01-02T00:00:00Z","published":"2026-01-03T00:00:00Z"}',
    "number beyond all": '{"id":1e400,"published":"2026-01-02T00:00:00Z"}',
    "2 to the 63rd": '{"id":9223372036854775808,"published":"2026-01-02T00:00:00Z","score":9223372036854775808}',
    "not a number": '{"id":NaN,"published":"2026-01-02T00:00:00Z"}',
    "future": '{"id":"x","published":"2999-01-02T00:00:00Z"}',
    "year 9999": '{"id":"x","published":"9999-12-31T23:59:60Z"}',
    "the hour that is left out": '{"id":"x","published":"2026-03-29T02:30:00+01:00"}',
    "no such day": '{"id":"x","published":"2026-02-30T00:00:00Z"}',
    "deep": "[" * 100_000 + "]" * 100_000,
    "deep object": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "NUL": '{"id":"x","published":"2026-01-02T00:00:00Z","content":"a\\u0000b"}',
    "a BOM in the middle": '\ufeff{"id":"x","published":"2026-01-02T00:00:00Z"}',
    "CRLF": '{"id":"x","published":"2026-01-02T00:00:00Z"}\r',
    "empty object": "{}",
    "a list": "[]",
    "a line of 100 MB": None,
}

SVG = {
    "script": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "handler": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "foreign content": "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><p>x</p></foreignObject></svg>",
    "external address": "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://evil.example/a.png'/></svg>",
    "external use": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='https://evil.example/a.svg#b'/></svg>",
    "javascript link": "<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:alert(1)'><text>a</text></a></svg>",
    "entities": "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
    "style sheet": "<?xml-stylesheet href='https://evil.example/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "style import": "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'https://evil.example/a.css';</style></svg>",
}

LAUGHS = "<!DOCTYPE f [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(10)) + "]>"
ATOM = ("<?xml version='1.0'?>{doctype}<feed xmlns='http://www.w3.org/2005/Atom'><title>{title}</title><id>https://f.example/</id>"
        "<entry><id>https://f.example/1</id><title type='html'>{title}</title><author><name>Ann</name></author>"
        "<updated>2026-01-02T00:00:00Z</updated><content type='html'>{body}</content><link href='https://f.example/1'/></entry></feed>")
FEEDS = {
    "billion laughs": ATOM.format(doctype=LAUGHS, title="&k;", body="x"),
    "external entity": ATOM.format(doctype="<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>", title="&x;", body="x"),
    "parameter entity": ATOM.format(doctype="<!DOCTYPE f [<!ENTITY % r SYSTEM 'https://canary.example/x.dtd'> %r;]>", title="x", body="x"),
    "HTML in a title": ATOM.format(doctype="", title="&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=alert(1)>", body="&lt;iframe src='javascript:alert(1)'>x"),
    "CDATA end": ATOM.format(doctype="", title="a ]]&gt; b", body="<![CDATA[<p>x</p>]]>]]&gt;"),
    "control characters": ATOM.format(doctype="", title="a\x01\x1fb", body="x"),
    "deep": ATOM.format(doctype="", title="x", body="<b>" * 50_000),
    "deep HTML": ATOM.format(doctype="", title="x", body="&lt;b>" * 50_000),
}
