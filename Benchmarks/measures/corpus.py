"""Writes a site with one invented community of many items, for measuring how fast Meadow measures.

    python3 corpus.py SITE [--items 1000000] [--refresh 0.01] [--copies 1]

A million items are 526 MB of `items.ndjson`. With `--refresh` the last share of the items lies in a
second, later snapshot whose window covers those days alone, as after a refresh. Same arguments, same
bytes. Texts are drawn from a small vocabulary with some of the phrases that a codex looks for, some
escapes and some letters beyond ASCII. With `--copies` every thread is there so many times, by as many
other people at the same moments, which is quicker made.
"""
import argparse, datetime, hashlib, itertools, json, pathlib, random, string

EPOCH = datetime.datetime(2014, 11, 3, tzinfo=datetime.timezone.utc)
YEARS = 10
LENGTH = int(YEARS * 365.25 * 86400)
CHANNELS = 12
TAGS = ["install", "backup", "upgrade", "docker", "sync", "ldap", "howto", "feature", "bug", "plugin"]
WORDS = """the a to of and in it is that for on you this with not be have are we can if my but or as do
from when was there just like would get use will what server works file update version config data
setup error problem need time think new same run after start user page make know try change want way
still should node cluster build release settings folder docs issue storage network port log backup
restore image container upgrade password database index cache thread worker query token certificate
naïve café größer résumé straße 東京 привет""".split()
PHRASES = ["thank you so much", "how do I fix this?", "it would be great if", "this is broken again",
           "I love the new release", "could you please add", "does anybody know why", "works great now",
           "this is really annoying", "we just released", "any news on this?", "see https://docs.example.org/guide/{}",
           "https://blog.example.net/{} explains it", "I suggest to keep it simple"]


def stamp(seconds):
    return (EPOCH + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def sentences(dice):
    """A few thousand ready sentences, so that writing them costs little."""
    made = []
    for number in range(4000):
        words = [WORDS[int(dice.random() ** 2.2 * len(WORDS))] for _ in range(dice.randrange(6, 16))]
        if number % 4 == 0:
            words.insert(dice.randrange(len(words)), dice.choice(PHRASES).format(number))
        end = dice.choice([". ", ". ", ". ", "? ", "! ", ".\\n", " \\\"so\\\". "])
        made.append(" ".join(words).capitalize() + end)
    return made


def member(number):
    return "m-" + hashlib.blake2b(b"%d" % number, digest_size=8).hexdigest()


def lines(count, people, dice):
    """(seconds, line) by time; a few people write much, most write little, newcomers arrive all along."""
    ready, ids = sentences(dice), [member(n) for n in range(people)]
    open_threads, moments = [], sorted(int(dice.random() ** 0.8 * LENGTH) for _ in range(count))
    for number, second in enumerate(moments):
        known = max(20, int(people * (second / LENGTH) ** 1.1))
        if dice.random() < 0.35:
            who = known - 1 - int(dice.random() * min(400, known))
        else:
            who = int(dice.paretovariate(0.55)) % known
        author = "null" if dice.random() < 0.01 else f'"{ids[who]}"'
        starts = not open_threads or dice.random() < 0.28
        if starts:
            thread = (number, dice.randrange(CHANNELS))
            open_threads.append(thread)
            if len(open_threads) > 40:
                del open_threads[0]
            kind = "question" if dice.random() < 0.6 else "post"
            parent, title = "", f'"name":"{ready[dice.randrange(4000)][:60].split(chr(92))[0].strip()}",'
        else:
            thread = open_threads[-1 - int(dice.random() ** 2 * len(open_threads))]
            kind = "answer" if dice.random() < 0.2 else "reply"
            parent, title = f'"inReplyTo":"t{thread[0]:07d}",', ""
        body = "".join(ready[dice.randrange(4000)] for _ in range(dice.choice((1, 1, 2, 4, 4, 6, 10))))
        extra = ""
        if dice.random() < 0.3:
            extra += f',"tag":["{dice.choice(TAGS)}","{dice.choice(TAGS)}x"]'
        if dice.random() < 0.05:
            extra += f',"mentions":["{ids[int(dice.paretovariate(0.55)) % known]}"]'
        if dice.random() < 0.2:
            extra += f',"reactions":[{{"name":"like","count":{dice.randrange(1, 9)}}}]'
        yield second, (
            f'{{"id":"t{number:07d}","type":"{kind}","attributedTo":{author},"published":"{stamp(second)}",'
            f'{title}"content":"{body}","mediaType":"text/markdown",{parent}"context":"t{thread[0]:07d}",'
            f'"channel":"c{thread[1]:02d}","url":"https://forum.example.org/t/{thread[0]}/{number}"{extra}}}\n')


def write(folder, name, texts):
    digest, rows, size = hashlib.sha256(), 0, 0
    with open(folder / name, "wb", buffering=1 << 20) as file:
        for text in texts:
            data = text.encode()
            digest.update(data)
            file.write(data)
            rows, size = rows + 1, size + len(data)
    return {"path": name, "sha256": digest.hexdigest(), "rows": rows}, size


def copied(lines, copies):
    """Each line as often, with ids of its own: `t0…` → `ta0…`, `m-…` → `m-a…`."""
    if copies == 1:
        yield from lines
        return
    names = string.ascii_letters[:copies]
    for line in lines:
        for name in names:
            yield line.replace('"t0', f'"t{name}0').replace('"m-', f'"m-{name}')


def snapshot(site, day, window, item_lines, people, copies=1):
    folder = site / "Content/snapshots/big" / day
    folder.mkdir(parents=True, exist_ok=True)
    channels, _ = write(folder, "channels.ndjson", (
        f'{{"id":"c{n:02d}","name":"Channel {n}"}}\n' for n in range(CHANNELS)))
    items, size = write(folder, "items.ndjson", copied(item_lines, copies))
    roles = ["staff" if n % 4001 == 3 else "moderator" if n % 3001 == 5 else "member" for n in range(people)]
    # By id, as every import writes them.
    lines_of_members = sorted(copied((
        f'{{"id":"{member(n)}","kind":"{"bot" if n % 5003 == 7 else "person"}","role":"{roles[n]}"}}\n'
        for n in range(people)), copies))
    members, _ = write(folder, "members.ndjson", lines_of_members)
    manifest = {
        "format": "meadow-snapshot", "version": 1, "community": "big", "platform": "synthetic",
        "origin": "https://forum.example.org/", "collected": stamp(window[1]),
        "window": {"from": stamp(window[0]), "to": stamp(window[1])}, "complete": True, "gaps": [],
        "exporter": {"name": "corpus", "version": "1"}, "scope": "public", "licences": [{"id": "CC0-1.0"}],
        "measurable": {"replies": True, "reactions": True, "threads": True, "urls": True, "edits": False,
                       "roles": True},
        "counts": {"read": items["rows"], "items": items["rows"], "members": members["rows"], "channels": CHANNELS,
                   "quarantined": 0, "withheld": {}},
        "files": [channels, items, members],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return size


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--refresh", type=float, default=0)
    parser.add_argument("--copies", type=int, choices=range(1, 53), default=1, metavar="1…52")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    if options.copies > 1 and (options.refresh or options.items > 1_000_000):
        parser.error("--copies goes with one snapshot of at most a million items")
    people = max(50, options.items // 16)
    content = options.site / "Content"
    (content / "communities").mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(
        "title: Benchmark\nlanguage: en\norganisation: Example\nbase_url: https://example.org/\n"
        "data_licence: CC0-1.0\n")
    (content / "communities/big.md").write_text(
        "---\nname: Big\nkind: Forum\nsummary: Invented.\norigin: https://forum.example.org/\nbasis: licence\n"
        "proof: https://forum.example.org/licence\n---\nInvented.\n")
    made = lines(options.items, people, dice)
    first = options.items - int(options.items * options.refresh)
    last_of_first = 0

    def part(count):
        nonlocal last_of_first
        for second, line in itertools.islice(made, count):
            last_of_first = second
            yield line

    # The window's end is known only when the last line is written: the manifest comes after.
    if options.refresh:
        old = list(part(first))
        cut = last_of_first
        size = snapshot(options.site, "2024-10-01", (0, cut), old, people)
        size += snapshot(options.site, "2024-11-03", (cut + 1, LENGTH), part(options.items - first), people)
    else:
        size = snapshot(options.site, "2024-11-03", (0, LENGTH), part(first), people,
                        options.copies)
    print(f"{options.items * options.copies} items, {size / 1e6:.0f} MB")


main()
