"""What Meadow reads in the text of an item: codes and jobs by their phrases, links, words.

The rules are those of the method pages `codes`, `jobs`, `links_shared` and `topics`. A text becomes a list
of words: canonical decomposition, combining marks of alphabets dropped, small letters, everything else
than letters and digits parts words; a few marks and every symbol are words of their own, and so is every
letter of a script that is written without spaces. A phrase is a list of words; `*` at its end lets its
last word go on, at its beginning lets its first word begin earlier.
"""
import re, unicodedata
from functools import lru_cache
from itertools import chain, compress, count

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


BLANK = r"[\x00-\x20]"
ADDRESS = re.compile(r"https?://[^\x00-\x20\"<>)\]]*")
# Elements whose content is not the author's prose; `h` stands for all headings.
NAMES = {"blockquote": "blockquote", "code": "code", "h": "h[1-6]", "pre": "pre"}
HTML = re.compile(
    rf"<(?P<name>{'|'.join(NAMES.values())})(?={BLANK}|[/>])[^>]*>"
    r"|(?P<address>(?-i:https?)://[^\x00-\x20\"<>)\]]*)|<[/!a-zA-Z][^>]*(?:>|\Z)|&#?[0-9a-zA-Z]{1,31};",
    re.I | re.A)
# What opens or closes such an element; a heading stands in none.
EDGES = {name: re.compile(rf"</{pattern}{BLANK}*>" + ("" if name == "h" else rf"|<{pattern}(?={BLANK}|[/>])"),
                          re.I | re.A) for name, pattern in NAMES.items()}
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
HEADING = re.compile(r"#{1,6}[ \t]")
INDENTED = re.compile(r" {0,3}\t| {4}")
ITEM = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t\r]|\Z)")
# Markdown takes fewer, but `--` is what people write above their names.
UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t\r]*\Z")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
# Without one of these, nothing but addresses is masked in what is not HTML; lines follow a line end.
MASKED = re.compile(r"[>`~#]|<!--")
MASKED_LINES = re.compile(r"\n(?: {4}| {0,3}[\t=-])")
BREAK = "\x01"


def broken(match):
    return BREAK * len(match.group())


def prose(text, media):
    """The text with what is not the author's own prose masked, length kept."""
    if media == "text/html":
        return html_prose(text) if "<" in text or "&" in text or "://" in text else text
    is_markdown = media == "text/markdown"
    is_masked = MASKED.search(text) or MASKED_LINES.search("\n" + text) if is_markdown else ">" in text
    if is_masked:
        text = markdown_prose(text) if is_markdown else "\n".join(
            BREAK * len(line) if line.lstrip(" \t").startswith(">") else line for line in text.split("\n"))
    return ADDRESS.sub(broken, text) if "://" in text else text


def html_prose(text):
    """From left to right, so that what looks like a tag within another is none."""
    parts, place = [], 0
    while match := HTML.search(text, place):
        start, end = match.span()
        name = match["name"]
        if name:
            end = end_of_element(text, name.lower().rstrip("123456"), end)
        parts += [text[place:start], (BREAK if name or match["address"] else " ") * (end - start)]
        place = end
    return "".join(parts) + text[place:]


def end_of_element(text, name, start):
    """Behind the end of an element whose content begins at a place; the end of the text without one."""
    depth = 1
    for edge in EDGES[name].finditer(text, start):
        depth += -1 if edge[0][1] == "/" else 1
        if not depth:
            return edge.end()
    return len(text)


def markdown_prose(text):
    """Without addresses, which are masked in all texts but HTML alike."""
    lines = markdown_lines(COMMENT.sub(broken, text).split("\n"))
    return "\n\n".join(CODE_SPAN.sub(broken, part) for part in "\n".join(lines).split("\n\n"))


def markdown_lines(lines):
    """The lines with quotations, headings and blocks of code masked.

    Where lists make it doubtful whether a line is code or goes on with what was said, it is prose.
    """
    masked, fence, in_list = [], None, False
    # `apart`: behind nothing, an empty line, a heading or code; `carried`: in what may go on with an item of
    # a list or with a quotation; in a paragraph: where it begins.
    standing = "apart"
    for number, line in enumerate(lines):
        bare = line.lstrip(" \t")
        is_blank = not bare.strip(" \t\r")
        is_indented = INDENTED.match(line)
        is_hidden = True
        if fence:
            if bare.startswith(fence) and not bare.strip(" \t\r").strip(fence[0]):
                fence = None
        elif is_blank:
            is_hidden, standing = False, "apart"
        elif standing == "apart" and is_indented and not in_list:
            pass
        else:
            is_item = ITEM.match(bare)
            if standing == "apart" and bare == line and not is_item:
                in_list = False
            is_underline = UNDERLINE.match(bare) and not is_indented
            if opening := FENCE.match(bare):
                fence, standing = opening.group(1) or opening.group(2), "apart"
            elif HEADING.match(bare):
                standing = "apart"
            elif bare.startswith(">"):
                standing = "carried"
            else:
                is_hidden = False
                if is_underline and isinstance(standing, int):
                    masked[standing:] = [BREAK * len(above) for above in masked[standing:]]
                    standing = "apart"
                elif is_item:
                    in_list, standing = True, "carried"
                elif standing == "apart" and not is_underline:
                    standing = "carried" if in_list else number
        masked.append(BREAK * len(line) if is_hidden else line)
    return masked


class Folding(dict):
    """For str.translate: each character as `symbol` has it, worked out when it first comes."""

    def __missing__(self, code):
        kind, folded = symbol(chr(code))
        self[code] = {"word": folded, "alone": f" {folded} ", "nothing": ""}.get(kind, " ")
        return self[code]


class TermFolding(dict):
    """The same for words that keep their accents."""

    def __missing__(self, code):
        c = chr(code)
        kind, _ = symbol(c)
        narrow = chr(code - 0xFEE0) if "\uff10" <= c <= "\uff5a" else c
        kept = "".join(x for x in narrow.lower() if not within(ord(x), DROPPED))
        self[code] = {"word": kept, "nothing": ""}.get(kind, " ")
        return self[code]


FOLDING, TERMS = Folding(), TermFolding()


class Known(dict):
    """What is made of a key, worked out when it first comes."""

    # So that words that nobody uses twice do not fill the memory.
    MOST, LONGEST = 1 << 20, 64

    def __init__(self, work_out):
        self.work_out = work_out

    def __missing__(self, key):
        made = self.work_out(key)
        if len(key) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[key] = made
        return made


def is_term(word):
    """Whether a word is looked at as one that rises: 3 to 40 letters long, not of digits alone."""
    return 3 <= len(word) <= 40 and not (word.isascii() and word.isdigit())


# Pieces of text between blanks, in words; whatever is a blank parts words.
FOLDED = Known(lambda piece: piece.translate(FOLDING).split())
TERMED = Known(lambda piece: [word for word in piece.translate(TERMS).split() if is_term(word)])


def words_of(text, known):
    """The words of all pieces of a text, one by one; `known` is one of the two."""
    return chain.from_iterable(map(known.__getitem__, text.split()))


class PhraseFinder:
    """Finds the phrases of many targets in one pass over the words of a text."""

    def __init__(self, targets):
        """`targets`: (name, phrases, exceptions) each; phrases as `meadow measure --inputs` has them."""
        # By their first word: phrases of one word; by the second, longer ones; those whose second word
        # may go on. What may begin earlier, or is one word that may go on, is looked for in each new word.
        self.single, self.longer, self.tails, self.open = {}, {}, {}, []
        self.known = Known(self.beginning)
        number = 0
        for name, phrases, exceptions in targets:
            for group, is_exception in ((phrases, False), (exceptions, True)):
                for phrase in group:
                    number += 1
                    self.add((name, phrase["text"], is_exception, primary(phrase.get("language")), number))
        self.prefixes = tuple(key[0] for key, early, _, _ in self.open if not early)
        self.suffixes = tuple(key[0] for key, early, _, _ in self.open if early)
        self.parts = tuple(key[0] for key, early, late, _ in self.open if early and late and len(key) == 1)

    def add(self, entry):
        text = entry[1]
        key = tuple(text.strip("*").translate(FOLDING).split())
        early, late = text.startswith("*"), text.endswith("*")
        phrase = (key, early, late, entry)
        if not key:
            return
        if early or late and len(key) == 1:
            self.open.append(phrase)
        elif len(key) == 1:
            self.single.setdefault(key[0], []).append(phrase)
        elif len(key) == 2 and late:
            self.tails.setdefault(key[0], []).append(phrase)
        else:
            self.longer.setdefault(key[0], {}).setdefault(key[1], []).append(phrase)

    def beginning(self, word):
        """What a word can be the first of: (phrases, longer phrases by their second word), or None."""
        found = self.single.get(word, []) + self.tails.get(word, [])
        if (word.startswith(self.prefixes) or word.endswith(self.suffixes)
                or any(part in word for part in self.parts)):
            found += [phrase for phrase in self.open
                      if first_fits(word, phrase[0][0], phrase[1], phrase[2] and len(phrase[0]) == 1)]
        longer = self.longer.get(word)
        return (found, longer or {}) if found or longer else None

    def find(self, text, language, found):
        """Adds target → cue of its first hit to `found`; a hit within an exception is none."""
        words = [*words_of(text, FOLDED)]
        hits, begun = [], [*map(self.known.__getitem__, words)]
        for first, (candidates, longer), second in compress(zip(count(), begun, words[1:] + [None]), begun):
            if second in longer:
                candidates = candidates + longer[second]
            for key, _, late, entry in candidates:
                last = first + len(key) - 1
                if len(key) > 1 and not rest_fits(words, first, last, key, late):
                    continue
                if not (entry[3] and language and entry[3] != language):
                    hits.append((first, last, entry))
        if not hits:
            return
        vetoes = [hit for hit in hits if hit[2][2]]
        for first, last, entry in sorted(hits, key=lambda hit: (hit[0], hit[1], hit[2][4])):
            if entry[2] or entry[0] in found:
                continue
            if not any(v[2][0] == entry[0] and v[0] <= first and last <= v[1] for v in vetoes):
                found[entry[0]] = entry[1]


def first_fits(word, wanted, early, late):
    if early and late:
        return wanted in word
    return word.endswith(wanted) if early else word.startswith(wanted) if late else word == wanted


def rest_fits(words, first, last, key, late):
    if last >= len(words):
        return False
    for index in range(1, len(key) - 1):
        if words[first + index] != key[index]:
            return False
    return words[last].startswith(key[-1]) if late else words[last] == key[-1]


def primary(language):
    return language.split("-")[0].lower() if language else None


ADDRESS_BODY = re.compile(r"https?://([^\x00-\x20\"<>)\]`{}|\\^'*]*)")
DOMAIN = re.compile(r"(?:[a-z0-9.-]|[^\x00-\x7f])+")


def link_of(body):
    """(domain, page) of an address without its scheme; None where it has no host with a dot."""
    body = body.rstrip(".,;:!?_")
    host = re.split(r"[/?#&:]", body, maxsplit=1)[0]
    rest = body[len(host):]
    domain = host.split("@")[-1].encode().lower().decode()
    if not DOMAIN.fullmatch(domain):
        return None
    domain = domain[4:] if domain.startswith("www.") else domain
    if "." not in domain or domain[0] == "." or domain[-1] == ".":
        return None
    if rest.startswith(":"):
        rest = re.sub(r"^[^/?#&]*", "", rest)
    return domain, domain + re.split(r"[?#&]", rest, maxsplit=1)[0].rstrip("/")


def media_kind(domain, page, media):
    fits = [asset for asset in media
            if page == asset["address"] or page.startswith(asset["address"] + "/")
            or ("/" not in asset["address"] and domain.endswith("." + asset["address"]))]
    longest = min(fits, key=lambda asset: (-len(asset["address"].encode()), asset["address"]), default=None)
    return longest["kind"] if longest else "unclassed"


HANDLE = re.compile(r"@[^\x00-\x20]*")


def term_words(text):
    """The words that terms are made of."""
    return set(words_of(HANDLE.sub(" ", text) if "@" in text else text, TERMED))


class TextReader:
    """What the texts of one community's items tell, with what the site says about it."""

    def __init__(self, inputs, community, origin, word_time):
        """`word_time`: from when to when words are looked for, in seconds."""
        jobs = [job for job in inputs["jobs"]
                if not job["communities"] or community in job["communities"]]
        self.finder = PhraseFinder(
            [("c" + code["id"], code["phrases"], code["except"]) for code in inputs["codes"]]
            + [("j" + job["id"], job["phrases"], []) for job in jobs])
        own = link_of(re.sub("^https?://", "", origin))
        self.own = own and own[0]
        self.media = inputs["media"]
        self.word_time = word_time

    def read(self, item):
        """(marks, jobs, links, words): (code, is human, cue), (job, cue), (domain, page, kind), word."""
        name, content, media = item.get("name"), item.get("content"), item.get("mediaType")
        language = primary(item.get("language"))
        found = {}
        if name:
            self.finder.find(name, language, found)
        body = content and prose(content, media)
        if body:
            self.finder.find(body, language, found)
        given = item.get("codes") or []
        marks = {code["code"]: (code["code"], True, None) for code in given if code["by"] == "human"}
        if not marks:
            marks = {code["code"]: (code["code"], False, None) for code in given}
            for target, cue in found.items():
                if target[0] == "c":
                    marks.setdefault(target[1:], (target[1:], False, cue))
        jobs = [(target[1:], cue) for target, cue in found.items() if target[0] == "j"]
        return list(marks.values()), jobs, self.links(content), self.words(item, name, body)

    def links(self, content):
        if not content or "://" not in content:
            return []
        found = {link_of(body) for body in ADDRESS_BODY.findall(content)} - {None}
        return [(domain, page, media_kind(domain, page, self.media))
                for domain, page in sorted(found) if domain != self.own]

    def words(self, item, name, body):
        start, stop = self.word_time
        if not start <= item["t"] < stop:
            return []
        return sorted(term_words(name or "") | term_words(body or ""))
