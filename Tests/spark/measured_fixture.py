"""Measures an invented community by the job, for the tests that need no Spark.

    python3 measured_fixture.py MEADOW FOLDER

FOLDER is Tests/SiteBuildTests/Fixtures/measured, with a site without data in `site`. Written beside it, to be
committed: `items`, a snapshot of an invented orchard's forum, and `numbers`, what the job on Spark makes of it
under that site. Random numbers have a fixed seed: run again, it writes the same. Needs PySpark, pyarrow, Java.
"""
import datetime, gzip, hashlib, json, pathlib, random, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "Tests" / "oracles"), str(ROOT / "cluster"), str(HERE)]

import agreement
import measure_on_spark as job

START, END = datetime.datetime(2018, 11, 20), datetime.datetime(2020, 1, 31)
TEXTS = ["How do I prune this pear?", "Cut the old wood first.", "Thanks, that helped.", "I love this place.",
         "The frost is a problem, everything is broken.", "See https://docs.orchard.example/guide for pictures.",
         "Read https://fruit.example/apples and https://fruit.example/pears.", "Could you please water mine?",
         "Please join our survey.", "Good morning.", "Which graft is best?", "It would be great to have a map."]


def moment(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def community():
    """(items, members): about a thousand posts of sixty people, more of them in some months than in others."""
    dice = random.Random(20191)
    names = [f"m-{number:03}" for number in range(60)]
    # Somebody of the staff, who came late, a moderator and a bot.
    staff, moderator, bot = names[3], names[4], names[5]
    joined = {name: START + datetime.timedelta(days=int(dice.random() ** 1.5 * 420)) for name in names}
    items, threads, time = [], [], START
    while True:
        time += datetime.timedelta(seconds=int(dice.expovariate(1 / (dice.choice((4, 9, 14)) * 3600))))
        if time > END:
            break
        here = [name for name in names if joined[name] <= time] or names[:1]
        author = dice.choice(here[:1 + int(len(here) * dice.random() ** 0.7)])
        item = {"id": f"i{len(items):04}", "type": "post", "attributedTo": author, "published": moment(time),
                "content": dice.choice(TEXTS), "mediaType": "text/plain",
                "url": f"https://orchard.example/posts/{len(items)}"}
        if threads and dice.random() < 0.7:
            root = dice.choice(threads[-8:])
            item.update(type=dice.choice(("reply", "answer")), context=root["id"], inReplyTo=root["id"])
            if root["type"] == "question" and dice.random() < 0.2:
                root["accepted"] = item["id"]
        else:
            item.update(type="question", name=f"About tree {len(items)}", channel=dice.choice(("trees", "shrubs")),
                        tag=dice.sample(["apple", "pear", "plum"], dice.randint(0, 2)))
            threads.append(item)
        if dice.random() < 0.08:
            item["mentions"] = [staff]
        if dice.random() < 0.03:
            item["deleted"] = moment(time + datetime.timedelta(days=1))
        if dice.random() < 0.02:
            del item["attributedTo"]
        if dice.random() < 0.03:
            item["codes"] = [{"code": "praise", "by": "human"}]
        items.append(item)
    roles = {staff: "staff", moderator: "moderator"}
    members = [{"id": name, "kind": "bot" if name == bot else "person", "role": roles.get(name, "member")}
               for name in names]
    members[7]["discoverable"] = False
    return items, members


def packed(records):
    lines = "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)
    return gzip.compress(lines.encode(), mtime=0)


def write_snapshot(folder):
    items, members = community()
    folder.mkdir(parents=True)
    files = []
    channels = [{"id": "trees", "name": "Trees"}, {"id": "shrubs", "name": "Shrubs"}]
    credits = [{"member": member["id"], "name": f"Grower {number}"} for number, member in enumerate(members)]
    for name, records in (("attribution", credits), ("channels", channels), ("items", items), ("members", members)):
        data = packed(records)
        (folder / f"{name}.ndjson.gz").write_bytes(data)
        files.append({"path": f"{name}.ndjson.gz", "sha256": hashlib.sha256(data).hexdigest(), "rows": len(records)})
    counts = {"read": len(items), "items": len(items), "members": len(members), "channels": len(channels),
              "quarantined": 0, "withheld": {}}
    write_manifest(folder, {
        "format": "meadow-snapshot", "version": 1, "community": "orchard", "platform": "forum",
        "origin": "https://orchard.example/", "collected": moment(END),
        "window": {"from": items[0]["published"], "to": moment(END)}, "complete": True, "gaps": [],
        "exporter": {"name": "invented", "version": "1"}, "scope": "public",
        "licences": [{"id": "CC-BY-4.0"}],
        "measurable": {"replies": True, "reactions": False, "threads": True, "urls": True, "edits": False,
                       "roles": True},
        "counts": counts, "files": files})


def write_manifest(folder, manifest):
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def pack(source, target):
    """A copy of a snapshot with its lines compressed."""
    target.mkdir(parents=True)
    manifest = json.loads((source / "manifest.json").read_text())
    for file in manifest["files"]:
        data = (source / file["path"]).read_bytes()
        if file["path"].endswith(".ndjson"):
            data, file["path"] = gzip.compress(data, mtime=0), file["path"] + ".gz"
            file["sha256"] = hashlib.sha256(data).hexdigest()
        (target / file["path"]).write_bytes(data)
    write_manifest(target, manifest)


def main():
    meadow, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    for old in ("items", "numbers"):
        shutil.rmtree(folder / old, ignore_errors=True)
    write_snapshot(folder / "items" / "2020-01-31")
    with tempfile.TemporaryDirectory(prefix="meadow-fixture-") as place:
        place = pathlib.Path(place)
        shutil.copytree(folder / "site", place / "site")
        snapshots = place / "site" / "Content" / "snapshots" / "orchard"
        shutil.copytree(folder / "items", snapshots)
        subprocess.run([meadow, "measure", "--quiet", "--site", str(place / "site"), "--engine", "spark",
                        "--out", str(place / "job")], check=True, stdout=subprocess.DEVNULL)
        spark = agreement.session("local-cluster[2,1,1536]")
        options = job.options_of([str(snapshots), str(place / "out"), "--inputs", str(place / "job/inputs.json"),
                                  "--named", str(place / "job/named.json")])
        print(job.summary(options.out, *job.Job(spark, options).run()))
        spark.stop()
        pack(place / "out", folder / "numbers" / "2020-01-31")


if __name__ == "__main__":
    main()
