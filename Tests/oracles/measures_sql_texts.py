"""What the texts of a snapshot say, found without the Swift: codes, jobs, links and words as tables.

Phrases by codex_twin.py, links and words by the rules on the method pages.
"""
import re

import codex_twin as twin
import meadow_sql as sql

TABLES = {
    "mark": [("item", "STRING"), ("code", "STRING"), ("human", "BOOLEAN")],
    "job_match": [("item", "STRING"), ("job", "STRING")],
    "link": [("item", "STRING"), ("domain", "STRING"), ("page", "STRING"), ("kind", "STRING")],
    "word": [("item", "STRING"), ("word", "STRING")],
}


def no_texts(engine):
    for name, columns in TABLES.items():
        engine.table(name, columns, [])


def read_texts(engine, manifest, inputs, end):
    """Makes the tables; the codes that items bring along."""
    matcher = twin.Matcher(inputs)
    jobs = twin.Matcher({"codes": sql.jobs_of(inputs, manifest["community"])})
    own = link_of(re.sub("^https?://", "", manifest["origin"]))
    own = own and own[0]
    first, stop = sql.compared_days(end)
    found = {name: [] for name in TABLES}
    for row in engine.rows("""
            SELECT i.id, i.name, i.content, i.mediaType, i.language, i.codes, i.t
            FROM latest i LEFT JOIN source_member m ON m.id = i.author
            WHERE i.deleted IS NULL AND i.type NOT IN ('system', 'boost')
              AND coalesce(m.kind, 'person') = 'person' ORDER BY i.id"""):
        item, name, content, media = row["id"], row["name"], row["content"], row["mediaType"]
        human = {mark["code"] for mark in row["codes"] or [] if mark["by"] == "human"}
        if human:
            found["mark"] += [(item, code, True) for code in sorted(human)]
        else:
            given = {mark["code"] for mark in row["codes"] or []}
            given |= set(twin.codes_of(matcher, name, content, media, row["language"]))
            found["mark"] += [(item, code, False) for code in sorted(given)]
        found["job_match"] += [
            (item, job) for job in twin.codes_of(jobs, name, content, media, row["language"])]
        for domain, page in {link_of(body) for body in ADDRESS.findall(content or "")} - {None}:
            if domain != own:
                found["link"].append((item, domain, page, media_kind(domain, page, inputs["media"])))
        if first <= row["t"] // 86400 < stop:
            words = set(term_words(name or "")) | set(term_words(twin.prose(content or "", media)))
            found["word"] += [(item, word) for word in words]
    for name, columns in TABLES.items():
        engine.table(name, columns, found[name])
    return {row["code"] for row in engine.rows("SELECT DISTINCT unnest(codes).code AS code FROM latest")}


ADDRESS = re.compile(r"https?://([^\x00-\x20\"<>)\]`{}|\\^'*]*)")


def link_of(body):
    body = body.rstrip(".,;:!?_")
    host = re.split(r"[/?#&:]", body)[0]
    rest = body[len(host):]
    domain = host.split("@")[-1].encode().lower().decode()
    if not re.fullmatch(r"(?:[a-z0-9.-]|[^\x00-\x7f])+", domain):
        return None
    domain = domain[4:] if domain.startswith("www.") else domain
    if "." not in domain or domain[0] == "." or domain[-1] == ".":
        return None
    if rest.startswith(":"):
        rest = re.sub(r"^[^/?#&]*", "", rest)
    return domain, domain + re.split(r"[?#&]", rest)[0].rstrip("/")


def media_kind(domain, page, media):
    fits = [asset for asset in media
            if page == asset["address"] or page.startswith(asset["address"] + "/")
            or ("/" not in asset["address"] and domain.endswith("." + asset["address"]))]
    longest = sorted(fits, key=lambda asset: (-len(asset["address"].encode()), asset["address"]))
    return longest[0]["kind"] if longest else "unclassed"


def term_words(text):
    for token in words(re.sub(r"@[^\x00-\x20]*", " ", text)):
        if 3 <= len(token) <= 40 and any(c not in "0123456789" for c in token):
            yield token


def words(text):
    current = ""
    for c in text:
        kind, _ = twin.symbol(c)
        if kind == "nothing":
            continue
        if kind == "word":
            narrow = chr(ord(c) - 0xFEE0) if "\uff10" <= c <= "\uff5a" else c
            current += "".join(x for x in narrow.lower() if not twin.within(ord(x), twin.DROPPED))
            continue
        if current:
            yield current
        current = ""
    if current:
        yield current
