"""Writes an invented export, a JSON object a line, for measuring `meadow import ndjson`.

    python3 make_ndjson.py OUT.ndjson [--items 1000000] [--people 20000] [--seed 1]

A million items are about 526 MB. Texts have words of several scripts, now and then a mention, a mail
address, a phone number, a quotation mark; the columns are called as in a snapshot.
"""
import argparse, datetime, json, random

EPOCH = datetime.datetime(2016, 1, 1, tzinfo=datetime.timezone.utc)
WORDS = (
    "the of build and to in is that it for on with as this at by we release from package swift or "
    "error not are test you when module an was if version can which will thread compile but linker "
    "there use what all how about would make like time just know take people into year your good "
    "some could them see other than then now look only come its over think also back after how two "
    "naïve Größe déjà код модуль 例え 変更 سلام"
).split()


def moment(seconds):
    return (EPOCH + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(draw, sentences):
    words = []
    for _ in range(draw.randrange(16, 92)):
        words.append(sentences[draw.randrange(len(sentences))])
    chance = draw.random()
    if chance < 0.08:
        words.insert(draw.randrange(len(words)), f"@u{draw.randrange(20000)}")
    elif chance < 0.09:
        words.append(f"write to person{draw.randrange(999)}@mail.example")
    elif chance < 0.095:
        words.append("or call 555-867-5309")
    elif chance < 0.13:
        words.append('as the manual says, "read me"')
    return " ".join(words)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out")
    arguments.add_argument("--items", type=int, default=1_000_000)
    arguments.add_argument("--people", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    draw = random.Random(options.seed)
    with open(options.out, "w", encoding="utf-8") as out:
        for number in range(options.items):
            thread = number - draw.randrange(min(number + 1, 40))
            row = {
                "id": f"m{number:09d}", "type": "message",
                "attributedTo": f"u{min(int(draw.paretovariate(0.7)), options.people)}",
                "published": moment(number * 30 + draw.randrange(30)),
                "content": text(draw, WORDS), "mediaType": "text/plain",
                "context": f"m{thread:09d}", "channel": f"room-{draw.randrange(40)}",
                "url": f"https://chat.example.org/rooms/{draw.randrange(40)}/{number}",
            }
            if thread != number:
                row["inReplyTo"] = f"m{thread:09d}"
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
