#!/usr/bin/env python3
"""Times the template engine beside its peers and prints one table; all outputs must be the same bytes.

    swift build -c release --package-path Benchmarks --scratch-path .build/benchmarks
    python3 Benchmarks/templates/bench.py .build/benchmarks/release/template-bench

Needs Python with `jinja2` and `minijinja`; each that is missing is left out of the table, and said.
Times are medians of nine rounds on one core, of whole renders: Meadow's take in the laying of the
page's values into memory, which the check against the model is part of.
"""
import hashlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from workloads import WORKLOADS

HERE = pathlib.Path(__file__).parent
MONTHS = "January February March April May June July August September October November December".split()
COUNT = {"table": 10, "teams": 2000, "page": 200}
ROUNDS = 9
# The goals and the measure they were set by: what the writer by hand takes on the machine of the goals.
GOALS = {"table": (250_000, 119_000), "teams": (300, 73), "page": (6_000, 2_900)}


def longdate(text):
    return f"{int(text[8:10])} {MONTHS[int(text[5:7]) - 1]} {text[:4]}"


def timed(workload, render):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        for _ in range(COUNT[workload]):
            render()
        times.append((time.perf_counter_ns() - start) / COUNT[workload])
    return render().encode(), statistics.median(times)


def jinja2_renders():
    import jinja2
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "jinja"), autoescape=True, auto_reload=False, keep_trailing_newline=True)
    env.filters["longdate"] = longdate
    for workload, values in WORKLOADS.items():
        template = env.get_template(workload + ".html")
        yield f"Jinja2 {jinja2.__version__}", workload, lambda: template.render(values)


def minijinja_renders():
    import importlib.metadata
    import minijinja
    env = minijinja.Environment(loader=lambda name: (HERE / "jinja" / name).read_text(), keep_trailing_newline=True)
    env.add_filter("longdate", longdate)
    env.reload_before_render = False
    for workload, values in WORKLOADS.items():
        name = f"minijinja-py {importlib.metadata.version('minijinja')}"
        yield name, workload, lambda: env.render_template(workload + ".html", **values)


def python_peers(results, outputs):
    for renders in (jinja2_renders, minijinja_renders):
        try:
            for engine, workload, render in renders():
                outputs[engine, workload], results[engine, workload] = timed(workload, render)
        except ImportError as error:
            print(f"skipped: {error.name} (pip install {error.name})")


def swift_engines(program, results, outputs):
    with tempfile.TemporaryDirectory() as folder:
        values = pathlib.Path(folder, "values.json")
        values.write_text(json.dumps(WORKLOADS))
        lines = subprocess.run([program, str(values), str(HERE), folder], check=True, capture_output=True, text=True).stdout
        for line in lines.splitlines():
            engine, workload, nanoseconds = line.split("\t")
            results[engine, workload] = float(nanoseconds)
            output = pathlib.Path(folder, f"{engine}-{workload}.html")
            if output.exists():
                outputs[engine, workload] = output.read_bytes()


def comparable(engine, page):
    # minijinja escapes the slash as well, which no rule of HTML asks for.
    return page.replace(b"&#x2f;", b"/") if engine.startswith("minijinja") else page


def shown(nanoseconds):
    return f"{nanoseconds:,.0f} ns" if nanoseconds < 10_000 else f"{nanoseconds / 1000:,.0f} µs"


def main():
    results, outputs = {}, {}
    swift_engines(sys.argv[1], results, outputs)
    python_peers(results, outputs)
    sizes = {w: len(outputs["Meadow", w]) for w in WORKLOADS}
    print("| | " + " | ".join(f"{w}, {sizes[w]:,} B" for w in WORKLOADS) + " |\n|---|" + "---|" * len(WORKLOADS))
    engines = sorted({e for e, _ in results}, key=lambda e: results[e, "table"])
    for engine in engines:
        print(f"| {engine} | " + " | ".join(shown(results[engine, w]) for w in WORKLOADS) + " |")
    hand = {w: results["Swift by hand", w] for w in WORKLOADS}
    print("| Meadow over the writer by hand | " + " | ".join(f"{results['Meadow', w] / hand[w]:.1f} ×" for w in WORKLOADS) + " |")
    print("| goal over the writer by hand | " + " | ".join(f"{g / h:.1f} ×" for g, h in GOALS.values()) + " |")
    different = 0
    for workload in WORKLOADS:
        sums = {engine: hashlib.md5(comparable(engine, page)).hexdigest()[:8] for (engine, w), page in outputs.items() if w == workload}
        print(f"{workload}: MD5 {sums['Meadow']} of {len(sums)} engines")
        for engine, digest in sums.items():
            if digest != sums["Meadow"]:
                different += 1
                print(f"  another output: {engine} {digest}")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
