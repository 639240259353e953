"""Finds the codex's phrases a second time, by words instead of bytes: the twin of the phrase matcher.

Written from the method page of `codes`. A text becomes a list of words: canonical decomposition,
combining marks of alphabets dropped, small letters, everything else than letters and digits parts
words; a few marks and every symbol are words of their own, and so is every letter of a script that
is written without spaces. A phrase is a list of words; `*` at its end lets its last word go on, at
its beginning lets its first word begin earlier.

    python3 codex_twin.py CODEX.json < texts       one text a line; prints the codes and cues
"""
import json, re, sys, unicodedata
from functools import lru_cache

# Marks that are words of their own; all other punctuation parts words and is dropped.
MARKS = set("\x01.!?;:()+#<")
SAME = {"\u061f": "?", "\u037e": "?", "\uff1f": "?", "\u3002": ".", "\uff01": "!", "\u061b": ";",
        "\uff1b": ";", "\uff1a": ":", "\uff08": "(", "\uff09": ")", "\uff0e": "."}
LETTERS = {"\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l",
           "\u0111": "d", "\u0127": "h", "\u0167": "t", "\u0131": "i", "\u01ff": "o", "\u01fd": "ae",
           "\u01e3": "ae", "\u1e9e": "ss", "\u03c2": "\u03c3"}
ALONE = [(0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
         (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
         (0xFF66, 0xFF9F), (0x20000, 0x3FFFF)]
# Marks of alphabets that are left out in everyday writing; vowel signs of other scripts are letters.
DROPPED = [(0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05BD), (0x05BF, 0x05BF),
           (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A),
           (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC),
           (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x1AB0, 0x1AFF),
           (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F)]
# Scripts whose letters lose their accents.
ALPHABETS = [(0x00C0, 0x024F), (0x0370, 0x052F), (0x0600, 0x06FF), (0x1E00, 0x1FFF)]


def within(code, ranges):
    return any(low <= code <= high for low, high in ranges)


def plain(small):
    """A small letter without stroke and accents."""
    if within(ord(small), DROPPED):
        return ""
    if not within(ord(small), ALPHABETS):
        return small
    return "".join(x for x in unicodedata.normalize("NFD", LETTERS.get(small, small))
                   if not within(ord(x), DROPPED))


@lru_cache(maxsize=None)
def symbol(c):
    """What one character becomes: (kind, text); kind is word, alone, part or nothing."""
    if c in SAME:
        return "alone", SAME[c]
    if "\uff10" <= c <= "\uff5a" and unicodedata.category(c)[0] in "LN":
        c = chr(ord(c) - 0xFEE0)
    code = ord(c)
    kind = unicodedata.category(c)
    if within(code, DROPPED) or kind == "Cf":
        return "nothing", ""
    if kind[0] in "LMN":
        if within(code, ALONE):
            return "alone", c
        return "word", "".join(plain(x) for x in c.lower())
    if code < 128:
        return ("alone", c) if c in MARKS else ("part", "")
    if kind[0] == "S":
        return "alone", c
    return "part", ""


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


BLANK = r"[\x00-\x20]"
ADDRESS = re.compile(r"https?://[^\x00-\x20\"<>)\]]*")
HTML = re.compile(
    rf"(?P<wall><(?P<name>pre|code|blockquote)(?={BLANK}|[/>])[^>]*>.*?(?:</(?P=name){BLANK}*>|\Z)"
    r"|(?-i:https?)://[^\x00-\x20\"<>)\]]*)|<[/!a-zA-Z][^>]*(?:>|\Z)|&#?[0-9a-zA-Z]{1,31};", re.S | re.I)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
HEADING = re.compile(r"#{1,6}[ \t]")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
BREAK = "\x01"


def prose(text, media):
    """The text with what is not the author's own prose masked, length kept."""
    def broken(match):
        return BREAK * len(match.group())

    def blank(match):
        return " " * len(match.group())

    if media == "text/html":
        # From left to right, so that what looks like a tag within another is none.
        return HTML.sub(lambda match: broken(match) if match["wall"] else blank(match), text)
    lines, fence = [], None
    if media == "text/markdown":
        text = COMMENT.sub(broken, text)
    for line in text.split("\n"):
        bare = line.lstrip(" \t")
        opening = FENCE.match(bare) if media == "text/markdown" else None
        if fence:
            if bare.startswith(fence) and not bare.strip(" \t\r").strip(fence[0]):
                fence = None
            lines.append(BREAK * len(line))
        elif opening:
            fence = opening.group(1) or opening.group(2)
            lines.append(BREAK * len(line))
        elif bare.startswith(">") or media == "text/markdown" and HEADING.match(bare):
            lines.append(BREAK * len(line))
        else:
            lines.append(line)
    text = "\n".join(lines)
    if media == "text/markdown":
        text = "\n\n".join(CODE_SPAN.sub(broken, part) for part in text.split("\n\n"))
    return ADDRESS.sub(broken, text)


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
