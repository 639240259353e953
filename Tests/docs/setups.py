"""What lies in the scratch folder of each page before its first snippet: invented exports, mostly."""


import json
import zipfile


def slack_export(_, to):
    """One channel on one day of 2016: the importers' own fixture is younger than the page's example."""
    said = [{"type": "message", "user": user, "text": text, "ts": f"1456826{number}00.000200"}
            for number, (user, text) in enumerate([("U1", "How do I begin?"), ("U2", "<@U1> With a cup of tea.")])]
    files = {
        "channels.json": [{"id": "C1", "name": "general", "created": 1456790400, "members": ["U1", "U2"]}],
        "users.json": [{"id": "U1", "name": "ann"}, {"id": "U2", "name": "bo"}], "general/2016-03-01.json": said,
    }
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, json.dumps(content))


def SETUPS(exports, packed, zstd, written, site, files, tutorial, demonstration):
    def own_table(_, to):
        written("id,author,published,content\n1,ann,2026-10-01T10:00:00Z,Hello\n2,bo,2026-10-01T11:00:00Z,Welcome\n")(_, to)
    columns = written("columns: {id: id, attributedTo: author, published: published, content: content}\n")
    return {
        "docs/importers/csv.md": [site("club"), exports(**{"messages.csv": own_table, "columns.yaml": columns})],
        "docs/importers/discord.md": [site("guild-chat"), exports(exports="discord")],
        "docs/importers/discourse.md": [site("our-forum"), exports(**{"topics.tar.gz": packed("discourse", "tar.gz")})],
        "docs/importers/feed.md": [site("planet"), exports(**{"planet.atom": "feed/atom.xml", "comments.rss": "feed/latin.rss"})],
        "docs/importers/github.md": [site("our-project"), exports(**{
            "issues.json": "github-rest/issues.json", "comments.json": "github-rest/comments.json"})],
        "docs/importers/gitter.md": [site("freecodecamp"), exports(**{"gitter-freecodecamp.tar.gz": "gitter.tar.gz"})],
        "docs/importers/irc.md": [site("club"), exports(**{"logs": "irc/logs"})],
        "docs/importers/lemmy.md": [site("our-lemmy"), exports(**{
            "posts.json": "lemmy/posts.json", "comments.json": "lemmy/comments.json"})],
        "docs/importers/mastodon.md": [site("our-mastodon"), exports(**{
            "archive-20240723.tar.gz": packed("mastodon", "tar.gz")})],
        "docs/importers/mattermost.md": [site("our-mattermost"), exports(**{
            "bulk-export.zip": packed("mattermost", "zip")})],
        "docs/importers/mbox.md": [site("r-devel"), exports(**{"lists/r-devel": "mbox/club.mbox"})],
        "docs/importers/ndjson.md": [site("club"), exports(**{"messages.ndjson.zst": zstd("ndjson/talk.ndjson", when="sent_at")})],
        "docs/importers/perceval.md": [site("our-tools"), exports(**{
            "discourse.json": "perceval/items.json", "gitlab.json": "perceval/items.json"})],
        "docs/importers/reddit.md": [site("our-subreddit"), exports(**{
            "RS_2012-11.zst": zstd("reddit/submissions.ndjson", club="oursubreddit"),
            "RC_2012-11.zst": zstd("reddit/comments.ndjson", club="oursubreddit")})],
        "docs/importers/slack.md": [site("our-slack"), exports(**{"slack-export.zip": slack_export})],
        "docs/importers/stackexchange.md": [site("history-meta"), exports(**{"dumps/history.meta": "stackexchange"})],
        "docs/importers/zulip.md": [site("julia-zulip"), exports(zulip_json="zulip")],
        "docs/measuring.md": [demonstration],
        "docs/queries.md": [demonstration],
        "docs/search.md": [demonstration],
        "docs/refresh.md": [tutorial(until="tea-october --community")],
        "docs/briefs.md": [tutorial(until="meadow edition seal 2026-10-10")],
        "docs/addresses.md": [site(), files(**{
            "Content/pages/successor.md": "---\ntitle: The successor\n---\n\nText.\n"})],
        "docs/languages.md": [site()],
        "docs/theme.md": [site()],
    }
