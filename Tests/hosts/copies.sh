#!/usr/bin/env bash
# A built site carried elsewhere as docs/publish/copying.md says: a plain server, rsync, rclone.
# usage: copies.sh SITE REPOSITORY      needs one or more of python3 with curl, rsync, rclone
set -u
site=$1 repository=$2
work=$(mktemp -d)
server_pid=
stop() { if [ -n "$server_pid" ]; then kill "$server_pid" 2>/dev/null; wait "$server_pid" 2>/dev/null; server_pid=; fi; }
trap 'stop; rm -rf "$work"' EXIT
failures=0
fail() { echo "$*"; failures=$((failures + 1)); }
same() { diff -r --exclude=.meadow-manifest --exclude=notes.txt "$1" "$2" >/dev/null || fail "$3: the copy differs"; }

if command -v python3 >/dev/null && command -v curl >/dev/null; then
  python3 -m http.server 8392 --bind 127.0.0.1 --directory "$site" >/dev/null 2>&1 & server_pid=$!
  for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:8392/ && break; sleep 0.1; done
  for path in / /method/ /before/; do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:8392$path")" = 200 ] ||
      fail "plain server: no answer for $path"
  done
  stop
  echo "plain server: checked"
else echo "skipped: plain server (python3, curl)"; fi

if command -v rsync >/dev/null; then
  mkdir -p "$work/rsync"
  echo "ours" > "$work/rsync/notes.txt"
  cat > "$work/rsyncd.conf" <<CONF
use chroot = no
pid file = $work/rsyncd.pid
[insights]
path = $work/rsync
read only = no
uid = $(id -u)
gid = $(id -g)
CONF
  rsync --daemon --no-detach --port 8393 --address 127.0.0.1 --config "$work/rsyncd.conf" & server_pid=$!
  for _ in $(seq 50); do rsync rsync://127.0.0.1:8393/ >/dev/null 2>&1 && break; sleep 0.1; done
  to=rsync://127.0.0.1:8393/insights/
  "$repository/docs/publish/rsync.sh" "$site" "$to" || fail "rsync: the first copy failed"
  same "$site" "$work/rsync" rsync
  touch "$site/index.html"
  rm "$work/rsync/method/index.html"
  echo old > "$work/rsync/method/stale.html"
  "$repository/docs/publish/rsync.sh" "$site" "$to" || fail "rsync: the second copy failed"
  same "$site" "$work/rsync" "rsync, again"
  [ -f "$work/rsync/notes.txt" ] && fail "rsync: --delete keeps what is not of the site, and the guide says otherwise"
  stop
  echo "rsync: checked"
else echo "skipped: rsync (apt-get install rsync)"; fi

if command -v rclone >/dev/null; then
  export RCLONE_CONFIG=$work/rclone.conf
  rclone config create host alias remote="$work/rclone" >/dev/null 2>&1
  mkdir -p "$work/rclone"
  "$repository/docs/publish/rclone.sh" "$site" host: || fail "rclone: the first copy failed"
  same "$site" "$work/rclone" rclone
  # Of two files that changed, only those on the list travel.
  printf 'index.html\nmethod/index.html\n' > "$work/changed"
  rm -f "$work/rclone/index.html" "$work/rclone/style.css"
  printf 'old.html\n' > "$work/removed"
  echo old > "$work/rclone/old.html"
  "$repository/docs/publish/rclone.sh" "$site" host: "$work/changed" "$work/removed" || fail "rclone: the list failed"
  [ -f "$work/rclone/index.html" ] || fail "rclone: a listed file did not travel"
  [ -f "$work/rclone/style.css" ] && fail "rclone: an unlisted file travelled"
  [ -f "$work/rclone/old.html" ] && fail "rclone: a removed file stayed"
  [ -f "$work/rclone/404.html" ] || fail "rclone: a file that nobody removed is gone"
  echo "rclone: checked"
else echo "skipped: rclone (apt-get install rclone)"; fi
exit $((failures > 0))
