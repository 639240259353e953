#!/usr/bin/env python3
"""Compares the template engine with Jinja2 on generated templates.

    python3 Tests/oracles/fuzz_templates.py --count 5000 --seed 1 -- .build/release/meadow

Each template is made from a grammar of the whole language over a fixed context, rendered by Jinja2
(`pip install jinja2`, 3.1.6) and by `meadow render template FILE --context JSON --lenient`, and the
two outputs must be the same bytes. Where Jinja2 fails, we must fail too, and the other way round.
The seed names the run: the same seed makes the same templates. A difference is printed with its
template, shortened by dropping parts as long as the difference stays. Exit status 1 when there is any.

`--stream` is for a driver that stays up: it reads one JSON object a line (`source`, `context`,
`templates`, `autoescape`, `trim_blocks`, `lstrip_blocks`) and answers `{"out": …}` or `{"err": …}`.
"""
import argparse
import collections
import functools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jinja2

CONTEXT = {
    "n": 7, "z": 0, "neg": -3, "f": 2.5, "big": 1234567.0, "t": "Hello <World> & 'you'", "e": "",
    "u": "Größe ☃ ab", "yes": True, "no": False, "nil": None,
    "xs": [3, 1, 2], "ws": ["b", "A", "c", "a"], "nested": [[1, 2], [3], []], "empty": [],
    "rows": [
        {"name": "ann", "age": 30, "tags": ["x", "y"], "ok": True},
        {"name": "Bob", "age": 25, "tags": [], "ok": False},
        {"name": "cy", "age": 30, "tags": ["z"], "ok": True},
    ],
    "m": {"b": 2, "a": 1, "C": 3},
}
TEMPLATES = {
    "base.html": "<{% block head %}H{% endblock %}|{% block body %}B{{ n }}{% endblock %}"
                 "|{% for i in xs %}{% block item scoped %}{{ i }}{% endblock %}{% endfor %}>",
    "mid.html": "{% extends 'base.html' %}{% set mv = 'M' %}{% block head %}({{ super() }}{{ mv }}){% endblock %}",
    "part.html": "[{{ t }}{{ loc }}]",
    "lib.html": "{% set k = 5 %}{% macro box(a, b='d') %}<{{ a }}-{{ b }}-{{ k }}>{% endmacro %}"
                "{% macro wrap() %}({{ caller() if caller else '' }}){% endmacro %}",
}


class Maker:
    """Makes one template; `names` are the variables in reach, by what they hold."""

    def __init__(self, rng):
        self.rng = rng
        self.scopes = [{"num": ["n", "z", "neg", "f", "big"], "text": ["t", "e", "u"],
                        "list": ["xs", "ws", "empty", "nested"], "any": ["nil", "yes", "no", "missing"]}]
        self.fresh = 0
        self.loops = 0

    def pick(self, kind):
        return self.rng.choice([n for s in self.scopes for n in s.get(kind, [])])

    def bind(self, kind):
        self.fresh += 1
        name = f"v{self.fresh}"
        self.scopes[-1].setdefault(kind, []).append(name)
        return name

    def num(self, d):
        r = self.rng
        if d <= 0:
            return r.choice([self.pick("num"), str(r.randrange(12)), r.choice(["1.5", "0.1", "2e3", "0x1f", "1_0"])])
        return r.choice([
            lambda: f"({self.num(d-1)} {r.choice(['+', '-', '*', '//', '%', '/'])} {self.num(d-1)})",
            lambda: f"{self.num(d-1)} {r.choice(['+', '-', '*'])} {self.num(d-1)}",
            lambda: f"-{self.num(d-1)}",
            lambda: f"({self.num(0)} ** {r.randrange(4)})",
            lambda: f"({self.num(d-1)})|{r.choice(['abs', 'round', 'int', 'float', 'round(1)', 'round(2)'])}",
            lambda: f"{self.lst(d-1)}|length",
            lambda: f"{self.text(d-1)}|{r.choice(['length', 'wordcount', 'int', 'float'])}",
            lambda: f"(xs|{r.choice(['sum', 'min', 'max', 'first', 'last'])})",
            lambda: f"(rows|sum(attribute='age'))",
            lambda: f"({self.num(d-1)} if {self.cond(d-1)} else {self.num(d-1)})",
            lambda: f"m.{r.choice('abC')}", lambda: f"m['{r.choice('abC')}']", lambda: f"rows[{r.randrange(3)}].age",
            lambda: f"xs[{r.randrange(-3, 3)}]",
        ])()

    def text(self, d):
        r = self.rng
        if d <= 0:
            return r.choice([self.pick("text"), "'a b'", '"c<d"', "'it\\'s'", "'x' 'y'"])
        return r.choice([
            lambda: f"({self.text(d-1)} ~ {self.any(d-1)})",
            lambda: f"({self.text(d-1)} + {self.text(d-1)})",
            lambda: f"{self.text(d-1)}|" + r.choice([
                "upper", "lower", "title", "capitalize", "trim", "replace('l', 'L')", "replace('a', '<', 1)",
                "truncate(5)", "truncate(6, true, '…', 0)", "center(12)", "escape", "e", "string", "reverse",
                "indent(2)", "indent(2, true)", "wordwrap(5)", "striptags", "urlencode", "default('q')", "trim('a')", "wordwrap(4, false)", "wordwrap(7, true, '|')", "truncate(4, end='')",
                "indent('> ')", "indent(1, true, true)", "replace(' ', '<br>')", "count", "striptags|upper", "title|reverse", "e|upper",
                "safe|lower", "safe|e", "center(9)|trim", "list|join('-')", "urlencode|upper", "int(7)", "float(1.5)", "d(n)",
                "default('q', true)", "safe", "first", "last"]),
            lambda: f"{self.lst(d-1)}|join({r.choice(['', repr(', '), repr('<')])})",
            lambda: f"{self.text(d-1)}[{r.choice(['1:', ':2', '::-1', '-2:', '1:4:2', ':'])}]",
            lambda: f"({self.text(d-1)} if {self.cond(d-1)} else {self.text(d-1)})",
            lambda: f"{self.any(d-1)}|tojson",
            lambda: f"({self.text(0)} * {r.randrange(3)})",
            lambda: f"{self.dct(d-1)}|{r.choice(['tojson', 'urlencode', 'dictsort|list|string', 'items|list|string', 'length|string'])}",
            lambda: f"({self.any(d-1)}, {self.any(d-1)})|{r.choice(['tojson', 'join', 'join(1)', 'first|string', 'list|string'])}",
            lambda: f"{self.text(d-1)}[{r.randrange(-3, 3)}]",
            lambda: f"{self.dct(d-1)}.{r.choice('pqr')}",
            lambda: f"[{self.text(d-1)}, {self.text(d-1)}]|{r.choice(['min', 'max', 'sort|join', 'sort(reverse=true)|first', 'map(' + repr('upper') + ')|join', 'map(' + repr('length') + ')|sum|string', 'unique|join'])}",
            lambda: f"[{self.any(d-1)}]|map('{r.choice(['string', 'e', 'upper', 'tojson', 'length', 'first', 'int', 'default'])}')|join('/')",
            lambda: f"({self.num(0)})|filesizeformat",
            lambda: f"rows[{r.randrange(3)}].name",
        ])()

    def lst(self, d):
        r = self.rng
        if d <= 0:
            return r.choice([self.pick("list"), "[1, 2, 3]", "['p', 'q']", "(1, 'x')", "[]", "range(4)|list"])
        return r.choice([
            lambda: f"[{self.any(d-1)}, {self.any(d-1)}]",
            lambda: f"{self.lst(d-1)}|list",
            lambda: f"{self.lst(d-1)}|reverse|list",
            lambda: f"xs|{r.choice(['sort', 'sort(true)', 'unique|list', 'sort|list'])}",
            lambda: f"ws|{r.choice(['sort', 'sort(case_sensitive=true)', 'unique|list', 'map(' + repr('upper') + ')|list'])}",
            lambda: f"{self.lst(d-1)}|batch({r.randrange(1, 4)}{r.choice(['', ', 0'])})|list",
            lambda: f"{self.lst(d-1)}|slice({r.randrange(1, 4)}{r.choice(['', ', 9'])})|list",
            lambda: f"rows|map(attribute='{r.choice(['name', 'age', 'tags'])}')|list",
            lambda: f"rows|{r.choice(['selectattr', 'rejectattr'])}('ok')|map(attribute='name')|list",
            lambda: f"rows|selectattr('age', '{r.choice(['gt', 'eq', 'le', '>', 'equalto'])}', 25)|map(attribute='name')|list",
            lambda: f"xs|{r.choice(['select', 'reject'])}('{r.choice(['odd', 'even'])}')|list",
            lambda: f"rows|sort(attribute='{r.choice(['age', 'name', 'age,name'])}')|map(attribute='name')|list",
            lambda: f"m|{r.choice(['dictsort', 'items|list', 'list', 'dictsort(true)', 'dictsort(by=' + repr('value') + ', reverse=true)'])}",
            lambda: f"{self.lst(d-1)}[{r.choice(['1:', ':2', '::-1', ':', '-2:', '::2', '5:0:-2'])}]",
            lambda: f"({self.lst(d-1)} + {self.lst(d-1)})",
            lambda: f"(({self.any(d-1)}, {self.any(d-1)})|{r.choice(['reverse|list', 'list', 'sort', 'unique|list', 'map(' + repr('string') + ')|list'])})",
            lambda: f"rows|groupby('{r.choice(['age', 'ok', 'name'])}'{r.choice(['', ', case_sensitive=true'])})|map({r.choice(['attribute=0', repr('first')])})|list",
            lambda: f"rows|map(attribute='nick', default={self.any(0)})|list",
            lambda: f"{self.text(d-1)}|list",
            lambda: f"range({r.randrange(-2, 6)}{r.choice(['', ', 5', ', -1, -1', ', 9, 3'])})|list",
            lambda: f"{self.lst(d-1)}|{r.choice(['select', 'reject', 'map(' + repr('string') + ')', 'select(' + repr('string') + ')', 'reject(' + repr('none') + ')'])}|list",
            lambda: f"nested|map('{r.choice(['sum', 'length', 'first', 'join', 'list', 'reverse'])}')|{r.choice(['list', 'map(' + repr('string') + ')|list'])}",
            lambda: f"nested|sum(start=[])",
        ])()

    def dct(self, d):
        r = self.rng
        if d <= 0:
            return r.choice(["m", "{}", "{'p': 1}", "rows[0]", "dict(q=2)"])
        return r.choice([lambda: f"{{'p': {self.any(d-1)}, 'q': {self.any(d-1)}}}",
                         lambda: f"dict({self.dct(d-1)}, r={self.any(d-1)})", lambda: f"{{{self.num(0)}: {self.any(d-1)}}}",
                         lambda: f"({self.dct(d-1)} if {self.cond(d-1)} else {self.dct(d-1)})"])()

    def cond(self, d):
        r = self.rng
        if d <= 0:
            return r.choice(["true", "false", self.pick("any"), self.pick("num"), self.pick("text"), self.pick("list")])
        return r.choice([
            lambda: f"{self.num(d-1)} {r.choice(['<', '<=', '>', '>=', '==', '!='])} {self.num(d-1)}",
            lambda: f"{self.num(0)} < {self.num(0)} <= {self.num(0)}",
            lambda: f"({self.cond(d-1)} {r.choice(['and', 'or'])} {self.cond(d-1)})",
            lambda: f"not {self.cond(d-1)}",
            lambda: f"{self.num(d-1)} {r.choice(['in', 'not in'])} {self.lst(d-1)}",
            lambda: f"{self.text(0)} in {self.text(0)}",
            lambda: f"{self.any(d-1)} is {r.choice(['', 'not '])}" + r.choice([
                "defined", "undefined", "none", "number", "string", "mapping", "sequence", "iterable", "boolean",
                "true", "false", "integer", "float", "escaped"]),
            lambda: f"{self.pick('num')} is {r.choice(['odd', 'even', 'divisibleby 3', 'divisibleby(2)'])}",
            lambda: f"{self.num(0)} is {r.choice(['eq', 'ne', 'lt', 'le', 'gt', 'ge'])}({self.num(0)})",
            # Only of these Python promises that equal ones are the same object.
            lambda: f"{self.any(0)} is {r.choice(['', 'not '])}sameas({r.choice(['true', 'false', 'none'])})",
            lambda: f"{self.text(0)} is {r.choice(['lower', 'upper', 'in t'])}",
            lambda: f"{self.text(d-1)} {r.choice(['<', '<=', '>', '>=', '==', '!='])} {self.text(d-1)}",
            lambda: f"{self.lst(d-1)} {r.choice(['<', '==', '!='])} {self.lst(d-1)}",
            lambda: f"{self.text(0)} {r.choice(['in', 'not in'])} {self.dct(d-1)}",
            lambda: f"{self.any(d-1)} is in ({self.lst(d-1)},)", lambda: f"{self.text(0)} is in {self.lst(d-1)}",
            lambda: f"{self.any(d-1)} == {self.any(d-1)}",
        ])()

    def any(self, d):
        return self.rng.choice([self.num, self.text, self.lst, self.cond])(d)

    def body(self, d):
        return "".join(self.statement(d) for _ in range(self.rng.randrange(1, 4)))

    def scoped(self, d):
        self.scopes.append({})
        text = self.body(d)
        self.scopes.pop()
        return text

    def tag(self, text):
        r = self.rng
        a = r.choice(["{%", "{%", "{%", "{%-", "{%+"])
        b = r.choice(["%}", "%}", "%}", "-%}"])
        return f"{a} {text} {b}"

    def statement(self, d):
        r = self.rng
        simple = [
            lambda: r.choice([" text ", "\n", "  \n  ", "<b>", "a\n  b", "{# note #}", "\n  {#- c -#}\n", ""]),
            lambda: "{{ " + self.any(2) + " }}", lambda: "{{- " + self.text(2) + " -}}",
            lambda: self.tag(f"set {self.bind('num')} = {self.num(1)}"),
            lambda: self.tag(f"set {self.bind('text')} = {self.text(1)}"),
            lambda: self.tag(f"set {self.bind('list')} = {self.lst(1)}"),
            lambda: "{% include 'part.html' %}",
            lambda: "{% raw %}{{ x }}{% endraw %}",
        ]
        if self.loops:
            simple += [lambda: "{{ loop." + r.choice(["index", "index0", "revindex", "first", "last", "length", "depth", "previtem", "nextitem"]) + " }}",
                       lambda: "{{ loop.cycle('o', 'e') }}", lambda: "{{ loop.changed(" + self.num(0) + ") }}"]
        if d <= 0:
            return r.choice(simple)()
        return r.choice(simple + [lambda: self.branch(d), lambda: self.loop(d), lambda: self.with_(d), lambda: self.macro(d),
                                  lambda: self.set_block(d), lambda: self.tag("filter upper") + self.scoped(d-1) + self.tag("endfilter"),
                                  lambda: self.library(d), lambda: self.namespace(d), lambda: self.recursive(d), lambda: self.caller(d),
                                  lambda: self.extras(d), lambda: self.escaping(d), lambda: self.turns(d), lambda: self.unpacking(d)])()

    def branch(self, d):
        r = self.rng
        out = self.tag("if " + self.cond(2)) + self.body(d-1)
        if r.random() < .3:
            out += self.tag("elif " + self.cond(1)) + self.body(d-1)
        if r.random() < .5:
            out += self.tag("else") + self.body(d-1)
        return out + self.tag("endif")

    def loop(self, d):
        r = self.rng
        seq = self.lst(1)
        out = ""
        self.scopes.append({})
        self.loops += 1
        if r.random() < .2:
            a, b = self.bind("any"), self.bind("num")
            out = self.tag(f"for {a}, {b} in m|items")
        elif r.random() < .3:
            x = self.bind("any")
            out = self.tag(f"for {x} in {seq} if {x} is number")
        else:
            out = self.tag(f"for {self.bind('any')} in {seq}")
        out += self.body(d-1)
        self.loops -= 1
        self.scopes.pop()
        if r.random() < .3:
            loops, self.loops = self.loops, 0
            out += self.tag("else") + self.scoped(d-1)
            self.loops = loops
        return out + self.tag("endfor")

    def with_(self, d):
        first, second = self.num(1), self.text(1)
        self.scopes.append({})
        out = self.tag(f"with {self.bind('num')} = {first}, {self.bind('text')} = {second}") + self.body(d-1)
        self.scopes.pop()
        return out + self.tag("endwith")

    def macro(self, d):
        r = self.rng
        self.fresh += 1
        name = f"mac{self.fresh}"
        loops, self.loops = self.loops, 0
        self.scopes.append({})
        a, b = self.bind("any"), self.bind("text")
        out = self.tag(f"macro {name}({a}, {b}={self.text(1)})") + self.body(d-1) + self.tag("endmacro")
        self.scopes.pop()
        self.loops = loops
        calls = [f"{name}()", f"{name}({self.any(1)})", f"{name}({self.num(0)}, {b}={self.text(0)})", f"{name}(1)|upper"]
        return out + "".join("{{ " + r.choice(calls) + " }}" for _ in range(r.randrange(1, 3)))

    def library(self, d):
        r = self.rng
        return r.choice([
            lambda: "{% import 'lib.html' as lib %}{{ lib.box(" + self.num(1) + ") }}{{ lib.k }}",
            lambda: "{% from 'lib.html' import box as bx %}{{ bx(" + self.text(0) + ", b=" + self.num(0) + ") }}",
            lambda: "{% from 'lib.html' import wrap %}{% call wrap() %}" + self.scoped(d-1) + "{% endcall %}{{ wrap() }}",
        ])()

    def set_block(self, d):
        inner = self.scoped(d-1)
        filters = self.rng.choice(["", "", "|upper", "|trim|length", "|replace('e', '3')"])
        return self.tag("set " + self.bind("any") + filters) + inner + self.tag("endset")

    def namespace(self, d):
        """What a loop may change outside of itself."""
        r = self.rng
        self.fresh += 1
        name = f"ns{self.fresh}"
        step = r.choice([f"{name}.a + {self.num(0)}", self.any(1), f"{name}.a ~ {self.text(0)}"])
        return (self.tag(f"set {name} = namespace(a={self.num(1)})") + self.tag(f"for x{self.fresh} in {self.lst(1)}")
                + self.tag(f"set {name}.a = {step}") + r.choice(["", "{{ " + name + ".a }},"]) + self.tag("endfor")
                + "{{ " + name + r.choice([".a", ".b", "['a']"]) + " }}")

    def recursive(self, d):
        r = self.rng
        self.fresh += 1
        x = f"x{self.fresh}"
        field = r.choice(["depth", "depth0", "index", "last", "length"])
        seq, call = r.choice([("nested", f"loop({x})"), ("[[1, [2, []]], [3]]", f"loop({x})"), (self.lst(1), f"loop([])")])
        return (self.tag(f"for {x} in {seq} recursive") + "{{ loop." + field + " }}" + self.tag(f"if {x} is sequence and {x} is not string")
                + "({{ " + call + " }})" + self.tag("else") + "{{ " + x + " }}" + self.tag("endif") + self.tag("endfor"))

    def caller(self, d):
        """A block with parameters, handed to a macro that calls it."""
        r = self.rng
        self.fresh += 1
        name, x = f"cal{self.fresh}", f"p{self.fresh}"
        loops, self.loops = self.loops, 0
        given = r.choice(["", self.any(1)])
        out = self.tag(f"macro {name}(a, b={self.text(0)})") + r.choice(["[", "<i>"]) + "{{ caller(" + (given or "a") + ") }}{{ b }}" + self.tag("endmacro")
        self.loops = loops
        self.scopes.append({"any": [x]})
        body = self.body(d-1) + "{{ " + x + " }}"
        self.scopes.pop()
        return out + self.tag(f"call({x}) {name}({self.any(1)})") + body + self.tag("endcall")

    def extras(self, d):
        r = self.rng
        self.fresh += 1
        name = f"ext{self.fresh}"
        out = self.tag(f"macro {name}(a)") + "{{ a }}|{{ varargs|join(',') }}|{{ kwargs|dictsort }}" + self.tag("endmacro")
        given = [self.any(1) for _ in range(r.randrange(4))] + [f"{k}={self.any(0)}" for k in r.sample("abc", r.randrange(3))]
        if "a=" in "".join(given):
            given = [g for g in given if "=" in g[:2]]
        return out + "{{ " + f"{name}({', '.join(given)})" + " }}"

    def escaping(self, d):
        return self.tag("autoescape " + self.rng.choice(["true", "false"])) + self.scoped(d-1) + self.tag("endautoescape")

    def turns(self, d):
        r = self.rng
        self.fresh += 1
        name = f"turn{self.fresh}"
        make, use = r.choice([("cycler('o', 'e')", f"{name}.next()"), ("joiner('; ')", f"{name}()"), ("joiner()", f"{name}()"),
                              ("cycler(1, 2, 3)", f"{name}.current ~ {name}.next()")])
        return (self.tag(f"set {name} = {make}") + self.tag(f"for i{self.fresh} in {self.lst(1)}") + "{{ " + use + " }}{{ " + f"i{self.fresh}" + " }}"
                + r.choice(["", self.tag(f"if loop.index > {r.randrange(4)}") + self.tag(r.choice(["break", "continue"])) + self.tag("endif") + "~"])
                + self.tag("endfor"))

    def unpacking(self, d):
        r = self.rng
        a, b = self.bind("any"), self.bind("any")
        return r.choice([
            lambda: self.tag(f"set {a}, {b} = {self.any(1)}, {self.any(1)}"), lambda: self.tag(f"set ({a}, {b}) = [{self.any(1)}, {self.any(1)}]"),
            lambda: self.tag(f"for {a}, ({b}) in [(1, 2), {self.lst(0)}]") + "{{ " + f"{a} ~ {b}" + " }}" + self.tag("endfor"),
            lambda: self.tag(f"for {a} in {self.dct(1)}") + "{{ " + a + " }}" + self.tag("endfor"),
            lambda: self.tag(f"for {a} in {self.text(1)}") + "{{ " + a + " }}" + self.tag("endfor"),
            lambda: self.tag(f"for {a}, {b} in rows|groupby('age')") + "{{ " + f"{a}" + " }}{{ " + b + "|length }}" + self.tag("endfor"),
            lambda: self.tag(f"for {a} in rows|groupby('ok')") + "{{ " + f"{a}.grouper }}}}{{{{ {a}.list|map(attribute='name')|join" + " }}" + self.tag("endfor"),
        ])()

    def template(self):
        r = self.rng
        if r.random() < .2:
            parent = r.choice(["base.html", "mid.html"])
            out = "{% extends '" + parent + "' %}" + self.tag(f"set {self.bind('num')} = {self.num(1)}")
            for name in r.sample(["head", "body", "item"], r.randrange(1, 4)):
                out += "{% block " + name + " %}" + self.scoped(2) + r.choice(["", "{{ super() }}"]) + "{% endblock %}"
            return out
        if r.random() < .15:
            name = f"blk{r.randrange(9)}"
            return (self.body(1) + "{% block " + name + r.choice(["", " scoped"]) + " %}" + self.scoped(2) + "{% endblock %}" + self.body(1)
                    + "{{ self." + name + "() }}")
        return self.body(3) + self.body(2)


@functools.cache
def environment(autoescape, trim_blocks, lstrip_blocks, folding, lists):
    """Jinja2 as it is, or, without `folding`, computing constants while rendering like all else, or, with
    `lists`, with reversed lists that are lists."""
    unfolded = {} if folding else {"optimized": False, "finalize": jinja2.pass_context(lambda context, value: value)}
    env = jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=autoescape, trim_blocks=trim_blocks,
                              lstrip_blocks=lstrip_blocks, extensions=["jinja2.ext.loopcontrols"], **unfolded)
    if lists:
        reverse = env.filters["reverse"]
        env.filters["reverse"] = lambda value: turned if isinstance(turned := reverse(value), str) else list(turned)
    return env


def jinja(case, folding=True, lists=False):
    env = environment(case["autoescape"], case["trim_blocks"], case["lstrip_blocks"], folding, lists)
    try:
        return env.from_string(case["source"]).render(**case["context"]), None
    except Exception as error:  # what Jinja2 refuses, in whatever way
        return None, f"{type(error).__name__}: {error}"


class Stream:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, case):
        self.process.stdin.write(json.dumps(case) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer.get("out"), answer.get("err")


def meadow(command):
    def run(case):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {**case["templates"], "main.html": case["source"]}.items():
                (root / name).write_text(text)
            (root / "context.json").write_text(json.dumps(case["context"]))
            words = command + ["render", "template", str(root / "main.html"), "--context",
                               str(root / "context.json"), "--templates", folder, "--lenient"]
            words += ["--trim-blocks"] * case["trim_blocks"] + ["--lstrip-blocks"] * case["lstrip_blocks"]
            words += ["--no-autoescape"] * (not case["autoescape"])
            done = subprocess.run(words, capture_output=True, text=True)
            return (done.stdout, None) if done.returncode == 0 else (None, done.stderr)
    return run


def same(ours, theirs):
    return ours[0] == theirs[0] if None not in (ours[0], theirs[0]) else (ours[0] is None) == (theirs[0] is None)


def allowed(case, ours, theirs):
    """Why a difference is meant, or None."""
    if "too large" in (ours[1] or ""):
        return "whole numbers have 64 bits"
    if re.search(r"generator object| object at 0x|<Macro |<LoopContext|dict_items|range\(", (theirs[0] or "") + (theirs[1] or ""), re.I):
        return "Python prints an object of its own"
    if same(ours, jinja(case, folding=False)):
        return "Jinja2 itself prints something else where it computes constants early"
    if same(ours, jinja(case, lists=True)):
        return "a reversed list is a list, not an object of Python's own"
    return None


def compared(case, run):
    """What differs, if anything, and why that is meant, if it is; whether Jinja2 failed."""
    ours, theirs = run(case), jinja(case)
    failed = theirs[0] is None
    if same(ours, theirs):
        return None, None, failed
    reason = allowed(case, ours, theirs)
    return None if reason else (ours, theirs), reason, failed


def differs(case, run):
    return compared(case, run)[0]


def kind(difference):
    """Which side failed, and how: two differences of one kind are taken for the same."""
    if not difference:
        return None
    ours, theirs = difference
    return ours[0] is None, (ours[1] or "")[:60], (theirs[1] or "")[:40]


def shortened(case, run):
    """Drops pieces of the template as long as the same kind of difference stays."""
    parts = [p for p in re.split(r"({%.*?%}|{{.*?}}|{#.*?#})", case["source"], flags=re.S) if p]
    wanted = kind(differs(case, run))
    # Outside of its blocks a template that extends another shows other differences than inside.
    fixed = re.compile("{%.? *(end)?block" if "extends" in case["source"] else "$.")
    size = max(1, len(parts) // 2)
    while size >= 1:
        at = 0
        while at < len(parts):
            for width in range(size, 0, -1) if size < 4 else [size]:
                shorter = parts[:at] + parts[at + width:]
                if not any(map(fixed.match, parts[at:at + width])) and kind(differs({**case, "source": "".join(shorter)}, run)) == wanted:
                    parts = shorter
                    break
            else:
                # A tag and the one that closes it.
                for other in range(at + 1, len(parts)):
                    shorter = parts[:at] + parts[at + 1:other] + parts[other + 1:]
                    if parts[other].startswith("{%") and kind(differs({**case, "source": "".join(shorter)}, run)) == wanted:
                        parts = shorter
                        break
                else:
                    at += 1
        size //= 2
    return {**case, "source": "".join(parts)}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--stream", action="store_true")
    options.add_argument("command", nargs="+")
    given = options.parse_args()
    run = Stream(given.command) if given.stream else meadow(given.command)
    found = errors = 0
    meant = collections.Counter()
    for number in range(given.count):
        rng = random.Random(f"{given.seed}/{number}")
        case = {"source": Maker(rng).template(), "context": CONTEXT, "templates": TEMPLATES,
                "autoescape": rng.random() < .5, "trim_blocks": rng.random() < .2, "lstrip_blocks": rng.random() < .2}
        difference, reason, failed = compared(case, run)
        errors += failed
        meant.update([reason] if reason else [])
        if difference:
            found += 1
            case = shortened(case, run)
            ours, theirs = differs(case, run)
            flags = [k for k in ("autoescape", "trim_blocks", "lstrip_blocks") if case[k]]
            print(f"--- {given.seed}/{number} {flags}\n{case['source']!r}\n  Jinja2: {theirs}\n  Meadow: {ours}", flush=True)
    for reason, count in meant.most_common():
        print(f"{count} differ as meant: {reason}")
    print(f"{given.count} templates of seed {given.seed}, {errors} of them errors in Jinja2, {found} differences")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
