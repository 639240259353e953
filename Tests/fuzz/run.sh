#!/bin/bash
# Feeds the template engine with bytes of libFuzzer's: Tests/fuzz/run.sh MINUTES [load|render]...
# Needs a Swift toolchain with the sanitizers' libraries (Linux). What is found lies in
# .build/fuzz/findings; what is mended belongs into Tests/TemplatingTests.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:?"usage: Tests/fuzz/run.sh MINUTES [load|render]..."}
shift
# libFuzzer takes 0 seconds for no end at all.
if ! [[ $minutes =~ ^[1-9][0-9]*$ ]]; then
  echo "MINUTES must be a whole number above 0, not \`$minutes\`" >&2
  exit 64
fi
targets=${*:-load render}
out=.build/fuzz
flags=(-swift-version 6 -package-name meadow -O -sanitize=fuzzer,address -parse-as-library -I "$out"
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility)
mkdir -p "$out/findings"

room() {
  swiftc "${flags[@]}" -wmo -emit-module -emit-module-path "$out/$1.swiftmodule" -emit-object \
    -module-name "$1" -o "$out/$1.o" $(find "Sources/$1" -name '*.swift' | sort)
}
room Basics
room Templating

for target in $targets; do
  case $target in
    load) main=LoadTemplates ;;
    render) main=RenderTemplates ;;
    *) echo "no such target: $target"; exit 64 ;;
  esac
  swiftc "${flags[@]}" -module-name "$main" -o "$out/$target" \
    "Tests/fuzz/$main.swift" Tests/fuzz/FuzzInput.swift "$out/Basics.o" "$out/Templating.o" \
    2> >(grep -v "Cannot export local symbol" >&2)
  mkdir -p "$out/corpus-$target"
  for template in Templates/*.html; do
    { printf '\0'; cat "$template"; } >"$out/corpus-$target/$(basename "$template")"
  done
  "$out/$target" -max_total_time=$((minutes * 60)) -max_len=2048 -timeout=20 -rss_limit_mb=4096 \
    -dict=Tests/fuzz/dictionary.txt -artifact_prefix="$out/findings/$target-" \
    -print_final_stats=1 "$out/corpus-$target" 2>&1 | tee "$out/$target.log" | tail -25
done
