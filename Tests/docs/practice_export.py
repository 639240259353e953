#!/usr/bin/env python3
"""Writes an invented export to practise on: a Stack Exchange data dump of people who make tea.

usage: practice_export.py FOLDER [LAST-DAY]

Two years of questions, answers and comments by some two hundred people who do not exist, the same
bytes on every machine. Nobody's words are in it. A last day makes an earlier export of the same people.
"""
import datetime
import os
import random
import sys
from xml.sax.saxutils import quoteattr

BEGIN = datetime.datetime(2024, 10, 1)
DAYS = 732
FIRST = "Ada Bo Cleo Dara Eino Fay Gus Hana Ivo Jun Kaja Lio Mara Nils Oona Pau Quin Rosa Sven Tove".split()
LAST = "Ahlgren Brook Castell Dorn Eklund Ferro Grove Holm Iwata Jarvis".split()
TEAS = "green tea|black tea|oolong|white tea|sencha|pu-erh|masala chai|a tisane|matcha|earl grey".split("|")
THINGS = "kettle|strainer|teapot|thermometer|scale|water filter|tea tin|gaiwan|cup|timer".split("|")
QUESTIONS = [
    "How long should I steep {tea}?", "Why does my {tea} taste bitter?", "Which {thing} do you use for {tea}?",
    "Is it safe to leave {tea} overnight?", "How do I clean a {thing}?", "What water is best for {tea}?",
    "Can I reuse the leaves of {tea}?", "How do I keep {tea} fresh?", "My {thing} is broken, what now?",
    "Does the {thing} change how {tea} tastes?",
]
BODIES = [
    "I followed the packet and it does not work for me. How do you do it?",
    "The {thing} from Acme stopped working after a week. It is frustrating. Is there a way to repair it?",
    "I am new here. I tried three times with {tea} and I am confused. Can somebody help?",
    "The manual of the {thing} is unclear. Where is it explained?",
    "My {tea} is different every day. What am I doing wrong?",
]
ANSWERS = [
    "Two minutes at eighty degrees, then taste. It depends on the leaf.", "I had the same with my {thing}. Softer water helped.",
    "Use fewer leaves and more time.", "See https://tea.example.org/{word} for a table.", "That works, but only with a good {thing}.",
    "No. The answer above is wrong for {tea}.", "Great question. I would warm the {thing} first.",
]
COMMENTS = ["Thank you, that helped!", "Which {thing} is that?", "I love this answer.", "This did not work for me.",
            "Do you mean {tea}?", "The link is broken."]


class Dump:
    def __init__(self):
        self.random = random.Random(4711)
        self.people = [self.person(number) for number in range(1, 211)]
        self.posts, self.comments = [], []

    def person(self, number):
        name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
        joined = BEGIN + datetime.timedelta(days=self.random.random() ** 1.4 * (DAYS - 20))
        return {"Id": number, "Reputation": 1, "CreationDate": stamp(joined), "DisplayName": name,
                "LastAccessDate": stamp(joined), "AccountId": 9000 + number, "joined": joined}

    def text(self, texts):
        return self.random.choice(texts).format(
            tea=self.random.choice(TEAS), thing=self.random.choice(THINGS), word=self.random.choice(TEAS)[:5].strip().replace(" ", "-"))

    def somebody(self, moment, but=None):
        """Somebody who has joined by then; a few write much, most little."""
        there = [person for person in self.people if person["joined"] <= moment and person is not but]
        return there[int(self.random.random() ** 2.2 * len(there))] if there else None

    def write(self):
        moment = BEGIN
        while moment < BEGIN + datetime.timedelta(days=DAYS):
            busy = 3 if moment.month == 11 else 1
            moment += datetime.timedelta(hours=self.random.expovariate(1 / 26) / busy)
            asker = self.somebody(moment)
            if asker and moment < BEGIN + datetime.timedelta(days=DAYS):
                self.ask(moment, asker)

    def ask(self, moment, asker):
        question = self.post(1, moment, asker, self.text(BODIES), Title=self.text(QUESTIONS),
                             Tags="<" + self.random.choice(["brewing", "tools", "water", "storage"]) + ">")
        if self.random.random() < 0.12:
            return
        for _ in range(self.random.choice([1, 1, 1, 2, 2, 3, 4])):
            moment += datetime.timedelta(hours=self.random.expovariate(1 / 9))
            writer = self.somebody(moment, but=asker)
            if writer is None or moment > BEGIN + datetime.timedelta(days=DAYS):
                return
            answer = self.post(2, moment, writer, self.text(ANSWERS), ParentId=question["Id"])
            if self.random.random() < 0.5:
                self.comment(answer, moment + datetime.timedelta(hours=self.random.random() * 20), asker)

    def post(self, kind, moment, writer, body, **more):
        post = {"Id": len(self.posts) + 1, "PostTypeId": kind, **more, "CreationDate": stamp(moment),
                "Score": self.random.randrange(-1, 9), "Body": f"<p>{body}</p>\n", "OwnerUserId": writer["Id"],
                "LastActivityDate": stamp(moment), "ContentLicense": "CC BY-SA 4.0"}
        self.posts.append(post)
        return post

    def comment(self, post, moment, writer):
        if moment < BEGIN + datetime.timedelta(days=DAYS):
            self.comments.append({
                "Id": len(self.comments) + 1, "PostId": post["Id"], "Score": 0, "Text": self.text(COMMENTS),
                "CreationDate": stamp(moment), "UserId": writer["Id"], "ContentLicense": "CC BY-SA 4.0"})

    def keep_until(self, day):
        for rows in (self.posts, self.comments, self.people):
            rows[:] = [row for row in rows if row["CreationDate"][:10] <= day]


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}"


def table(folder, name, rows):
    with open(os.path.join(folder, name + ".xml"), "w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="utf-8"?>\n<{name.lower()}>\n')
        for row in rows:
            fields = " ".join(f"{key}={quoteattr(str(value))}" for key, value in row.items() if key != "joined")
            file.write(f"  <row {fields} />\n")
        file.write(f"</{name.lower()}>\n")


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    dump = Dump()
    dump.write()
    if len(sys.argv) > 2:
        dump.keep_until(sys.argv[2])
    table(folder, "Posts", dump.posts)
    table(folder, "Comments", sorted(dump.comments, key=lambda row: row["CreationDate"]))
    table(folder, "Users", dump.people)
    print(f"{len(dump.posts)} posts, {len(dump.comments)} comments, {len(dump.people)} people, all invented")


if __name__ == "__main__":
    main()
