#!/usr/bin/env python3
"""Walks a built site in a real browser from disk and from a sub-folder of a server: every link to the
site's own pages leads to a page, stylesheets apply, and pages at old addresses move on.

usage: browse_folders.py OUTPUT [PAGES]     (at most PAGES pages a walk, 60 by default)
Needs chromium, chromedriver and selenium.
"""
import functools
import http.server
import pathlib
import shutil
import sys
import tempfile
import threading
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.common.by import By


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def browser():
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options)


def walk(driver, start, limit):
    """The faults of the pages that can be reached from a start, and how many were seen."""
    faults, seen, waiting = [], set(), [start]
    while waiting and len(seen) < limit:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        driver.get(address)
        if not driver.find_elements(By.ID, "main"):
            faults.append(f"{address} shows no page of the site")
            continue
        if driver.execute_script("return getComputedStyle(document.body).marginTop") != "0px":
            faults.append(f"{address} has no stylesheet")
        root = start.rsplit("/", 1)[0] + "/"
        for link in driver.execute_script("return [...document.links].map(link => link.href)"):
            plain = urllib.parse.urldefrag(link)[0]
            if not plain.startswith(root):
                if plain.startswith(("file:", "http://localhost")):
                    faults.append(f"{address} leaves the site: {plain}")
                continue
            if plain.endswith(".html") and plain not in seen:
                waiting.append(plain)
    return faults, len(seen)


def moves(driver, root, output):
    """Pages at old addresses move on to where their canonical link or their link leads."""
    faults = []
    for page in sorted(output.rglob("*.html")):
        text = page.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            continue
        address = root + urllib.parse.quote(page.relative_to(output).as_posix())
        driver.get(address)
        for _ in range(50):
            if driver.current_url != address:
                break
            time.sleep(0.1)
        if driver.current_url == address or not driver.find_elements(By.ID, "main"):
            faults.append(f"{address} does not move on")
    return faults


def main():
    output = pathlib.Path(sys.argv[1]).resolve()
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(output, pathlib.Path(folder, "deep", "down"))
        handler = functools.partial(Quiet, directory=folder)
        server = http.server.ThreadingHTTPServer(("localhost", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        driver = browser()
        faults = []
        roots = {
            "disk": output.as_uri() + "/",
            "sub-folder": f"http://localhost:{server.server_port}/deep/down/",
        }
        try:
            for name, root in roots.items():
                found, count = walk(driver, root + "index.html", limit)
                found += moves(driver, root, output)
                print(f"{name}: {count} pages, {len(found)} faults")
                faults += found
        finally:
            driver.quit()
            server.shutdown()
    print("\n".join(faults[:40]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
