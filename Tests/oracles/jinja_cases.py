#!/usr/bin/env python3
"""Renders recorded cases of Jinja2 and compares output and kind of error.

    python3 Tests/oracles/jinja_cases.py CASES.json -- .build/release/meadow render stream

CASES.json is a list of objects: `id`, `test`, `source`, `context`, `templates`, `autoescape`,
`trim_blocks`, `lstrip_blocks`, `keep_trailing_newline`, `undefined` (`Undefined` or
`StrictUndefined`), and `output` or `error` (the name of Jinja2's exception). Such a list can be
recorded from Jinja2's own test suite. A case that is not in our language stands in EXCEPTIONS, with
the reason; one that stands there and passes is a fault too. Exit status 1 on any difference.
"""
import argparse
import json
import re
import subprocess
import sys

# Which of our codes an exception of Jinja2 may be.
KINDS = {
    "UndefinedError": {"T003", "T006", "T008"},
    "TemplateSyntaxError": {"T001", "T002", "T004", "T011"},
    "TemplateAssertionError": {"T005", "T010", "T011"},
    "TemplateRuntimeError": {"T005", "T007", "T010", "T016"},
    "TemplateNotFound": {"T009"},
    "TemplatesNotFound": {"T009"},
    "FilterArgumentError": {"T006", "T016"},
    "TypeError": {"T006", "T007", "T015", "T016"},
    "RecursionError": {"T015"},
}
# What is not in the language, by what the template says; each with its reason.
EXCEPTIONS = [
    (r"test_\w*finalize", "test", "`finalize`: Python code of the host that changes every value"),
    (r"test_env_autoescape|test_autoescape_autoselect", "test", "`autoescape` decided by Python code or by the name of the template"),
    (r"\|\s*(attr|format|pprint|random|forceescape|urlize|xmlattr)\b", "source", "a filter that is left out"),
    (r"map\('(attr|format|pprint|random|forceescape|urlize|xmlattr)'", "source", "a filter that is left out"),
    (r"is (not )?(callable|filter|test)\b", "source", "a test that is left out"),
    (r"__\w+__", "source", "attributes of Python objects"),
    (r"\.(items|keys|values|upper|lower|append|format|get)\(", "source", "methods of Python"),
    (r"{%-?\s*(include|import|from|extends)\s+\[?\w", "source", "the name of a template computed while rendering"),
    (r"{%-?\s*(if|for)\b.*{%-?\s*extends", "source", "`extends` inside of a tag"),
    (r"test_\w*globals\w*|test_context_imports", "test", "variables of the Python host that the record does not hold"),
    (r"test_json_dump", "test", "a JSON writer of the Python host"),
    (r"\d{19,}", "test", "whole numbers of more than 64 bits: an error here"),
    (r"{%-? *(do|trans|pluralize|debug)\b", "source", "a tag that is left out"),
]


def stream(command):
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(case):
        process.stdin.write(json.dumps(case) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        return answer.get("out"), answer.get("err")
    return run


def fault(case, run):
    """What differs, or None."""
    given = {k: case[k] for k in ("source", "context", "autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline")}
    given["templates"] = case["templates"] or {}
    given["checking"] = "lenient-strict-undefined" if case["undefined"] == "StrictUndefined" else "lenient"
    out, err = run(given)
    if "error" not in case:
        return None if out == case["output"] else f"expected {case['output']!r}\n  got      {out if out is None else repr(out)} {err or ''}"
    codes = set(re.findall(r"error\[(T\d+)\]", err or ""))
    wanted = KINDS.get(case["error"], set())
    return None if codes and codes <= wanted else f"expected {case['error']} ({', '.join(sorted(wanted))})\n  got      {out!r} {err or ''}"


def exception(case):
    return next((reason for pattern, field, reason in EXCEPTIONS if re.search(pattern, case[field])), None)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cases")
    options.add_argument("command", nargs="+")
    given = options.parse_args()
    run = stream(given.command)
    with open(given.cases, encoding="utf-8") as file:
        cases = json.load(file)
    passed = found = 0
    left_out = {}
    for case in cases:
        difference = fault(case, run)
        reason = exception(case)
        if difference is None:
            passed += 1
        elif reason:
            left_out.setdefault(reason, []).append(case["test"])
        else:
            found += 1
            print(f"--- {case['id']} {case['test']}\n{case['source']!r}\n  {difference}")
    for reason, tests in sorted(left_out.items()):
        print(f"not in the language: {reason}: {len(tests)}")
        for test in tests:
            print(f"    {test}")
    print(f"{len(cases)} cases: {passed} pass, {sum(map(len, left_out.values()))} not in the language, {found} differ")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
