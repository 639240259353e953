#!/usr/bin/env python3
"""Random consent ledgers, and what is live by a second reading of the rules in docs/consent.md.

Usage: consent_fold.py MEADOW [RUNS] [SEED]      needs nothing but Python 3

Each run writes a site with a ledger, evidence and notices, asks `meadow consent show --as json` what
holds at a random moment, and compares that with the fold below, which was written from the rules and
shares no code with the program. Then the ledger is damaged in one of many ways, and the program must
refuse it with an error that has a line.
"""
import datetime as dt
import hashlib
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

COMMUNITY_SCOPES = ["link", "name", "metrics", "quotes"]
PERSON_SCOPES = ["quote", "name", "expert", "credit"]
ORDER = ["v", "seq", "prev", "event", "id", "subject", "place", "scope", "item", "purpose", "by_role",
         "by_ref", "standing", "method", "evidence", "notice", "at", "expires"]
SUBJECTS = {"c-aaaa1": "https://a.example/", "c-bbbb2": "https://b.example/forum",
            # One place under another id, and in other letters.
            "c-eeee5": "https://a.example/", "c-ffff6": "http://www.A.example",
            "p-cccc3": None, "p-dddd4": None}
ITEMS = ["a/1", "a/2"]
STANDING = {"well-known": "place-origin-file", "moderator-post": "place-moderator-post"}
START = dt.datetime(2026, 1, 1)


def sha(data):
    return hashlib.sha256(data).hexdigest()


def moment(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def line_of(event):
    fields = {name: event[name] for name in ORDER if name in event}
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode()


class Maker:
    """Writes one random ledger that keeps to the rules of the format."""

    def __init__(self, rng):
        self.rng = rng
        self.events, self.files = [], {}
        self.notices = {"1.en.txt": b"notice one\n"}
        if rng.random() < 0.5:
            self.notices["1.de.txt"] = b"Hinweis eins\n"
        if rng.random() < 0.3:
            self.notices["2.en.txt"] = b"notice two\n"
        self.now = START
        self.given, self.erased = set(), set()
        # The last suspension of each, and what was resumed after it.
        self.suspended, self.resumed = {}, set()
        for _ in range(rng.randint(1, 14)):
            self.step()

    def step(self):
        rng = self.rng
        subject = rng.choice(list(SUBJECTS))
        if subject in self.erased:
            return
        person = subject.startswith("p-")
        kind = rng.choice(["grant"] * 4 + ["renew"] * 2 + ["revoke", "suspend", "resume"] * 2
                          + ["erase"] * (1 if person and rng.random() < 0.3 else 0))
        self.now += dt.timedelta(days=rng.choice([0, 0, 0, 1, 20, 90]))
        event = {"v": 1, "event": kind, "subject": subject, "at": moment(self.now)}
        if kind == "erase":
            self.erased.add(subject)
            return self.add(event)
        scopes = self.scopes(subject, person, kind, event)
        if not scopes:
            return
        event["scope"] = scopes
        if not person:
            event["place"] = SUBJECTS[subject]
        if kind in ("grant", "renew", "resume"):
            self.prove(event, person, kind)
        keys = [(subject, s, event.get("item") if s == "quote" else None) for s in scopes]
        if kind == "grant":
            self.given.update(keys)
        if kind == "suspend":
            for key in keys:
                self.suspended[key] = self.now
                self.resumed = {other for other in self.resumed
                                if other[:2] != key[:2] or key[2] not in (None, other[2])}
        if kind == "resume":
            # One of the same second lifts nothing.
            self.resumed.update(key for key in keys if self.now > self.suspension(key))
        self.add(event)

    def suspension(self, key):
        """When the last suspension of something was, or of every item; None where there was none."""
        times = [self.suspended[one] for one in (key, (*key[:2], None)) if one in self.suspended]
        return max(times, default=None)

    def scopes(self, subject, person, kind, event):
        rng = self.rng
        allowed = PERSON_SCOPES if person else COMMUNITY_SCOPES
        scopes = rng.sample(allowed, rng.randint(1, len(allowed)))
        if "quote" in scopes and (kind in ("grant", "renew", "resume") or rng.random() < 0.7):
            event["item"] = rng.choice(ITEMS)

        def key(scope):
            return subject, scope, event.get("item") if scope == "quote" else None
        if kind == "renew":
            scopes = [s for s in scopes if key(s) in self.given]
        if kind == "resume":
            scopes = [s for s in scopes if self.suspension(key(s)) and key(s) not in self.resumed]
        if "quote" not in scopes:
            event.pop("item", None)
        return scopes

    def prove(self, event, person, kind):
        rng = self.rng
        number = len(self.events) + 1
        giving = kind in ("grant", "renew")
        event["by_role"] = "self" if person else rng.choice(["moderator", "owner", "board"])
        method = "message" if person else rng.choice(list(STANDING))
        event["method"] = method
        event["standing"] = "self" if person else STANDING[method]
        name = rng.choice(list(self.notices))
        version, lang, _ = name.split(".")
        if giving:
            event["purpose"] = rng.choice(["official-directory", "community-insights"])
            event["expires"] = moment(self.now + dt.timedelta(days=rng.choice([1, 30, 200, 365])))
            event["notice"] = {"version": version, "sha256": sha(self.notices[name]), "lang": lang}
            if rng.random() < 0.05:
                event["notice"]["sha256"] = "0" * 64
        target = event["subject"] if person else event["place"]
        notice = event.get("notice", {}).get("sha256", sha(self.notices[name]))
        until = event.get("expires", moment(self.now + dt.timedelta(days=100)))
        scopes, item = list(event["scope"]), event.get("item")
        trick = rng.random()
        if trick < 0.04:
            scopes = scopes[1:] or [("expert" if person else "quotes")
                                    if scopes[0] in ("link", "name", "metrics", "quote", "credit")
                                    else "name"]
        elif trick < 0.07:
            target = "https://other.example/"
        elif trick < 0.10 and giving:
            until = moment(self.now + dt.timedelta(hours=1))
        elif trick < 0.13:
            notice = "1" * 64
        if method == "well-known":
            text = (f"Site: {target}\nScope: {', '.join(scopes)}\nNotice-SHA256: {notice}\n"
                    f"Granted: {moment(self.now)}\nExpires: {until}\n")
        else:
            who = "I" if target.startswith("p-") else "We"
            about = f" item {item}" if item else ""
            text = (f"Hello.\n\n{who} agree: {', '.join(scopes)} for {target}{about}\nuntil {until}, "
                    f"notice sha256:{notice}.\n")
        data = text.encode()
        file = f"evidence/{number}.txt"
        event["evidence"] = {"captured": event["at"], "sha256": sha(data), "file": file}
        if rng.random() < 0.5:
            address = "/.well-known/community-insights.txt" if method == "well-known" \
                else rng.choice(["/t/1", "/t/2"])
            host = "https://p.example" if person else SUBJECTS[event["subject"]].rstrip("/")
            event["evidence"] = {"url": host + address, **event["evidence"]}
        fate = rng.random()
        if fate < 0.06:
            return
        self.files[file] = data + b" " if fate < 0.10 else data

    def add(self, event):
        event["seq"] = len(self.events) + 1
        event["prev"] = "sha256:" + (sha(line_of(self.events[-1])) if self.events else "0" * 64)
        event["id"] = "01" + "".join(self.rng.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
                                     for _ in range(24))
        self.events.append(event)


# --- The rules, read a second time -------------------------------------------------------------------


def speaks_of(event, scope, item):
    if scope not in event.get("scope", []):
        return False
    return scope != "quote" or event.get("item") is None or event["item"] == item


def place_of(subject):
    """One name for all the ways to write one place."""
    place = SUBJECTS[subject]
    return subject if place is None else re.sub(r"^https?://(www\.)?|/+$", "", place.lower())


def says(event, data):
    """Whether captured bytes themselves allow what the event claims."""
    text = data.decode()
    if event["method"] == "well-known":
        pairs = dict(re.findall(r"^([A-Za-z0-9-]+):\s*(.*?)\s*$", text, re.M))
        target, scopes = pairs["Site"], re.split(r",\s*", pairs["Scope"])
        notice, until, item = pairs["Notice-SHA256"], pairs["Expires"], None
        if pairs["Granted"] > event["at"]:
            return False
    else:
        flat = " ".join(text.split())
        found = re.search(
            r"\b(?:We|I) agree: (.+?) for (\S+)(?: item (\S+))? until (\S+), notice sha256:(\w{64})",
            flat)
        if not found:
            return False
        scopes, target = re.split(r",\s*", found[1]), found[2]
        item, until, notice = found[3], found[4], found[5]
    wanted = event.get("place", event["subject"])
    if target != wanted or any(s not in scopes for s in event["scope"]):
        return False
    if item != event.get("item"):
        return False
    if "notice" in event and notice != event["notice"]["sha256"]:
        return False
    return "expires" not in event or until >= event["expires"]


def is_proved(event, files):
    data = files.get(event["evidence"]["file"])
    return data is not None and sha(data) == event["evidence"]["sha256"] and says(event, data)


def live_set(maker, as_of):
    newest = max(int(name.split(".")[0]) for name in maker.notices)
    live, ended = {}, set()
    keys = {(e["subject"], s, e.get("item") if s == "quote" else None)
            for e in maker.events if e["event"] in ("grant", "renew") for s in e["scope"]}
    for subject, scope, item in keys:
        mine = [e for e in maker.events if e["subject"] == subject]
        about = [e for e in mine if speaks_of(e, scope, item)]
        # A no to one id of a place is a no to all of them.
        everybody = [e for e in maker.events if place_of(e["subject"]) == place_of(subject)]
        around = [e for e in everybody if speaks_of(e, scope, item)]
        grants = [e for e in about if e["event"] == "grant"]
        ends = []
        for event in about:
            if event["event"] not in ("grant", "renew"):
                continue
            anchor = event if event["event"] == "grant" else \
                max((g for g in grants if g["seq"] < event["seq"]), key=lambda g: g["seq"])
            if any(e["event"] == "erase" for e in mine):
                continue
            # A no counts from the moment of the grant on: ties are a no.
            if any(e["event"] == "revoke" and e["at"] >= anchor["at"] for e in around):
                continue
            stops = [e for e in around if e["event"] == "suspend" and e["at"] >= anchor["at"]]
            if any(not any(r["event"] == "resume" and r["at"] > s["at"] and r["subject"] == s["subject"]
                           and is_proved(r, maker.files) for r in around)
                   for s in stops):
                continue
            url = event["evidence"].get("url")
            if url and any(e["seq"] > event["seq"] and e["event"] in ("grant", "renew")
                           and e["evidence"].get("url") == url
                           and (e["subject"] == subject or not speaks_of(e, scope, item))
                           for e in everybody):
                continue
            if not event["at"] <= as_of < event["expires"]:
                continue
            if not is_proved(event, maker.files):
                continue
            name = f"{event['notice']['version']}.{event['notice']['lang']}.txt"
            if int(event["notice"]["version"]) != newest or \
                    sha(maker.notices.get(name, b"")) != event["notice"]["sha256"]:
                continue
            ends.append(event["expires"])
        if ends:
            live[(subject, scope, item)] = max(ends)
        else:
            ended.add((subject, scope, item))
    return live, ended


# --- Damage ------------------------------------------------------------------------------------------


def damage(maker, rng):
    """The bytes of a ledger that must be refused, and what was done to it."""
    lines = [line_of(e) for e in maker.events]
    kinds = ["cut", "field", "order", "blank", "double", "scope", "space", "crlf"]
    if len(lines) > 1:
        kinds += ["drop", "swap", "edit", "fork"]
    lifted = [e for e in maker.events if e["event"] == "resume" and e["subject"] not in maker.erased
              and all((e["subject"], s, e.get("item") if s == "quote" else None) in maker.resumed
                      for s in e["scope"])]
    if lifted:
        kinds += ["resume"] * 4
    kind = rng.choice(kinds)
    at = rng.randrange(len(lines))
    early = rng.randrange(len(lines) - 1) if len(lines) > 1 else 0
    end = b"\n"
    if kind == "cut":
        end = b""
    elif kind == "field":
        lines[at] = lines[at][:-1] + b',"note":"x"}'
    elif kind == "order":
        fields = json.loads(lines[at])
        fields["v"] = fields.pop("v")
        lines[at] = json.dumps(fields, separators=(",", ":")).encode()
    elif kind == "blank":
        lines.insert(at, b"")
    elif kind == "double":
        lines[at] = lines[at].replace(b'{"v":1,', b'{"v":1,"v":1,')
    elif kind == "scope":
        lines[at] = lines[at].replace(b'"event":"', b'"event":"re')
    elif kind == "space":
        lines[at] = lines[at].replace(b'"seq":', b'"seq": ')
    elif kind == "crlf":
        lines[at] += b"\r"
    elif kind == "drop":
        del lines[early]
    elif kind == "swap":
        lines[early], lines[early + 1] = lines[early + 1], lines[early]
    elif kind == "edit":
        lines[early] = re.sub(rb'"id":"01..', b'"id":"01ZZ', lines[early])
        if lines[early] == line_of(maker.events[early]):
            lines[early] = lines[early].replace(b'"id":"01ZZ', b'"id":"01YY')
    elif kind == "resume":
        # What was resumed is not suspended any more.
        again = {**rng.choice(lifted), "seq": len(lines) + 1, "id": "01" + "Z" * 24,
                 "prev": "sha256:" + sha(lines[-1]), "at": maker.events[-1]["at"]}
        lines.append(line_of(again))
    elif kind == "fork":
        lines.insert(early + 1, lines[early])
    return end.join(lines) + end if end else b"\n".join(lines), kind


# --- Running -----------------------------------------------------------------------------------------


def write(site, maker, ledger):
    folder = site / "Content" / "consent"
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (folder / "evidence").mkdir(parents=True, exist_ok=True)
    (folder / "notices").mkdir(exist_ok=True)
    (folder / "ledger.ndjson").write_bytes(ledger)
    last = ledger.rstrip(b"\n").split(b"\n")[-1]
    (folder / "head").write_text(hashlib.sha256(last).hexdigest() + "\n")
    for name, data in maker.files.items():
        (folder / name).write_bytes(data)
    for name, data in maker.notices.items():
        (folder / "notices" / name).write_bytes(data)


def show(meadow, site, as_of):
    return subprocess.run(
        [meadow, "consent", "show", "--as", "json", "--site", str(site), "--as-of", as_of],
        capture_output=True, text=True)


def main():
    meadow = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rng = random.Random(seed)
    compared = given = refused = 0
    damages = {}
    with tempfile.TemporaryDirectory() as place:
        site = pathlib.Path(place)
        (site / "Content" / "consent").mkdir(parents=True)
        (site / "Content" / "site.yaml").write_text("title: T\norganisation: O\n")
        for run in range(runs):
            maker = Maker(rng)
            if not maker.events:
                continue
            ledger = b"".join(line_of(e) + b"\n" for e in maker.events)
            write(site, maker, ledger)
            as_of = moment(maker.now + dt.timedelta(
                days=rng.choice([0, 1, 29, 30, 199, 200, 364, 365]), seconds=rng.choice([0, -1, 1]))
                if rng.random() < 0.9 else maker.now)
            as_of = max(as_of, moment(maker.now))
            result = show(meadow, site, as_of)
            if result.returncode:
                sys.exit(f"run {run}: refused\n{result.stderr}\n{ledger.decode()}")
            answer = json.loads(result.stdout)
            got = {(g["subject"], g["scope"], g.get("item")): g["ends"] for g in answer["live"]}
            not_live = {(e["subject"], e["scope"], e.get("item")) for e in answer["ended"]}
            want, ended = live_set(maker, as_of)
            if got != want or not_live != ended:
                sys.exit(f"run {run} at {as_of}: {got} is not {want}, or {not_live} not {ended}\n"
                         + ledger.decode())
            compared += 1
            given += len(want) + len(ended)
            last = dt.datetime.strptime(maker.events[-1]["at"], "%Y-%m-%dT%H:%M:%SZ")
            early = moment(last - dt.timedelta(seconds=1))
            if show(meadow, site, early).returncode != 1:
                sys.exit(f"run {run}: a clock turned back to {early} passed")
            broken, kind = damage(maker, rng)
            if broken == ledger:
                continue
            write(site, maker, broken)
            result = show(meadow, site, as_of)
            if result.returncode != 1 or "ledger.ndjson:" not in result.stderr:
                sys.exit(f"run {run}: damage `{kind}` passed\n{result.stderr}\n{broken.decode()}")
            refused += 1
            damages[kind] = damages.get(kind, 0) + 1
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(damages.items()))
    print(f"consent: {compared} ledgers with {given} consents fold alike; {refused} damaged ones "
          f"refused ({kinds}); seed {seed}")


if __name__ == "__main__":
    main()
