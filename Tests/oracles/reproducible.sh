#!/bin/bash
# Builds a site twice under different circumstances and compares every byte, then builds it again
# and checks that nothing is touched: reproducible.sh MEADOW SITE
#
# The circumstances: time zone, language, umask, path, number of cores, order and times of the
# files, home folder, terminal, hash seeds of the process (never the same twice). Where there are
# faketime and disorderfs, also the clock, years before and after, and the order in which the disk
# lists its folders.
set -eu
[ $# -eq 2 ] || { echo "usage: reproducible.sh MEADOW SITE" >&2; exit 64; }
meadow=$(realpath "$1")
source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# Copies what a build reads into $1, file by file in the order that `sort $2` gives.
copy_site() {
  mkdir -p "$1"
  (cd "$source" && find Content Templates -type f 2>/dev/null | LC_ALL=C sort $2 || true) |
    while IFS= read -r name; do
      mkdir -p "$1/$(dirname "$name")"
      cp "$source/$name" "$1/$name"
    done
}

fail() {
  echo "FAILED: $*" >&2
  status=1
}

# What a touched file would change.
state() { (cd "$1" && find Output -printf '%p %T@ %C@ %i %m\n' | LC_ALL=C sort); }

first=$work/a
second="$work/Zweite Fassung (ü)/site"
copy_site "$first" ""
copy_site "$second" -r
find "$second" -type f -exec touch -d 1999-12-31T23:59:59 {} +

(umask 022 && cd / && env -i PATH="$PATH" HOME=/nonexistent TZ=UTC LC_ALL=C TERM=dumb NO_COLOR=1 \
  taskset -c 0 "$meadow" build --site "$first" --as-of 2026-11-10 --quiet)
(umask 077 && cd "$second" && env TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 \
  TERM=xterm-256color "$meadow" build --as-of 2026-11-10 --quiet)
diff -r "$first/Output" "$second/Output" || fail "two builds of one site differ"

# The same by another clock: what a build is made for is said by --as-of alone.
if command -v faketime >/dev/null; then
  for moment in "2019-02-28 23:59:58" "2041-07-01 00:00:00"; do
    third=$work/clock-${moment%%-*}
    copy_site "$third" ""
    TZ=America/Los_Angeles faketime "$moment" \
      "$meadow" build --site "$third" --as-of 2026-11-10 --quiet
    diff -r "$first/Output" "$third/Output" || fail "a build differs when the clock says $moment"
  done
else
  echo "skipped: another clock (apt-get install faketime)"
fi

# Folders listed backwards, and anyhow.
if command -v disorderfs >/dev/null && [ -e /dev/fuse ]; then
  copy_site "$work/listed/site" ""
  for order in --sort-dirents=yes\ --reverse-dirents=yes --shuffle-dirents=yes; do
    mkdir -p "$work/disordered"
    # shellcheck disable=SC2086 — two options
    disorderfs $order "$work/listed" "$work/disordered" >/dev/null || { echo "skipped: disorderfs does not mount"; break; }
    rm -rf "$work/listed/site/Output" "$work/listed/site/.meadow"
    "$meadow" build --site "$work/disordered/site" --as-of 2026-11-10 --quiet ||
      fail "a build fails when folders are listed by $order"
    fusermount -u "$work/disordered" 2>/dev/null || umount "$work/disordered"
    diff -r "$first/Output" "$work/listed/site/Output" ||
      fail "a build differs when folders are listed by $order"
  done
else
  echo "skipped: another order of folders (apt-get install disorderfs, and /dev/fuse)"
fi

# The built files may not tell where or when they were built.
if grep -rlF "$work" "$first/Output" "$second/Output"; then
  fail "these files tell the path they were built in"
fi

before=$(state "$first")
said=$("$meadow" build --site "$first" --as-of 2026-11-10 2>&1)
[ "$before" = "$(state "$first")" ] || fail "a second build touches files"
grep -q '0 files changed' <<< "$said" || fail "a second build says: $said"

# The same without the records that make the second build quick.
rm -rf "$first/.meadow"
said=$("$meadow" build --site "$first" --as-of 2026-11-10 2>&1)
[ "$before" = "$(state "$first")" ] || fail "a full second build touches files"
grep -q '0 files changed' <<< "$said" || fail "a full second build says: $said"

[ "$status" -ne 0 ] || echo "the same bytes, and nothing touched twice"
exit "$status"
