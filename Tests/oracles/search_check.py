#!/usr/bin/env python3
"""Builds the demonstration with a search page, lets Pagefind make its index, and searches it in a browser:
by the keyboard, in a sub-folder, with scripts and without, with the index and without; and builds again.

usage: search_check.py MEADOW SITE FOLDER [PICTURES]

FOLDER is made anew and keeps the site; PICTURES, where it is given, gets screenshots.
Needs Pagefind (pip install 'pagefind[bin]'), selenium, chromium and chromedriver; axe-core by
axe-playwright-python, where it is installed, looks for what bars people.
"""
import functools
import http.server
import json
import pathlib
import shutil
import subprocess
import sys
import threading
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def browser(scripts=True):
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options)


def look(driver, width=1280, dark=False):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})


def until(what, seconds=10):
    for _ in range(seconds * 20):
        if what():
            return True
        time.sleep(0.05)
    return False


def state(driver):
    return driver.find_element(By.CSS_SELECTOR, "[role=status]").text


def results(driver):
    return driver.find_elements(By.CSS_SELECTOR, "#found h3 a")


def search(driver, words, wait=True):
    """Types words; gives what the page says of them."""
    before = state(driver)
    box = driver.find_element(By.ID, "query")
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys(words)
    if wait:
        until(lambda: state(driver) != before and "#q=" in driver.current_url)
    return state(driver)


def is_icon(text):
    """What the browser asks for by itself at the root of every host."""
    return "/favicon.ico" in text


def console(driver):
    return [entry["message"] for entry in driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING") and not is_icon(entry["message"])]


def requests(driver):
    found = set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.add(message["params"]["request"]["url"])
    return found


def bars(driver, where):
    """What axe-core finds."""
    try:
        import axe_playwright_python
    except ImportError:
        return
    axe = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"
    driver.execute_script(axe.read_text("utf-8"))
    found = driver.execute_async_script(
        "axe.run().then(r => arguments[0](r.violations.map(v => v.id + ': ' + v.nodes[0].html)))")
    expect(not found, f"axe on {where}: {found}")


def build(meadow, site, *more):
    done = subprocess.run(
        [meadow, "build", "--site", str(site), "--as-of", "2026-11-10", *more], capture_output=True, text=True)
    expect(done.returncode == 0, f"the build fails: {done.stderr[-2000:]}")
    return done.stdout + done.stderr


def index(output):
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(output), "--quiet"], check=True)


def check(meadow, output):
    done = subprocess.run([meadow, "check", str(output)], capture_output=True, text=True)
    expect(done.returncode == 0, f"the check finds: {done.stdout}{done.stderr}")


def settings(site, **values):
    path = site / "Content/site.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if line.split(":")[0] not in values]
    path.write_text("\n".join(lines + [f"{key}: {value}" for key, value in values.items()]) + "\n", "utf-8")


def by_keyboard(driver, root):
    driver.get(root + "search/index.html")
    expect(until(lambda: driver.find_elements(By.ID, "query")), "no box to type in")
    expect(driver.switch_to.active_element.get_attribute("id") == "query", "the box has no focus")
    expect(not driver.find_element(By.ID, "unsearched").is_displayed(), "the page says that nothing is searched")
    said = search(driver, "newcomers")
    count = int(said.split()[-1])
    expect(said.startswith("Pages found:") and count > 10, f"`newcomers` finds: {said}")
    expect(until(lambda: len(results(driver)) == 10), f"{len(results(driver))} results at first")
    expect(driver.find_elements(By.CSS_SELECTOR, "#found mark"), "no word is marked")
    box = driver.find_element(By.ID, "query")
    box.send_keys(Keys.TAB)
    expect(driver.switch_to.active_element == results(driver)[0], "the first result is not next to the box")
    button = driver.find_element(By.CSS_SELECTOR, ".body button")
    button.send_keys(Keys.ENTER)
    expect(until(lambda: len(results(driver)) == min(20, count)), "no further results")
    expect(driver.switch_to.active_element == results(driver)[10], "the first further result has no focus")
    target = results(driver)[0].get_attribute("href")
    results(driver)[0].send_keys(Keys.ENTER)
    expect(until(lambda: driver.current_url == target), "a result does not open")
    expect(driver.find_elements(By.ID, "main"), f"{target} is no page of the site")
    driver.back()
    expect(until(lambda: driver.find_elements(By.ID, "query") and results(driver)), "back shows no results")
    expect(driver.find_element(By.ID, "query").get_attribute("value") == "newcomers", "back forgets the words")


def odd_words(driver):
    expect(search(driver, "zzyzx quux").startswith("Nothing found"), "nonsense finds something")
    expect(not driver.find_element(By.ID, "found").is_displayed(), "an empty list is shown")
    for words in ("<img src=x onerror=alert(1)>", "\"'&%s{{7*7}}", "a" * 300):
        search(driver, words, wait=False)
        time.sleep(0.5)
        expect(not driver.find_elements(By.CSS_SELECTOR, "main img"), f"{words} becomes markup")
    # Words that stand on pages in brackets are shown as words.
    search(driver, Keys.DELETE, wait=False)
    expect(until(lambda: state(driver) == ""), "an empty box still says something")
    expect("#q=" not in driver.current_url, "an empty box leaves its words in the address")


def links_work(driver, root):
    search(driver, "criticism")
    until(lambda: results(driver))
    for link in driver.find_elements(By.CSS_SELECTOR, "#found a"):
        address = link.get_attribute("href")
        expect(address.startswith(root), f"a result leads to {address}")
        answer = driver.execute_async_script(
            "fetch(arguments[0]).then(r => r.text().then(t => arguments[1]([r.status, t])))", address)
        place = urllib.parse.urldefrag(address)[1]
        expect(answer[0] == 200, f"{address} is not there")
        expect(not place or f'id="{place}"' in answer[1], f"{address}: no such place")


def with_scripts(root, pictures):
    driver = browser()
    try:
        look(driver)
        by_keyboard(driver, root)
        odd_words(driver)
        links_work(driver, root)
        for width in (1280, 390):
            for dark in (False, True):
                look(driver, width, dark)
                name = f"{width}-{'dark' if dark else 'light'}"
                wide = driver.execute_script("return document.documentElement.scrollWidth")
                expect(wide <= width, f"at {width} the page is {wide} wide")
                bars(driver, name)
                if pictures:
                    driver.save_screenshot(str(pictures / f"search-{name}.png"))
        said = console(driver)
        expect(not said, f"the console says: {said}")
        foreign = {url for url in requests(driver) if not url.startswith((root, "data:"))}
        expect(all(map(is_icon, foreign)), f"requests to elsewhere: {foreign}")
    finally:
        driver.quit()


def is_plain(driver, address, how, log=True):
    driver.get(address)
    time.sleep(1)
    plain = driver.find_element(By.ID, "unsearched")
    expect(plain.is_displayed(), f"{how}: nothing is said")
    expect(plain.find_element(By.TAG_NAME, "a").get_attribute("href").endswith("/a-to-z/index.html"),
           f"{how}: no way to the names")
    expect(not driver.find_elements(By.CSS_SELECTOR, "main input, main form"), f"{how}: a box without use")
    expect(not driver.find_element(By.ID, "found").is_displayed(), f"{how}: an empty list")


def plain(root, output, pictures):
    """Without scripts, without an index, from disk: a plain page that leads to the names."""
    driver = browser(scripts=False)
    try:
        look(driver)
        is_plain(driver, root + "search/index.html", "without scripts")
        if pictures:
            driver.save_screenshot(str(pictures / "search-plain.png"))
    finally:
        driver.quit()
    driver = browser()
    try:
        is_plain(driver, (output / "search/index.html").as_uri(), "from disk")
        (output / "pagefind").rename(output.parent / "aside")
        is_plain(driver, root + "search/index.html", "without an index")
        (output.parent / "aside").rename(output / "pagefind")
    finally:
        driver.quit()


def languages(meadow, site, output, root, pictures):
    words = {"de": ("Gefundene Seiten:", "praise"), "ar": ("الصفحات التي عُثر عليها:", "praise")}
    for language, (said, word) in words.items():
        settings(site, language=language)
        told = build(meadow, site)
        expect("went with it" in told and not (output / "pagefind").exists(), f"{language}: an old index stays")
        index(output)
        check(meadow, output)
        driver = browser()
        try:
            look(driver)
            driver.get(root + "search/index.html")
            until(lambda: driver.find_elements(By.ID, "query"))
            expect(search(driver, word).startswith(said), f"{language}: {state(driver)}")
            until(lambda: results(driver))
            bars(driver, language)
            if pictures:
                driver.save_screenshot(str(pictures / f"search-{language}.png"))
            said = console(driver)
            expect(not said, f"{language}: the console says: {said}")
        finally:
            driver.quit()


def again(meadow, site, output):
    """A build that changes nothing keeps the index; one that takes words back takes them out of it."""
    before = sorted((output / "pagefind").rglob("*"))
    build(meadow, site)
    build(meadow, site, "--base-url", "https://meadow.example/")
    expect(sorted((output / "pagefind").rglob("*")) == before, "a build without a change touches the index")
    first = {path: path.read_bytes() for path in before if path.is_file()}
    shutil.rmtree(output / "pagefind")
    index(output)
    second = {path: path.read_bytes() for path in sorted((output / "pagefind").rglob("*")) if path.is_file()}
    expect(first == second, "two indexes of one site differ")
    (site / "Content/notebook/scratch.md").write_text("---\ntitle: Scratch\n---\n\nText.\n", "utf-8")
    told = build(meadow, site)
    expect("went with it" in told and not (output / "pagefind").exists(), "a new page leaves the old index")
    index(output)


def main():
    meadow, demonstration, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    pictures = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / "deep/down"
    shutil.copytree(demonstration / "Content", site / "Content")
    output = site / "Output"
    settings(site, search="pagefind")
    expect("the search page has no index yet" in build(meadow, site), "nothing is said of a missing index")
    check(meadow, output)
    index(output)
    check(meadow, output)
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("localhost", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://localhost:{server.server_port}/deep/down/Output/"
    with_scripts(root, pictures)
    plain(root, output, pictures)
    again(meadow, site, output)
    languages(meadow, site, output, root, pictures)
    settings(site, language="en-GB")
    build(meadow, site)
    index(output)
    server.shutdown()
    print("\n".join(faults) or f"search: no faults; look at it: python3 -m http.server -d {output}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
