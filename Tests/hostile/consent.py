"""A consent folder put together line by line, as the program would write it, and what an enemy makes of it."""
import hashlib
import json

PLACE = "https://zoerk-forum.example/"
SUBJECT = "c-7f3k9q"
COMMUNITY = f"---\nname: Zoerk Forum\nkind: Forum\nsummary: A place.\nbasis: consent\nsubject: {SUBJECT}\norigin: {PLACE}\n---\n\nBe kind.\n"
NOTICE = "May we?\n"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Folder:
    """Events of a ledger with their evidence; `lines` makes the chain."""

    def __init__(self):
        self.events, self.files = [], {"notices/1.en.txt": NOTICE}

    def event(self, kind, at, scopes, subject=SUBJECT, **more):
        number = len(self.events) + 1
        self.events.append({"v": 1, "seq": number, "prev": "", "event": kind, "id": f"01K4PYP080HHXW8B024YRWRW{number:02}",
                            "subject": subject, "place": PLACE, "scope": scopes, **more, "at": at})
        return self.events[-1]

    def grant(self, scopes=("link", "name"), at="2026-01-02T00:00:00Z", until="2027-01-02", kind="grant"):
        file = f"evidence/{len(self.events) + 1}.txt"
        self.files[file] = (f"Site: {PLACE}\nScope: {', '.join(scopes)}\nNotice-SHA256: {sha256(NOTICE)}\nGranted: {at[:10]}\n"
                            f"Expires: {until}\nCanonical: {PLACE}.well-known/community-insights.txt\n")
        event = self.event(
            kind, at, list(scopes), purpose="official-directory", by_role="moderator", standing="place-origin-file", method="well-known",
            evidence={"url": f"{PLACE}.well-known/community-insights.txt", "captured": at, "sha256": sha256(self.files[file]), "file": file},
            notice={"version": "1", "sha256": sha256(NOTICE), "lang": "en"})
        event["expires"] = f"{until}T00:00:00Z"
        return event

    def lines(self):
        previous, lines = "0" * 64, []
        for event in self.events:
            event["prev"] = f"sha256:{previous}"
            lines.append(json.dumps(event, separators=(",", ":")))
            previous = sha256(lines[-1])
        return lines

    def written(self, lines=None):
        """The files of a site by path."""
        lines = lines or self.lines()
        files = {**self.files, "ledger.ndjson": "".join(line + "\n" for line in lines), "head": sha256(lines[-1]) + "\n"}
        return {**{f"Content/consent/{path}": text for path, text in files.items()}, "Content/communities/zoerk.md": COMMUNITY}


def made(change=None, lines=None, files=None, **grant):
    """The files of a site with one grant and what was done to it: its events, its lines, its files."""
    folder = Folder()
    folder.grant(**grant)
    if change:
        change(folder)
    written = folder.written(lines(folder.lines()) if lines else None)
    return {**written, **(files or {})}


def revoked(folder, at="2026-03-01T00:00:00Z", **more):
    folder.event("revoke", at, ["link", "name"], **more)


def edited(key, value):
    return lambda folder: folder.events[0].__setitem__(key, value)


def inside(key, part, value):
    return lambda folder: folder.events[0][key].__setitem__(part, value)


MIDNIGHT = {"until": "2026-11-10"}
# What is to come of it: `there`, `gone` (built without a trace) or the code that refuses it; and the moment of the build.
CASES = {
    "a yes": ("there", "2026-11-10", made()),
    "a second before its end": ("there", "2026-11-09T23:59:59Z", made(**MIDNIGHT)),
    "the second of its end": ("gone", "2026-11-10T00:00:00Z", made(**MIDNIGHT)),
    "taken back": ("gone", "2026-11-10", made(revoked)),
    "taken back before it was given": ("L009", "2026-11-10", made(lambda f: revoked(f, at="2026-01-01T00:00:00Z"))),
    "another notice": ("gone", "2026-11-10", made(inside("notice", "sha256", sha256("Other words.\n")))),
    "a notice that was changed": ("gone", "2026-11-10", made(files={"Content/consent/notices/1.en.txt": "May we sell?\n"})),
    "another hash of evidence": ("gone", "2026-11-10", made(inside("evidence", "sha256", sha256("")))),
    "evidence that was changed": ("gone", "2026-11-10", made(files={"Content/consent/evidence/1.txt": "Scope: all\n"})),
    "evidence out of the folder": ("L004", "2026-11-10", made(inside("evidence", "file", "../../../../etc/passwd"))),
    "a clock turned back": ("L010", "2025-12-31", made()),
    "a day of the future": ("L010", "2026-11-10", made(at="2026-12-01T00:00:00Z")),
    "a forked chain": ("L007", "2026-11-10", made(revoked, lines=lambda lines: [lines[0], lines[0]])),
    "history edited": ("L006", "2026-11-10", made(revoked, lines=lambda lines: [lines[0].replace("moderator", "owner"), lines[1]])),
    "the last line cut off": ("L022", "2026-11-10", {**made(revoked), "Content/consent/ledger.ndjson": made()["Content/consent/ledger.ndjson"]}),
    "a line in the wrong place": ("L007", "2026-11-10", made(revoked, lines=lambda lines: lines[::-1])),
    "more than the evidence allows": ("gone", "2026-11-10", made(edited("scope", ["link", "name", "metrics", "quotes"]))),
    "a role that nobody has": ("L004", "2026-11-10", made(edited("by_role", "staff"))),
    "oneself for a whole place": ("L004", "2026-11-10", made(edited("by_role", "self"))),
    "a scope that there is not": ("L004", "2026-11-10", made(edited("scope", ["everything"]))),
    "a field that there is not": ("L002", "2026-11-10", made(edited("always", True))),
    "a key twice": ("L001", "2026-11-10", made(lines=lambda lines: [lines[0].replace('"v":1,', '"v":1,"v":1,')])),
    "a line that is no JSON": ("L001", "2026-11-10", made(lines=lambda lines: [lines[0], "yes to all"])),
    "a no to another id of the place": ("gone", "2026-11-10", made(lambda f: revoked(f, subject="c-84mwacpryc"))),
    "a no for another place": ("there", "2026-11-10", made(lambda f: revoked(f, subject="c-84mwacpryc", place="https://else.example/"))),
    "a no from another address": ("L011", "2026-11-10", made(lambda f: revoked(f, place="https://else.example/"))),
    "no ledger": ("gone", "2026-11-10", {"Content/communities/zoerk.md": COMMUNITY}),
}
