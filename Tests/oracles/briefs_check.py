#!/usr/bin/env python3
"""Holds briefs against other people's readers, as they are built and at their fullest.

usage: briefs_check.py MEADOW SITE BUILT     (BUILT: the built site of the folder SITE)

Of each brief of BUILT, and of briefs of a site made for this with the longest texts that there can be,
in English, German and Arabic: `brief.html` prints as one page of A4 and one of Letter, loads nothing and
does not scroll sideways; `brief.txt` keeps to 72 columns; `brief.eml` is a draft without defects that
Python's email package reads, of at most 100 kB, whose text is `brief.txt` and whose HTML loads nothing and
fits 600 and 320 pixels. Needs selenium, chromium and its driver; prints each fault, then one line.
"""
import base64
import email
import email.policy
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import json

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

PAPERS = {"A4": (210 / 25.4, 297 / 25.4), "Letter": (8.5, 11)}


class Loads(html.parser.HTMLParser):
    """What a page would load, and elements that mail programs drop."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag in ("img", "link", "script", "iframe", "object", "embed", "video", "audio", "base", "form", "svg"):
            self.found.append(tag)
        for name, value in attributes:
            if name in ("src", "srcset", "background", "poster", "action") or "url(" in (value or ""):
                self.found.append(f"{tag} {name}")


def browser():
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def requests(driver):
    """The addresses that the browser asked for since the last call."""
    asked = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    return asked


def scrolls(driver, width):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        dict(width=width, height=900, deviceScaleFactor=1, mobile=False))
    wide = driver.execute_script("return document.documentElement.scrollWidth")
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return wide > width


def pages(driver, width, height):
    """Pages of a print: objects of the type Page in the PDF, which Chromium does not compress."""
    printed = driver.execute_cdp_cmd(
        "Page.printToPDF", dict(paperWidth=width, paperHeight=height, printBackground=True))
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))


def check_file(driver, path):
    faults = []
    requests(driver)
    driver.get(path.as_uri())
    for paper, (width, height) in PAPERS.items():
        count = pages(driver, width, height)
        if count != 1:
            faults.append(f"prints as {count} pages of {paper}")
    other = [address for address in requests(driver) if address != path.as_uri()]
    if other:
        faults.append(f"asks for {other[0]}")
    faults += [f"scrolls sideways at {width} px" for width in (1280, 390, 320) if scrolls(driver, width)]
    if not driver.execute_script("return getComputedStyle(document.body).marginTop === '0px'"):
        faults.append("has no style: does the policy forbid it?")
    return faults


def columns(line):
    """Unicode Standard Annex 11, told by Python's tables."""
    width = 0
    for character in line:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


def check_text(text):
    return [
        f"line {number} has {columns(line)} columns"
        for number, line in enumerate(text.split("\n"), 1)
        if columns(line) > 72 and not re.fullmatch(r" *https?://\S+", line)]


def check_mail(driver, path, text):
    data = path.read_bytes()
    faults = [] if len(data) <= 100_000 else [f"has {len(data)} bytes"]
    if re.search(rb"(?<!\r)\n", data):
        faults.append("ends a line with LF alone")
    faults += [f"has a line of {len(line)} bytes" for line in data.split(b"\r\n") if len(line) > 78]
    mail = email.message_from_bytes(data, policy=email.policy.default)
    faults += [f"has a defect: {defect!r}" for part in mail.walk() for defect in part.defects]
    for name in ("X-Unsent", "From", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"):
        if len(mail.get_all(name) or []) != 1:
            faults.append(f"has not one {name}")
        else:
            faults += [f"{name}: {defect!r}" for defect in mail[name].defects]
    if mail.get_content_type() != "multipart/alternative" or mail["X-Unsent"] != "1":
        faults.append("is no draft of two parts")
    if mail["Date"] is None or mail["Date"].datetime is None:
        faults.append("has no date")
    kinds = [part.get_content_type() for part in mail.iter_parts()]
    if kinds != ["text/plain", "text/html"]:
        return faults + [f"has the parts {kinds}"]
    plain, page = [part.get_content() for part in mail.iter_parts()]
    if plain.replace("\r\n", "\n").rstrip("\n") != text.rstrip("\n"):
        faults.append("tells other text than brief.txt")
    loads = Loads()
    loads.feed(page)
    faults += [f"has {found}" for found in loads.found]
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "mail.html")
        copy.write_text(page, encoding="utf-8")
        requests(driver)
        driver.get(copy.as_uri())
        other = [address for address in requests(driver) if address != copy.as_uri()]
        if other:
            faults.append(f"asks for {other[0]}")
        faults += [f"does not fit {width} px" for width in (624, 320) if scrolls(driver, width)]
    return faults


def check(driver, built):
    """The number of briefs below a built site, and their faults."""
    faults, count = [], 0
    for folder in sorted(path.parent for path in built.glob("briefs/*/brief.txt")):
        count += 1
        text = (folder / "brief.txt").read_bytes().decode("utf-8")
        found = [("brief.html", fault) for fault in check_file(driver, (folder / "brief.html").resolve())]
        found += [("brief.txt", fault) for fault in check_text(text)]
        found += [("brief.eml", fault) for fault in check_mail(driver, folder / "brief.eml", text)]
        faults += [f"{folder.name}/{name} {fault}" for name, fault in found]
    return count, faults


WORDS = {
    "en": "whoever upgrades a scheduler at night wants to know beforehand whether the queues will be empty",
    "de": "Aufgabenwarteschlangenverwaltung und Wiederherstellungsversuche überfordern nachts auch geübte Leute",
    "ar": "من يرقي النظام ليلا يريد أن يعرف قبل ذلك هل ستكون الطوابير فارغة أم لا وهل يستطيع العودة",
}


def long_text(language, length):
    words = (WORDS[language].split() * 20)
    text = ""
    for word in words:
        if len(text) + len(word) + 1 > length:
            break
        text += (" " if text else "") + word
    return text


def write(folder, name, fields):
    path = folder / "Content" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\n" + fields + "---\n", encoding="utf-8")


def fullest_site(folder, source, language):
    """A site in which a department has more of everything than its brief holds, each as long as can be."""
    content = folder / "Content"
    shutil.copytree(source / "Content/snapshots/halyard-sample", content / "snapshots/halyard-sample")
    # What was published elsewhere would be missed here; the measurements are what is compared.
    for edition in sorted((source / "Content/editions").glob("*.ndjson")):
        (content / "editions").mkdir(exist_ok=True)
        lines = [line for line in edition.read_text(encoding="utf-8").splitlines() if '"address"' not in line]
        (content / "editions" / edition.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (content / "site.yaml").write_text(
        f"title: {long_text(language, 40)}\norganisation: {long_text(language, 40)}\nlanguage: {language}\n"
        "data_licence: CC-BY-4.0\ncontact: community.questions@insights.example\nbase_url: https://insights.example/reports/\n",
        encoding="utf-8")
    write(folder, "communities/halyard-sample",
          f"name: {long_text(language, 60)}\nkind: Forum\nsummary: S.\nbasis: licence\n"
          "proof: https://creativecommons.org/publicdomain/zero/1.0/\n")
    jobs = [f"job-{number}" for number in range(5)]
    for job in jobs:
        write(folder, f"jobs/{job}", f"title: {long_text(language, 110)}\nphrases: [upgrade, queue, licence]\n")
    write(folder, "departments/fullest",
          f"name: {long_text(language, 60)}\nowner: {long_text(language, 60)}\njobs: [{', '.join(jobs)}]\n")
    for number in range(8):
        write(folder, f"insights/insight-{number}",
              f"title: {long_text(language, 120)}\nsummary: {long_text(language, 500)}\ndate: 2026-11-0{number + 1}\n"
              f"communities: [halyard-sample]\nsources: [halyard-sample/4732]\nunknown: {long_text(language, 300)}\n"
              f"jobs: [job-0]\n")
        write(folder, f"criticism/criticism-{number}",
              f"title: {long_text(language, 120)}\nsummary: S.\nnumber: {number + 1}\ndate: 2026-10-0{number + 1}\n"
              f"status: heard\nsources: [halyard-sample/4732]\nowner: fullest\n")
        write(folder, f"strategy/strategy-{number}",
              f"title: {long_text(language, 120)}\nbehaviour: B.\nengagement: E.\nmeasure: time_to_first_response.median\n"
              f"target: {long_text(language, 200)}\nreview: 2027-01-0{number + 1}\nowner: fullest\n")


def main():
    meadow, site, built = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    driver = browser()
    try:
        count, faults = check(driver, built)
        for language in WORDS:
            with tempfile.TemporaryDirectory() as folder:
                fullest = pathlib.Path(folder, "site")
                fullest_site(fullest, site, language)
                out = pathlib.Path(folder, "out")
                done = subprocess.run(
                    [meadow, "build", "--site", fullest, "--audience", "internal", "--as-of", "2026-11-10",
                     "--output", out, "--quiet", "--base-url", "https://insights.example/reports/"])
                if done.returncode != 0:
                    faults.append(f"the fullest site in {language} does not build")
                    continue
                more, found = check(driver, out)
                count += more
                faults += [f"at its fullest in {language}: {fault}" for fault in found]
    finally:
        driver.quit()
    for fault in faults:
        print(fault)
    print(f"{count} briefs, each printed on A4 and Letter, read as text and mail: {len(faults)} faults")
    sys.exit(1 if faults or count == 0 else 0)


if __name__ == "__main__":
    main()
