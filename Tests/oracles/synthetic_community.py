"""Writes the canonical snapshot of an invented community, for the oracles of this folder.

    python3 synthetic_community.py OUT_DIR [--items 5000] [--people 300] [--years 3] [--seed 1]

It has everything that makes measuring hard: bots, system messages, boosts, deleted accounts and items,
closed and accepted questions, threads that began before the window, equal seconds, quiet months.
"""
import argparse, datetime, hashlib, json, pathlib, random

EPOCH = datetime.datetime(2015, 11, 17, 8, 30, tzinfo=datetime.timezone.utc)


def stamp(seconds):
    return (EPOCH + datetime.timedelta(seconds=int(seconds))).strftime("%Y-%m-%dT%H:%M:%SZ")


def members(people):
    rows = []
    for number in range(people):
        role = "staff" if number % 37 == 3 else "moderator" if number % 29 == 5 else "member"
        rows.append({"id": f"m-{number:05d}", "kind": "person", "role": role})
    rows += [{"id": f"m-bot{n}", "kind": "bot", "role": "member"} for n in range(3)]
    rows.append({"id": "m-system", "kind": "system", "role": "member"})
    return rows


def author(random, people, share):
    """Busy people are few; newcomers arrive over the whole time."""
    draw = random.random()
    if draw < 0.02:
        return f"m-bot{random.randrange(3)}"
    if draw < 0.03:
        return "m-system"
    if draw < 0.06:
        return None
    known = max(3, int(people * share))
    return f"m-{min(int(random.paretovariate(0.8)) + random.randrange(-2, 3), known) % known:05d}"


def items(random, count, people, years, questions):
    length = years * 365.25 * 86400
    times = sorted(random.random() ** 0.8 * length for _ in range(count))
    times = [t if random.random() < 0.95 else times[max(0, i - 1)] for i, t in enumerate(times)]
    rows, open_threads, last = [], [], {}
    for number, time in enumerate(sorted(times)):
        who = author(random, people, (time / length) ** 1.2)
        row = {"id": f"{random.randrange(10**9):09d}-{number}", "type": "post", "attributedTo": who,
               "published": stamp(time)}
        begins = not open_threads or random.random() < 0.3
        if begins:
            row["type"] = "question" if questions and random.random() < 0.7 else "post"
            row["context"] = row["id"] if random.random() < 0.9 else f"topic-{number}"
            row["name"] = f"Thread {number}"
            row["channel"] = f"c{random.randrange(4)}"
            open_threads.append(row)
            if random.random() < 0.03:
                row["closed"] = stamp(time + random.expovariate(1 / 86400 / 30))
        else:
            recent = open_threads[-12:] if random.random() < 0.9 else open_threads
            start = random.choice(recent)
            row.update(type=random.choice(["reply", "answer", "comment"]), context=start["context"],
                       channel=start["channel"],
                       inReplyTo=random.choice([start["id"], last.get(start["context"], start["id"])]))
            if row["type"] == "answer" and start["type"] == "question" and random.random() < 0.2:
                start.setdefault("accepted", row["id"])
            if random.random() < 0.03:
                row["type"] = "boost"
        if who == "m-system" and random.random() < 0.8:
            row["type"] = "system"
        if random.random() < 0.02:
            row["deleted"] = stamp(time + random.expovariate(1 / 86400 / 20))
        if random.random() < 0.05:
            row["mentions"] = sorted({f"m-{random.randrange(people):05d}" for _ in range(4)})
        last[row["context"]] = row["id"]
        row["content"] = "…"
        rows.append(row)
    return rows, length


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--items", type=int, default=5000)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--years", type=float, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--community", default="synthetic")
    parser.add_argument("--plain", action="store_true", help="no item of type question")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    rows, length = items(dice, options.items, options.people, options.years, not options.plain)
    people = members(options.people)
    channels = [{"id": f"c{n}", "name": f"Channel {n}"} for n in range(4)]
    options.out.mkdir(parents=True, exist_ok=True)
    files = []
    for name, lines in [("channels", channels), ("items", rows), ("members", people)]:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
        (options.out / f"{name}.ndjson").write_bytes(text)
        files.append({"path": f"{name}.ndjson", "sha256": hashlib.sha256(text).hexdigest(),
                      "rows": len(lines)})
    # The window leaves out the first and last percent, so that items lie on both sides of it.
    manifest = {
        "format": "meadow-snapshot", "version": 1, "community": options.community, "platform": "synthetic",
        "origin": "https://forum.example/", "collected": stamp(length), "complete": True, "gaps": [],
        "window": {"from": stamp(length * 0.01), "to": stamp(length * 0.99)},
        "exporter": {"name": "synthetic", "version": "1"}, "scope": "public",
        "licences": [{"id": "CC0-1.0"}],
        "measurable": {"replies": True, "reactions": False, "threads": True, "urls": False,
                       "edits": False, "roles": True},
        "counts": {"read": len(rows), "items": len(rows), "members": len(people),
                   "channels": len(channels), "quarantined": 0, "withheld": {}},
        "files": files,
    }
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


main()
