#!/usr/bin/env python3
"""Writes what Meadow is made of: docs/sbom.spdx.json (SPDX 2.3) and the tables of docs/dependencies.md.

    sbom.py [--check]      from the root of the repository, after `swift package resolve`

Versions and revisions of Swift packages come from Package.resolved, the licences from the table below, each
held against the licence file of the checkout. The same inputs give the same bytes. `--check` writes nothing
and fails when a file would change.
"""
import datetime
import hashlib
import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Identity: licence, a sentence of it, what it is for, who supplies it.
PACKAGES = {
    "flyingfox": ("MIT", "MIT License", "HTTP server of `meadow serve`", "Simon Whitty"),
    "swift-argument-parser": ("Apache-2.0 WITH Swift-exception", "Runtime Library Exception", "command line, help, completions", "Apple Inc. and the Swift project authors"),
    "swift-asn1": ("Apache-2.0", "Apache License", "comes with Swift Crypto; of it nothing is called", "Apple Inc. and the SwiftASN1 project authors"),
    "swift-crypto": ("Apache-2.0", "Apache License", "SHA-256, HMAC; brings BoringSSL", "Apple Inc. and the SwiftCrypto project authors"),
    "yams": ("MIT", "MIT License", "YAML; brings libyaml", "JP Simard"),
}
# Name: licence, Debian package, Homebrew formula, what for, how it comes in, where from.
LIBRARIES = {
    "cmark": ("BSD-2-Clause AND MIT", "libcmark-dev", "cmark", "CommonMark", "linked", "https://github.com/commonmark/cmark"),
    "GMime": ("LGPL-2.1-or-later", "libgmime-3.0-dev", "gmime", "reading mail, when an import needs it", "loaded at run time, optional", "https://github.com/jstedfast/gmime"),
    "libarchive": ("BSD-2-Clause", "libarchive-dev", "libarchive", "zip, tar, gzip, zstd of exports and snapshots", "linked", "https://www.libarchive.org/"),
    "libxml2": ("MIT", "libxml2-dev", "libxml2", "XML exports and feeds, as a stream", "linked", "https://gitlab.gnome.org/GNOME/libxml2"),
    "simdjson": ("Apache-2.0 OR MIT", "libsimdjson-dev", "simdjson", "JSON", "linked", "https://simdjson.org/"),
    "SQLite": ("blessing", "libsqlite3-dev", "sqlite", "the published tables as one file, queries on pages", "linked", "https://sqlite.org/"),
    "Swift": ("Apache-2.0 WITH Swift-exception", "", "", "the language's library, Dispatch, and Foundation for the packages that need it", "linked", "https://www.swift.org/"),
}


def resolved():
    pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
    found = {pin["identity"]: pin for pin in pins}
    assert set(found) == set(PACKAGES), f"Package.resolved and this table differ: {set(found) ^ set(PACKAGES)}"
    for identity, pin in found.items():
        folder = pathlib.Path(re.sub(r"\.git$", "", pin["location"])).name
        texts = sorted((ROOT / ".build/checkouts" / folder).glob("LICENSE*"))
        if texts:
            wanted = PACKAGES[identity][1]
            assert wanted.lower() in " ".join(text.read_text().lower() for text in texts), f"{identity} is not under {wanted}"
    return [found[identity] for identity in sorted(found)]


def linked():
    """The system libraries that Package.swift names are those of the table."""
    text = (ROOT / "Package.swift").read_text()
    named = set(re.findall(r'pkgConfig: "([^"]+)"', text)) | set(re.findall(r'linkedLibrary\("([^"]+)"\)', text))
    names = {"libcmark": "cmark", "libxml-2.0": "libxml2", "libarchive": "libarchive", "simdjson": "simdjson", "sqlite3": "SQLite"}
    assert named == set(names), f"Package.swift links {named}"
    loaded = "libgmime" in (ROOT / "Sources/CGMime/CGMime.c").read_text()
    assert set(names.values()) | ({"GMime"} if loaded else set()) | {"Swift"} == set(LIBRARIES)


def package(name, licence, download, more):
    return {"SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "downloadLocation": download, "filesAnalyzed": False,
            "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION", **more}


def document(pins):
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    created = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    packages = [package("meadow", "Apache-2.0" if "Apache" in (ROOT / "LICENSE").read_text() else "MIT", "NOASSERTION",
                        {"supplier": "NOASSERTION", "primaryPackagePurpose": "APPLICATION"})]
    for pin in pins:
        licence, _, _, supplier = PACKAGES[pin["identity"]]
        location, state = pin["location"], pin["state"]
        path = re.sub(r"^https://|\.git$", "", location)
        packages.append(package(pin["identity"], licence, f"git+{location}@{state['revision']}", {
            "versionInfo": state["version"], "supplier": f"Organization: {supplier}",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": f"pkg:swift/{path}@{state['version']}"}]}))
    for name, (licence, *_, home) in sorted(LIBRARIES.items(), key=lambda pair: pair[0].lower()):
        # The machine that builds chooses the version.
        packages.append(package(name, licence, "NOASSERTION", {"versionInfo": "NOASSERTION", "homepage": home, "supplier": "NOASSERTION"}))
    main = packages[0]["SPDXID"]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": main}]
    relations += [{"spdxElementId": main, "relationshipType": "OPTIONAL_DEPENDENCY_OF" if other["name"] == "GMime" else "DEPENDS_ON",
                   "relatedSpdxElement": other["SPDXID"]} for other in packages[1:]]
    for relation in relations:
        if relation["relationshipType"] == "OPTIONAL_DEPENDENCY_OF":
            relation["spdxElementId"], relation["relatedSpdxElement"] = relation["relatedSpdxElement"], relation["spdxElementId"]
    body = {"packages": packages, "relationships": relations}
    mark = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:32]
    return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "meadow",
            "documentNamespace": f"https://meadow.example/spdx/{mark}", "creationInfo": {"created": created, "creators": ["Tool: sbom.py"]}, **body}


def tables(pins):
    lines = ["| Package | Version | Licence | For |", "|---|---|---|---|"]
    for pin in pins:
        licence, _, purpose, _ = PACKAGES[pin["identity"]]
        lines.append(f"| [{pin['identity']}]({pin['location'].removesuffix('.git')}) | {pin['state']['version']} | {licence} | {purpose} |")
    lines += ["", "| Library | Licence | Debian | Homebrew | For | How |", "|---|---|---|---|---|---|"]
    for name, (licence, debian, brew, purpose, how, home) in sorted(LIBRARIES.items(), key=lambda pair: pair[0].lower()):
        lines.append(f"| [{name}]({home}) | {licence} | {f'`{debian}`' if debian else '—'} | {f'`{brew}`' if brew else '—'} | {purpose} | {how} |")
    return "\n".join(lines)


def main():
    linked()
    pins = resolved()
    page = ROOT / "docs/dependencies.md"
    begin, end = "<!-- made by make sbom -->", "<!-- end -->"
    text = page.read_text()
    before, rest = text.split(begin)
    written = {ROOT / "docs/sbom.spdx.json": json.dumps(document(pins), indent=2) + "\n",
               page: f"{before}{begin}\n\n{tables(pins)}\n\n{end}{rest.split(end)[1]}"}
    stale = [str(path.relative_to(ROOT)) for path, new in written.items() if not path.exists() or path.read_text() != new]
    if "--check" in sys.argv:
        print("stale: " + ", ".join(stale) if stale else "the bill of materials is that of this tree")
        return bool(stale)
    for path, new in written.items():
        path.write_text(new)
    print(f"{len(pins)} packages, {len(LIBRARIES)} libraries")
    return False


if __name__ == "__main__":
    sys.exit(main())
