#!/bin/bash
# Fault injection over `meadow build`: run.sh MEADOW SITE
#
# MEADOW is the program, SITE a small site to build; it is copied, never touched. The new edition
# has one page more, one page changed and one that is gone.
set -eu
[ $# -eq 2 ] || { echo "usage: run.sh MEADOW SITE" >&2; exit 64; }
MEADOW=$(realpath "$1")
SOURCE=$(realpath "$2")
export MEADOW SOURCE

# Every step must succeed, so that a fault in one of the shell's own is not taken for the program's.
page() {
  printf 'mkdir -p "$SITE/Content/pages" && printf -- "---\\ntitle: %s\\n---\\n\\n%s\\n" %s && ' \
    "$1" "$2" "> \"\$SITE/Content/pages/$3.md\""
}
build='exec "$MEADOW" build --site "$SITE" --as-of 2026-11-10 --quiet'
old="$(page Changing "What it said before." fault-changing)$(page Going Gone. fault-going)$build"
new="$(page Changing "What it says now." fault-changing)$(page Coming Come. fault-coming)"
new+="rm -f \"\$SITE/Content/pages/fault-going.md\" && $build"

PREPARE='for part in Content Templates; do
  [ ! -d "$SOURCE/$part" ] || cp -r "$SOURCE/$part" "$SITE/"
done' exec "$(dirname "$0")/publish_faults.sh" "$old" "$new"
