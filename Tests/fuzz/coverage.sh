#!/bin/bash
# How much of our own parsers the corpus of each fuzzing target reaches: Tests/fuzz/coverage.sh TARGET...
# Needs targets made by Tests/fuzz/run.sh, and llvm-profdata and llvm-cov of the Swift toolchain.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=.build/fuzz
tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
[ -x "$tools/llvm-cov" ] || { echo "skipped: coverage (llvm-cov of the Swift toolchain)"; exit 0; }
for target in "$@"; do
  name="*.swift"
  case $target in
    load | render | contexts) room=Templating ;;
    markdown) room=MarkdownHTML ;;
    frontmatter) room=MarkdownHTML name="*YAML*.swift" ;;
    snapshots) room=CommunityData ;;
    ledger) room=LinkDirectory ;;
    check) room=OpenWeb ;;
    *) continue ;;
  esac
  # Each input of the corpus once more, so that a run that ended by a finding counts too.
  ASAN_OPTIONS=detect_leaks=0 LLVM_PROFILE_FILE=$out/$target.profraw SWIFT_BACKTRACE=enable=no \
    "$out/$target" -runs=0 "$out/corpus-$target" >/dev/null 2>&1 || true
  "$tools/llvm-profdata" merge -sparse "$out/$target.profraw" -o "$out/$target.profdata"
  "$tools/llvm-cov" report "$out/$target" -instr-profile "$out/$target.profdata" \
    $(find "Sources/$room" -name "$name" | sort) >"$out/$target.coverage"
  # The columns of llvm-cov: regions, missed, cover; functions, missed, executed; lines, missed, cover.
  awk -v target="$target" -v room="$room" '$1 == "TOTAL" {
    printf "%-12s %-14s %s of the functions, %s of the lines\n", target, room, $7, $10 }' \
    "$out/$target.coverage"
done
