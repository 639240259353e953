"""Checks a line of `items.ndjson` by the rules of docs/content.md, as `meadow build` does: a line that
breaks one is quarantined, never repaired."""
import datetime, json, re

TYPES = {"post", "reply", "question", "answer", "comment", "issue", "message", "boost", "system"}
MEDIA_TYPES = {"text/markdown", "text/html", "text/plain"}
TEXTS = ("id", "type", "attributedTo", "published", "updated", "deleted", "name", "content", "mediaType",
         "language", "inReplyTo", "context", "channel", "url", "accepted", "state", "closed", "licence")
LISTS = ("tag", "mentions", "reactions", "codes", "derived")
FIELDS = set(TEXTS) | set(LISTS) | {"score"}
MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))", re.A)
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f]+")
LONE = re.compile("[\ud800-\udfff]")


class Fault(Exception):
    """Why a line is no item."""


def unique(pairs):
    record = dict(pairs)
    if len(record) != len(pairs):
        seen = set()
        for name, _ in pairs:
            if name in seen:
                raise Fault(f"`{name}` comes twice")
            seen.add(name)
    return record


def no_number(text):
    raise Fault(f"{text} is no JSON")


def whole(text):
    number = int(text)
    if not -2 ** 63 <= number < 2 ** 64:
        raise Fault("a whole number beyond 64 bits")
    return number


def fraction(text):
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise Fault(f"{text} is out of range")
    return number


DECODER = json.JSONDecoder(object_pairs_hook=unique, parse_constant=no_number, parse_int=whole,
                           parse_float=fraction)


def moment(record, name):
    """Whole seconds since 1970, or None."""
    text = record.get(name)
    if text is None:
        return None
    found = MOMENT.fullmatch(text)
    try:
        year, month, day, hour, minute, second = map(int, found.groups()[:6])
        days = datetime.date(year, month, day).toordinal() - 719163
        if hour > 23 or minute > 59 or second > 60:
            raise ValueError
        # A leap second counts as the second before it.
        second = min(second, 59)
    except (AttributeError, ValueError):
        raise Fault(f"`{name}` is no moment as in 2026-11-21T08:00:00Z: `{text}`") from None
    sign, hours, minutes = found.groups()[6:]
    if sign and (int(hours) > 23 or int(minutes) > 59):
        raise Fault(f"`{name}` is no moment as in 2026-11-21T08:00:00Z: `{text}`")
    offset = (int(hours) * 3600 + int(minutes) * 60) * (-1 if sign == "-" else 1) if sign else 0
    return days * 86400 + hour * 3600 + minute * 60 + second - offset


def check_texts(record):
    for name in TEXTS:
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            raise Fault(f"`{name}` is not a string")


def check_lists(record):
    for name in LISTS:
        value = record.get(name)
        if value is None:
            continue
        if not isinstance(value, list):
            raise Fault(f"`{name}` is not a list")
        if name in ("tag", "mentions", "derived") and not all(isinstance(x, str) for x in value):
            raise Fault(f"`{name}` lists what is not a string")
        if name == "reactions":
            for one in value:
                if (not isinstance(one, dict) or not set(one) <= {"name", "count"}
                        or not isinstance(one.get("name"), str) or type(one.get("count")) is not int
                        or not 0 <= one["count"] < 2 ** 31):
                    raise Fault("a reaction needs `name` and `count`, a whole number")
        if name == "codes":
            for one in value:
                if (not isinstance(one, dict) or not set(one) <= {"code", "by", "cue"}
                        or not isinstance(one.get("code"), str) or not one["code"]
                        or one.get("by") not in ("human", "machine")):
                    raise Fault("a code needs `code` and `by`: human or machine")


def item(line, latest):
    """The record of a line with its moments as seconds (`t` is `published`); raises Fault.

    `latest`: a day after the snapshot was collected.
    """
    try:
        text = line.decode("utf-8")
        record = DECODER.decode(text)
    except UnicodeDecodeError:
        raise Fault("the line is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise Fault(f"the line is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise Fault("an object is needed")
    if not record.keys() <= FIELDS:
        raise Fault(f"unknown field `{min(record.keys() - FIELDS)}`")
    if not {name for name, value in record.items() if type(value) is not str}.isdisjoint(TEXTS):
        check_texts(record)
    if "\\u" in text and LONE.search(json.dumps(record, ensure_ascii=False)):
        raise Fault("half of a surrogate pair")
    for name in ("id", "type", "published"):
        if not record.get(name):
            raise Fault(f"`{name}` is {'missing' if record.get(name) is None else 'empty'}")
    if record["type"] not in TYPES:
        raise Fault(f"unknown `type` `{record['type']}`")
    if record.get("mediaType") is not None and record["mediaType"] not in MEDIA_TYPES:
        raise Fault(f"unknown `mediaType` `{record['mediaType']}`")
    score = record.get("score")
    if score is not None and (type(score) is not int or not -2 ** 31 < score < 2 ** 31):
        raise Fault("`score` is not a whole number in range")
    url = record.get("url")
    if url is not None and not ADDRESS.fullmatch(url):
        raise Fault(f"`url` is no absolute address: `{url}`")
    if not record.keys().isdisjoint(LISTS):
        check_lists(record)
    record["t"] = moment(record, "published")
    if record["t"] > latest:
        raise Fault(f"`published` {record['published']} is later than the snapshot was collected")
    if record["t"] < 0:
        raise Fault(f"`published` {record['published']} is before 1970")
    for name in ("updated", "deleted", "closed"):
        record[name] = moment(record, name) if name in record else None
    return record


def member(line):
    """(id, kind, role) of a line of `members.ndjson`; raises Fault."""
    record = flat(line, {"id", "kind", "role", "joined", "level", "organisation", "discoverable", "display"})
    if record.get("kind") not in ("person", "bot", "system"):
        raise Fault("`kind` is missing or unknown")
    if record.get("role") not in ("member", "staff", "moderator"):
        raise Fault("`role` is missing or unknown")
    return record["id"], record["kind"], record["role"]


def channel(line):
    """The same of `channels.ndjson`, without kind and role."""
    record = flat(line, {"id", "name", "parent"})
    if not record.get("name"):
        raise Fault("`name` is missing")
    return record["id"], None, None


def credited(line):
    """The member whom a line of `attribution.ndjson` credits; None where it cannot be read."""
    try:
        return flat(line, {"member", "name", "profile"}, "member")["member"]
    except Fault:
        return None


def flat(line, names, key="id"):
    try:
        record = DECODER.decode(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Fault(f"the line is not JSON: {error}") from None
    if not isinstance(record, dict) or not record.keys() <= names:
        raise Fault("an object of known fields is needed")
    if not isinstance(record.get(key), str) or not record[key]:
        raise Fault(f"`{key}` is missing")
    return record
