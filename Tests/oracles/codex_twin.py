"""Finds the codex's phrases a second time, by words instead of bytes: the twin of the phrase matcher.

What a text becomes is told by cluster/meadow_codex.py, which finds the same on a cluster in a quicker way.

Written from the method page of `codes`. A text becomes a list of words: canonical decomposition,
combining marks of alphabets dropped, small letters, everything else than letters and digits parts
words; a few marks and every symbol are words of their own, and so is every letter of a script that
is written without spaces. A phrase is a list of words; `*` at its end lets its last word go on, at
its beginning lets its first word begin earlier.

    python3 codex_twin.py CODEX.json < texts       one text a line; prints the codes and cues
"""
import json, pathlib, sys

# The folder is a module of Swift, too.
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "cluster"))

from meadow_codex import DROPPED, prose, symbol, within


def words(text):
    """[(word, start, end)] over characters."""
    found, current, start, end = [], "", 0, 0
    for index, c in enumerate(text):
        kind, folded = symbol(c)
        if kind == "nothing":
            if current:
                end = index + 1
            continue
        if kind == "word":
            if not current:
                start = index
            current += folded
            end = index + 1
            continue
        if current:
            found.append((current, start, end))
            current = ""
        if kind == "alone":
            found.append((folded, index, index + 1))
    if current:
        found.append((current, start, end))
    return found


class Matcher:
    def __init__(self, codex):
        self.phrases = {}
        self.longest = 1
        self.open = []
        self.count = 0
        for code in codex["codes"]:
            for kind in ("phrases", "except"):
                for phrase in code.get(kind, []):
                    self.add(code["id"], phrase, kind == "except")

    def add(self, code, phrase, is_exception):
        text = phrase["text"]
        self.count += 1
        entry = (code, text, is_exception, phrase.get("language"), self.count)
        key = tuple(word for word, _, _ in words(text.strip("*")))
        self.longest = max(self.longest, len(key))
        shape = (text.startswith("*"), text.endswith("*"))
        if shape == (False, False):
            self.phrases.setdefault(key, []).append(entry)
        else:
            self.open.append((key, shape, entry))

    def hits(self, text, language=None):
        """[(code, cue, start, end)] in the order of their places, exceptions taken out."""
        found = words(text)
        names = [word for word, _, _ in found]
        hits = []
        for first in range(len(found)):
            for count in range(1, min(self.longest, len(found) - first) + 1):
                for entry in self.phrases.get(tuple(names[first:first + count]), ()):
                    hits.append((entry, first, first + count))
        for key, (early, late), entry in self.open:
            for first in range(len(found) - len(key) + 1):
                if fits(names[first:first + len(key)], key, early, late):
                    hits.append((entry, first, first + len(key)))
        hits = [hit for hit in hits if speaks(hit[0][3], language)]
        veto = [hit for hit in hits if hit[0][2]]
        kept = [hit for hit in hits if not hit[0][2] and not any(
            v[0][0] == hit[0][0] and v[1] <= hit[1] and hit[2] <= v[2] for v in veto)]
        kept.sort(key=lambda hit: (found[hit[1]][1], found[hit[2] - 1][2], hit[0][4]))
        return [(entry[0], entry[1], found[first][1], found[last - 1][2])
                for entry, first, last in kept]


def speaks(phrase, item):
    return not phrase or not item or phrase.split("-")[0].lower() == item.split("-")[0].lower()


def fits(names, key, early, late):
    """Whether words fit a phrase whose first word may begin earlier or last go on."""
    for index, (name, wanted) in enumerate(zip(names, key)):
        first, last = early and index == 0, late and index == len(key) - 1
        if first and last:
            if wanted not in name:
                return False
        elif first:
            if not name.endswith(wanted):
                return False
        elif last:
            if not name.startswith(wanted):
                return False
        elif name != wanted:
            return False
    return True


def codes_of(matcher, title, content, media, language=None):
    """{code: cue of the first hit} of one item."""
    found = {}
    for text in (title, content and prose(content, media)):
        if text:
            for code, cue, _, _ in matcher.hits(text, language):
                found.setdefault(code, cue)
    return found


if __name__ == "__main__":
    matcher = Matcher(json.load(open(sys.argv[1])))
    for line in sys.stdin:
        print(sorted(codes_of(matcher, None, line.rstrip("\n"), "text/plain").items()))
