#!/usr/bin/env python3
"""Has other people's readers read our feeds, sitemap, OPML and data package.

    python3 Tests/oracles/feeds_check.py [--package FOLDER]

Needs lxml, feedparser and frictionless. The samples are those of FeedSamples.swift.
"""
import argparse
import email.utils
import json
import os
import pathlib
import subprocess
import tempfile

import feedparser
import frictionless
from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parents[2]
NASTY = "</title> ]]> \"a\" & 'b' <i>%s é 日本 שלום 🌱"
NASTY_XML = NASTY % "\ufffd\ufffd"
NASTY_JSON = NASTY % "\x01\x0b"


def check_atom(folder):
    feed = feedparser.parse(str(folder / "feed.atom"), sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    assert feed.feed.title == NASTY_XML, feed.feed.title
    assert feed.feed.language == "en-GB"
    first, second = feed.entries
    assert first.title == NASTY_XML
    assert first.link == "https://insights.example/insights/a.html?x=1&y=2"
    assert first.content[0].type == "text/html"
    assert first.content[0].value.startswith("<p>One &amp; two ]]&gt; <a href=")
    assert [author.name for author in first.authors] == ["Ines", "Jo <jo>"]
    assert [tag.term for tag in first.tags] == ["upgrade", "a & b"]
    assert first.published_parsed[:6] == (1970, 1, 1, 0, 0, 0)
    assert second.updated_parsed[:6] == (2026, 10, 31, 0, 0, 5)


def check_json_feed(folder):
    feed = json.loads((folder / "feed.json").read_text())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == NASTY_JSON
    for item in feed["items"]:
        assert item["id"] and ("content_html" in item) != ("content_text" in item)


def check_sitemap(folder):
    tree = etree.parse(str(folder / "sitemap.xml"))
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    assert len(tree.findall("s:url/s:loc", names)) == 2


def check_opml(folder):
    tree = etree.parse(str(folder / "directory.opml"))
    outlines = tree.findall("body//outline")
    assert [outline.get("type") for outline in outlines] == [None, "link", "rss"]
    assert outlines[1].get("text") == NASTY_XML
    assert email.utils.parsedate(tree.findtext("head/dateModified"))[:6] == (2026, 10, 31, 0, 0, 5)


def check_data_package(folder):
    os.chdir(folder)
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.to_summary()
    assert report.tasks[0].stats["rows"] == 2, report.tasks[0].stats
    # A table that does not fit its description must be refused.
    (folder / "activity.csv").write_text('"week","people","note"\n"soon",1,"a"\n')
    assert not frictionless.validate("datapackage.json").valid


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--package", default=str(ROOT))
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        command = ["swift", "test", "--package-path", options.package, "--filter", "FeedDumpTests"]
        environment = dict(os.environ, FEEDS_FOLDER=scratch)
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        for check in (check_atom, check_json_feed, check_sitemap, check_opml, check_data_package):
            check(pathlib.Path(scratch))
            print(check.__name__.removeprefix("check_").replace("_", " "), "fine")
        os.chdir("/")


if __name__ == "__main__":
    main()
