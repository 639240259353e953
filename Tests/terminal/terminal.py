"""The program on a pseudo-terminal and in a pipe: questions, colours, bars, Ctrl-C, broken pipes.

usage: terminal.py MEADOW        needs Python 3 with pexpect
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import pexpect

MEADOW = os.path.abspath(sys.argv[1])
ESCAPE = "\x1b"
checks = 0


def check(holds, what, shown=""):
    global checks
    checks += 1
    if not holds:
        sys.exit(f"FAILED: {what}\n{shown}")


def environment(**more):
    plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    return {**plain, "TERM": "xterm-256color", **more}


def typed(words, folder, answers=(), **more):
    """What a terminal shows, and the exit status."""
    child = pexpect.spawn(MEADOW, words, cwd=folder, env=environment(**more), encoding="utf-8",
                          timeout=120, dimensions=(40, 100))
    shown = ""
    for question, answer in answers:
        child.expect_exact(question)
        shown += child.before + child.after
        child.sendeof() if answer is None else child.sendline(answer)
    child.expect(pexpect.EOF)
    shown += child.before
    child.close()
    return shown.replace("\r\n", "\n"), child.exitstatus


def piped(words, folder, **more):
    return subprocess.run([MEADOW, *words], cwd=folder, env=environment(**more), text=True,
                          capture_output=True, stdin=subprocess.DEVNULL, timeout=120)


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(pathlib.Path(folder).rglob("*")) if p.is_file()}


def begins_a_site(folder):
    """Three questions, a wrong answer asked again, defaults for empty ones."""
    shown, status = typed(["new", "garden"], folder, [
        ("[Community insights] ", "Our garden"), ("[Example Organisation] ", ""),
        ("empty for later): ", "no address"), ("empty for later): ", "https://a.example/b")])
    check(status == 0, "meadow new on a terminal", shown)
    check("an address begins with https://" in shown, "a wrong address is asked for again", shown)
    settings = (folder / "garden/Content/site.yaml").read_text()
    for line in ['title: "Our garden"', 'organisation: "Example Organisation"',
                 "base_url: https://a.example/b/"]:
        check(line in settings.splitlines(), line, settings)
    for command in ["meadow serve --site garden --open", "meadow build --site garden"]:
        check(command in shown, command, shown)
    shown, status = typed(["new", "other"], folder, [("[Community insights] ", None)])
    check(status == 64 and "--title" in shown, "the end of the input instead of an answer", shown)
    check(not (folder / "other").exists(), "nothing is left of a site that was not begun")
    shown, status = typed(["new", "garden"], folder)
    check(status == 73 and "R005" in shown, "a folder that holds something asks nothing", shown)
    shown, status = typed(["new", "flags", "--title", "T", "--organisation", "O", "--base-url",
                           "https://t.example/"], folder)
    check(status == 0 and "?" not in shown, "flags answer every question", shown)
    result = piped(["new", "pipe"], folder)
    check(result.returncode == 0 and "?" not in result.stderr, "a pipe is asked nothing")
    result = piped(["new", "wrong", "--title", ""], folder)
    check(result.returncode == 64 and "--title" in result.stderr, "a wrong flag", result.stderr)
    check(not (folder / "wrong").exists(), "nothing is left after a wrong flag")


def builds_and_checks(site):
    shown, status = typed(["build"], site)
    check(status == 0 and "files changed" in shown and " items, " in shown, "a summary", shown)
    check("warning" not in shown and "note" not in shown, "nothing is found", shown)
    shown, status = typed(["check", "Output"], site)
    check(status == 0 and "files hold O1" in shown, "the rules hold", shown)
    result = piped(["build", "--quiet"], site)
    check((result.returncode, result.stdout, result.stderr) == (0, "", ""), "--quiet is quiet",
          result.stderr)
    result = piped(["build"], site)
    check(result.stderr.startswith("0 files changed, "), "a second build", result.stderr)
    result = piped(["build", "--timings", "--template-metrics"], site)
    check("comparing" in result.stderr and "no template was rendered" in result.stderr,
          "times of a build that did nothing", result.stderr)
    result = piped(["build", "--timings", "--template-metrics", "--output", "Elsewhere"], site)
    check("rendering" in result.stderr and "insight.html" in result.stderr, "times",
          result.stderr)
    result = piped(["brief", "support"], site)
    check(result.stdout.startswith("Brief for Support"), "a brief", result.stderr)


def lists_changes(site):
    """The lists are the difference of two trees, and empty where there is none."""
    before = tree(site / "Output")
    about = site / "Content/pages/about.md"
    text = about.read_text()
    (site / "Content/pages/more.md").write_text("---\ntitle: More\n---\n\nMore.\n")
    about.write_text(text + "\nMore.\n")
    result = piped(["build", "--changed", "changed.txt", "--removed", "removed.txt"], site)
    check(result.returncode == 0, "a list", result.stderr)
    after = tree(site / "Output")
    wanted = [p for p in after if before.get(p) != after[p] and p != ".meadow-manifest"]
    changed = (site / "changed.txt").read_text().splitlines()
    check(changed == sorted(wanted, key=str.encode) and "more/index.html" in changed,
          "what was changed", "\n".join(changed))
    check((site / "removed.txt").read_text() == "", "nothing was removed")
    (site / "Content/pages/more.md").unlink()
    about.write_text(text)
    result = piped(["build", "--removed", "-", "--changed", "changed.txt", "--changed-as",
                    "addresses"], site)
    check(result.stdout == "https://a.example/b/more/\nhttps://a.example/b/more/index.html\n",
          "what was removed, on standard output", result.stdout + result.stderr)
    check("https://a.example/b/about/" in (site / "changed.txt").read_text().splitlines(),
          "addresses")
    result = piped(["build", "--changed", "changed.txt"], site)
    check((site / "changed.txt").read_text() == "", "nothing changed, and an empty list")


def tells_what_is_wrong(site):
    """Colour on a terminal alone, one JSON object a line, exit status 1, the old site untouched."""
    broken = site / "Content/pages/broken.md"
    broken.write_text("---\ntitel: Broken\n---\n")
    before = tree(site / "Output")
    shown, status = typed(["build"], site)
    check(status == 1 and f"{ESCAPE}[1;31merror[" in shown, "colour on a terminal", shown)
    check("did you mean `title`?" in shown, "the nearest key", shown)
    shown, status = typed(["build"], site, NO_COLOR="1")
    check(status == 1 and f"{ESCAPE}[1;" not in shown, "no colour with NO_COLOR", shown)
    shown, status = typed(["build"], site, TERM="dumb")
    check(status == 1 and ESCAPE not in shown, "nothing is drawn on a dumb terminal", shown)
    shown, status = typed(["build"], site, NO_COLOR="")
    check(f"{ESCAPE}[1;31m" in shown, "an empty NO_COLOR is none", shown)
    result = piped(["build"], site)
    check(result.returncode == 1 and ESCAPE not in result.stderr, "no colour in a pipe")
    check(result.stdout == "", "findings go to standard error")
    result = piped(["build", "--quiet"], site)
    check("error[" in result.stderr, "errors are told even with --quiet", result.stderr)
    result = piped(["build", "--diagnostics", "json"], site)
    found = [json.loads(line) for line in result.stderr.splitlines()]
    check(found and all(f["severity"] in ("error", "warning", "note") for f in found), "JSON")
    check(tree(site / "Output") == before, "nothing was published")
    broken.unlink()


def ends_with_control_c(site):
    """Serve and build end by the signal, as shells expect it, and the site stays whole."""
    before = tree(site / "Output")
    child = pexpect.spawn(MEADOW, ["serve"], cwd=site, env=environment(), encoding="utf-8",
                          timeout=60)
    child.expect_exact("Ctrl-C ends the preview")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    check(child.signalstatus == signal.SIGINT, "serve ends by SIGINT", f"{child.status}")
    check(tree(site / "Output") == before, "the preview writes nothing")
    for delay in (0.02, 0.1, 0.2, 0.3):
        (site / "Content/pages/about.md").write_text(
            f"---\ntitle: About\n---\n\nAfter {delay} seconds.\n")
        old = tree(site / "Output")
        process = subprocess.Popen([MEADOW, "build"], cwd=site, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        check(process.wait() in (0, -signal.SIGINT), "build ends by SIGINT")
        now = tree(site / "Output")
        result = piped(["build"], site)
        check(result.returncode == 0, "the next build holds the lock", result.stderr)
        check(now in (old, tree(site / "Output")), f"the old or the new site after {delay} s")


def speaks_into_closed_pipes(site):
    for words in (["measure", "--as", "csv"], ["measure", "--list"], ["explain", "T003"],
                  ["--help"]):
        line = f"'{MEADOW}' {' '.join(words)} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}"
        result = subprocess.run(["bash", "-c", line], cwd=site, text=True, capture_output=True)
        check(result.stderr == "", f"a closed pipe is quiet: {words}", result.stderr)
        check(result.stdout.strip() in ("0", "141"), f"its status: {words}", result.stdout)


def shows_progress(site, folder):
    """A bar that is cleared on a terminal, plain lines elsewhere, nothing with --quiet."""
    export = folder / "export.ndjson"
    with export.open("w") as file:
        for number in range(300_000):
            file.write('{"id":"%d","author":"a%d","time":"2026-01-01T00:00:00Z","text":"Hello"}\n'
                       % (number, number % 500))
    columns = folder / "columns.yaml"
    columns.write_text("columns:\n  id: id\n  attributedTo: author\n  published: time\n  content: text\n"
                       "times: iso\n")
    words = ["import", "ndjson", str(export), "--columns", str(columns), "--community",
             "sample-forum", "--dry-run", "--demo-key", "--date", "2026-02-01"]
    shown, status = typed(words, site)
    check(status == 0, "an import", shown)
    if f"\r{ESCAPE}[K[" in shown:
        check(f"\r{ESCAPE}[K" in shown.split(" a second")[-1], "the bar is cleared", shown[-400:])
    shown, status = typed(words, site, TERM="dumb")
    check(f"{ESCAPE}[K" not in shown, "no bar on a dumb terminal", shown[-400:])
    result = piped(words, site)
    check("\r" not in result.stderr and ESCAPE not in result.stderr, "no bar in a pipe",
          result.stderr[-400:])
    result = piped([*words, "--quiet"], site)
    check(result.stderr == "" or "note" in result.stderr, "nothing with --quiet", result.stderr)


def greets(folder):
    shown, status = typed([], folder)
    check(status == 0 and "meadow new garden" in shown, "a greeting", shown)
    result = piped(["biuld"], folder)
    check(result.returncode == 64 and "did you mean `build`?" in result.stderr, "a mistyped verb")
    result = piped(["build", "--tiimngs"], folder)
    check(result.returncode == 64 and "'--timings'" in result.stderr, "a mistyped option")
    result = piped(["explain", "insights/frist-wait/"], folder / "garden")
    check(result.returncode == 64 and "`insights/first-wait/`" in result.stderr,
          "a mistyped page", result.stderr)
    result = piped(["explain", "insights/first-wait/"], folder / "garden")
    check("Source       Content/insights/first-wait.md" in result.stdout, "a page",
          result.stdout + result.stderr)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="meadow-terminal-"))
    try:
        begins_a_site(folder)
        site = folder / "garden"
        builds_and_checks(site)
        lists_changes(site)
        greets(folder)
        tells_what_is_wrong(site)
        ends_with_control_c(site)
        speaks_into_closed_pipes(site)
        shows_progress(site, folder)
    finally:
        shutil.rmtree(folder)
    print(f"terminal: {checks} checks hold")


main()
