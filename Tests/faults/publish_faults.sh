#!/bin/bash
# Kills or fails a publication at every system call that touches the disk and checks what is left:
# the old or the new site, whole; and that the next run puts the new site there, whatever was left.
#
#   publish_faults.sh 'OLD COMMAND' 'NEW COMMAND'
#
# Each command publishes an edition to "$SITE/Output", where SITE is a folder made by this script;
# the two editions differ. A PREPARE command, if given in the environment, fills a new $SITE first.
#   PREPARE='cp -r Sites/small/. "$SITE"' Tests/faults/publish_faults.sh \
#     'meadow build --site "$SITE" --quiet' \
#     'echo more >> "$SITE/Content/pages/about.md"; exec meadow build --site "$SITE" --quiet'
#
# Every command is run a second time with renameat2 refused, so that it goes file by file under its
# journal. Needs strace and the right to trace. DENSE (default 40) is the number of first calls of a
# kind that are all tried; later ones are tried at growing distances.
set -u
[ $# -eq 2 ] || { sed -n '2,15s/^# \{0,1\}//p' "$0"; exit 64; }
old_command=$1
new_command=$2
prepare=${PREPARE:-true}
dense=${DENSE:-40}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=0
failures=0

killed_at="write pwrite64 mkdirat linkat renameat renameat2 unlinkat fsync syncfs ftruncate fchmod
  getdents64 close"
failed_with="write:ENOSPC write:EIO mkdirat:ENOSPC mkdirat:EACCES linkat:EMLINK linkat:ENOSPC
  renameat:EIO renameat2:EIO renameat2:EINVAL unlinkat:EIO fsync:EIO syncfs:ENOSPC
  getdents64:EIO fchmod:EPERM newfstatat:EIO"

# The edition in $1: a checksum and a path a line. Meadow's own records are no part of it.
edition() {
  [ -d "$1/Output" ] || return 0
  (cd "$1/Output" && find . -type f ! -path './.meadow-next/*' ! -name .meadow-manifest -print0 |
    sort -z | xargs -0 -r sha256sum)
}

# A fresh site with the old edition.
fresh() {
  SITE=$work/site
  export SITE
  rm -rf "$SITE"
  cp -a "$work/pattern" "$SITE"
}

tell() {
  failures=$((failures + 1))
  echo "FAILED $label: $*" >&2
}

# Whether the site holds one edition, or is being replaced file by file under a journal.
check_after_fault() {
  edition "$SITE" > "$work/now"
  cmp -s "$work/now" "$work/old" && return
  cmp -s "$work/now" "$work/new" && return
  if [ -f "$SITE/Output/.meadow-next/journal" ]; then
    sort -u "$work/old" "$work/new" > "$work/either"
    [ -z "$(sort "$work/now" | comm -23 - "$work/either")" ] || tell "a file is not whole"
  else
    tell "neither the old nor the new site"
  fi
}

check_next_run() {
  sh -c "$new_command" > "$work/log" 2>&1 || tell "the next run failed: $(cat "$work/log")"
  edition "$SITE" > "$work/now"
  cmp -s "$work/now" "$work/new" || tell "the next run does not give the new site"
  local left
  left=$(find "$SITE" -name '.*.next' -o -name .meadow-next)
  [ -z "$left" ] || tell "the next run leaves $left"
}

# Runs the new command with an injection; its exit status is left in $status.
inject() {
  fresh
  # In braces, so that the shell's own word on a killed child goes to the log too.
  { strace -f -qq -o "$work/trace" "$@" sh -c "$new_command"; } > "$work/log" 2>&1
  status=$?
  runs=$((runs + 1))
  check_after_fault
  [ "$status" -ne 0 ] || cmp -s "$work/now" "$work/new" || tell "said 0 without publishing"
  check_next_run
}

next_count() {
  if [ "$1" -lt "$dense" ]; then echo $(($1 + 1)); else echo $(($1 + 1 + $1 / 4)); fi
}

# Tries every call of a kind until there are no more of them.
#   try LABEL CALL FAULT [EXTRA INJECTION…]
try() {
  local call=$2 fault=$3 count=1
  local what=$1
  shift 3
  while :; do
    label="$what, call $count"
    inject -e trace="$call,renameat2" "$@" -e inject="$call:$fault:when=$count"
    # A kill shows in the status, an error in the trace.
    grep -qE "INJECTED|killed by SIGKILL" <(grep -E "$call\(.*INJECTED|killed" "$work/trace") ||
      break
    count=$(next_count "$count")
  done
  printf '%-44s %4d calls\n' "$what" "$((count - 1))"
}

SITE=$work/pattern
export SITE
mkdir "$SITE"
sh -c "$prepare" && sh -c "$old_command" > "$work/log" 2>&1 ||
  { cat "$work/log" >&2; echo "the old command fails by itself" >&2; exit 1; }
edition "$SITE" > "$work/old"
fresh
sh -c "$new_command" > "$work/log" 2>&1 ||
  { cat "$work/log" >&2; echo "the new command fails by itself" >&2; exit 1; }
edition "$SITE" > "$work/new"
cmp -s "$work/old" "$work/new" && { echo "the two editions are the same" >&2; exit 1; }

no_exchange=(-e inject=renameat2:error=EINVAL)
for call in $killed_at; do
  try "killed at $call" "$call" signal=KILL
  [ "$call" = renameat2 ] || try "killed at $call, no exchange" "$call" signal=KILL "${no_exchange[@]}"
done
for pair in $failed_with; do
  call=${pair%:*}
  error=${pair#*:}
  try "$call fails with $error" "$call" "error=$error"
  [ "$call" = renameat2 ] ||
    try "$call fails with $error, no exchange" "$call" "error=$error" "${no_exchange[@]}"
done

# Many at once: each either publishes or says that it may not (73), and the site is whole.
label="eight at once"
fresh
for number in 1 2 3 4 5 6 7 8; do
  (sh -c "$new_command" > /dev/null 2>&1; echo $? > "$work/status.$number") &
done
wait
cat "$work"/status.* | sort | uniq -c > "$work/statuses"
grep -qvE ' (0|73)$' "$work/statuses" && tell "statuses $(tr '\n' ' ' < "$work/statuses")"
grep -qE ' 0$' "$work/statuses" || tell "nobody could publish"
check_after_fault
check_next_run
runs=$((runs + 8))

echo "$runs runs, $failures failures"
[ "$failures" -eq 0 ]
