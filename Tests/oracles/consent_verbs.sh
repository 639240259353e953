#!/usr/bin/env bash
# Every consent verb in a row on a small site: what each enters, refuses and leaves with.
# Usage: consent_verbs.sh MEADOW      needs ssh-keygen
set -euo pipefail
meadow=$1
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
cd "$site"
count=0

fail() { echo "consent verbs: $1" >&2; exit 1; }

# expect STATUS PATTERN COMMAND…: the exit status, and a text that standard output or error must hold.
expect() {
  local status=$1 pattern=$2 got=0
  shift 2
  "$@" >said 2>&1 </dev/null || got=$?
  [ "$got" = "$status" ] || { cat said >&2; fail "left with $got, not $status: $*"; }
  grep -qF -- "$pattern" said || { cat said >&2; fail "does not say \`$pattern\`: $*"; }
  count=$((count + 1))
}

mkdir -p Content/communities
printf 'title: Insights\norganisation: Acme\n' > Content/site.yaml
cat > Content/communities/forum.md <<'M'
---
name: The Forum
kind: Forum
summary: A place.
basis: consent
origin: https://forum.example/
---
M
day="--as-of 2026-01-02"

# Nothing is there yet.
expect 0 "Nobody has allowed anything." "$meadow" consent show $day
expect 1 "there is no notice in \`en\`" "$meadow" consent notice --subject forum $day
expect 0 "May we list you?" "$meadow" consent notice
expect 0 "kept as Content/consent/notices/1.en.txt" "$meadow" consent notice --new
expect 0 "this is version 1 already; nothing was kept" "$meadow" consent notice --new
expect 0 "We agree: link, name, metrics, quotes for https://forum.example/ until 2027-01-02" \
  "$meadow" consent notice --subject forum $day
expect 0 "https://forum.example/.well-known/community-insights.txt" \
  "$meadow" consent notice --subject forum --scope link $day

# A yes, as the notice asks for it.
"$meadow" consent notice --subject forum --scope link,name $day \
  | sed -n 's/^    \(Site\|Scope\|Notice\|Granted\|Expires\|Canonical\)/\1/p' > answer.txt
expect 64 "a yes needs evidence" "$meadow" consent grant forum --role moderator $day
expect 64 "an answer is missing" "$meadow" consent grant forum --well-known answer.txt $day
expect 64 "unknown role \`staff\`" "$meadow" consent grant forum --well-known answer.txt --role staff $day
expect 64 "unknown scope \`lnk\`: did you mean \`link\`?" \
  "$meadow" consent grant forum --well-known answer.txt --role owner --scope lnk $day
expect 1 "it does not allow \`metrics\`" \
  "$meadow" consent grant forum --well-known answer.txt --role owner --scope link,metrics $day
expect 1 "it does not allow \`metrics\`" "$meadow" consent grant forum --well-known answer.txt \
  --role owner --scope link,metrics --by new --name "Ada" --contact ada@forum.example $day
expect 64 "--by new goes with --name" \
  "$meadow" consent grant forum --well-known answer.txt --role owner --by new $day
[ ! -e Content/consent/ledger.ndjson ] || fail "a refused grant left a ledger"
[ ! -e Content/consent/people.ndjson ] || fail "a refused grant left a name"
expect 0 "entered as line 1: grant of link, name by c-" \
  "$meadow" consent grant forum --well-known answer.txt --role moderator --by new --name "Ada" $day
grep -q "^whoever spoke is p-[0-9a-z]*; their details are in Content/consent/people.ndjson$" said \
  || fail "nobody is told the id of whoever spoke"
id=$(sed -n 's/.*its id is \(c-[0-9a-z]*\).*/\1/p' said)
sed -i "s/^basis: consent/basis: consent\nsubject: $id/" Content/communities/forum.md
grep -q Ada Content/consent/people.ndjson || fail "the details are not in the people file"
grep -q Ada Content/consent/ledger.ndjson && fail "the ledger holds a name"
expect 0 "We may link to them and call them by their name until" "$meadow" consent show $day
expect 0 "\"scope\": \"link\"" "$meadow" consent show --as json $day
expect 0 "1 event, chain and evidence hold" "$meadow" consent verify $day
expect 2 "something ends within 30 days" "$meadow" consent verify --as-of 2026-12-20
expect 1 "L010" "$meadow" consent show --as-of 2026-01-01

# A statement signed with the place's key, and with another one.
ssh-keygen -q -t ed25519 -N '' -C place -f key
ssh-keygen -q -t ed25519 -N '' -C other -f other
"$meadow" consent notice --subject forum --scope metrics $day \
  | sed -n 's/^    \(Site\|Scope\|Notice\|Granted\|Expires\)/\1/p' > statement.txt
ssh-keygen -q -Y sign -n community-insights -f key statement.txt 2>/dev/null
signed="--statement statement.txt --signature statement.txt.sig --key-url https://forum.example/key.pub"
expect 1 "the signature does not fit" \
  "$meadow" consent grant forum $signed --key other.pub --role owner $day
expect 1 "not at the place" "$meadow" consent grant forum --statement statement.txt \
  --signature statement.txt.sig --key key.pub --key-url https://else.example/key.pub --role owner $day
expect 0 "entered as line 2: grant of metrics by $id" \
  "$meadow" consent grant forum $signed --key key.pub --role owner $day
sed 's/metrics/quotes/' statement.txt > tampered.txt
expect 1 "the signature does not fit" "$meadow" consent grant forum --statement tampered.txt \
  --signature statement.txt.sig --key key.pub --key-url https://forum.example/key.pub --role owner $day
cp statement.txt misused.txt
ssh-keygen -q -Y sign -n git -f key misused.txt 2>/dev/null
expect 1 "the signature does not fit" "$meadow" consent grant forum --statement misused.txt \
  --signature misused.txt.sig --key key.pub --key-url https://forum.example/key.pub --role owner $day

# No, in every form; and yes again.
expect 0 "entered as line 3: suspend of name" "$meadow" consent suspend forum --scope name --as-of 2026-02-01
grep -qF "Out of reach are" said || fail "a no does not say what is out of reach"
expect 1 "was not suspended" \
  "$meadow" consent resume forum --scope link --well-known answer.txt --role owner --as-of 2026-02-02
expect 0 "entered as line 4: resume of name" \
  "$meadow" consent resume forum --well-known answer.txt --role owner --as-of 2026-02-02
sed 's/^Scope.*/Scope: link/; s/^Granted.*/Granted: 2026-06-01/; s/^Expires.*/Expires: 2027-06-01/' \
  answer.txt > again.txt
expect 0 "suspended, since the new capture does not allow it: name" \
  "$meadow" consent renew forum --well-known again.txt --as-of 2026-06-01
expect 0 "We may not call them by their name: it is suspended since" "$meadow" consent show --as-of 2026-06-02
expect 0 "entered as line 7: revoke of link, name, metrics, quotes" \
  "$meadow" consent revoke forum --as-of 2026-07-01
expect 0 "We may not link to them, call them by their name or publish figures about them: it was revoked on 2026-07-01" "$meadow" consent show --as-of 2026-07-01

# One place keeps its id, in whatever way it is written, and a no reaches every id of a place.
cat > Content/communities/club.md <<M
---
name: Club
kind: Forum
summary: A club.
basis: consent
origin: https://club.example
---
M
sed 's|^Site.*|Site: https://club.example|; s|^Canonical.*|Canonical: https://club.example/.well-known/community-insights.txt|' \
  answer.txt > club.txt
expect 0 "entered as line 8: grant of" \
  "$meadow" consent grant club --well-known club.txt --role moderator --as-of 2026-07-02
club=$(tail -1 Content/consent/ledger.ndjson | sed 's/.*"subject":"\([^"]*\)".*/\1/')
expect 0 "the place https://club.example is \`$club\` in the ledger" \
  "$meadow" consent grant club --well-known club.txt --role moderator --as-of 2026-07-03
expect 0 "entered as line 10: revoke of link, name, metrics, quotes for $club" \
  "$meadow" consent revoke http://www.club.example/ --as-of 2026-07-04

# A person.
cat > letter.txt <<M
Dear all,

I agree: expert, name for p-ada00001 until 2027-01-01, notice sha256:$(sha256sum Content/consent/notices/1.en.txt | cut -d' ' -f1).
M
expect 0 "entered as line 11: grant of name, expert by p-ada00001" \
  "$meadow" consent grant p-ada00001 --message letter.txt --name "Grace" --contact grace@forum.example --as-of 2026-08-01
grep -q Grace Content/consent/people.ndjson || fail "Grace is not in the people file"
expect 0 "erased: Content/consent/evidence/11.txt" "$meadow" consent erase p-ada00001 --as-of 2026-09-01
grep -rq Grace Content && fail "an erased person is still there"
expect 1 "the details of \`p-ada00001\` were erased" \
  "$meadow" consent grant p-ada00001 --message letter.txt --as-of 2026-09-02
expect 1 "a message does not show" "$meadow" consent grant forum --message letter.txt --role owner --as-of 2026-09-02

# Damage.
expect 0 "12 events, chain and evidence hold" "$meadow" consent verify --as-of 2026-10-01
cp Content/consent/ledger.ndjson whole
sed -i '$d' Content/consent/ledger.ndjson
expect 1 "L022" "$meadow" consent verify --as-of 2026-10-01
sed 's/"moderator"/"owner"/' whole > Content/consent/ledger.ndjson
expect 1 "L006" "$meadow" consent verify --as-of 2026-10-01
cp whole Content/consent/ledger.ndjson
mkdir -p Content/static && cp whole Content/static/innocent.txt
expect 1 "is a copy of the private file" "$meadow" build --as-of 2026-10-01
rm -r Content/static

# An import for a community that stands on consent.
mkdir -p slack/general slack/inner slack/D024BE91L
echo '[{"id":"C1","name":"general"}]' > slack/channels.json
echo '[{"id":"G1","name":"inner"}]' > slack/groups.json
echo '[{"id":"D024BE91L"}]' > slack/dms.json
for talk in general inner D024BE91L; do
  echo '[{"user":"U1","text":"hi","ts":"1514764800.000100"}]' > slack/$talk/2018-01-01.json
done
import="$meadow import slack slack --community forum --date 2026-10-01"
manifest=Content/snapshots/forum/2026-10-01/manifest.json
expect 1 "data given with consent cannot be imported with the demo's key" $import --demo-key
expect 0 "a direct message" $import --dry-run
sed -i "s/^origin:/staff: [U1\norigin:/" Content/communities/forum.md
expect 1 "Content/communities/forum.md:" $import
[ ! -e $manifest ] || fail "an import went on without the staff that the community's file names"
sed -i "s/^staff: .*/staff: [U1]/" Content/communities/forum.md
expect 0 "a direct message" $import
grep -q '"scope": "with_consent"' $manifest || fail "the scope of an import is not with_consent"
grep -q '"role":"staff"' Content/snapshots/forum/2026-10-01/members.ndjson || fail "staff is not known"
[ "$(wc -l < Content/snapshots/forum/2026-10-01/items.ndjson)" = 2 ] || fail "other than two items came"
sed -i "s/^basis: consent/basis: terms\nproof: https:\/\/forum.example\/terms/" Content/communities/forum.md
expect 0 "in a channel that is not public" $import --dry-run --demo-key
expect 0 "is not there: the data are taken to be public" "$meadow" import slack slack --dry-run \
  --community elsewhere --origin https://else.example --date 2026-10-01
echo "consent: $count commands enter, refuse and leave as they should"
