#!/bin/bash
# Feeds our own parsers with bytes of libFuzzer's: Tests/fuzz/run.sh MINUTES [TARGET]...
# Needs a debug build (`swift build`), whose objects of other people's rooms are linked, and a Swift
# toolchain with the sanitizers' libraries (Linux). What is found lies in .build/fuzz/findings; what is
# mended belongs into the fixtures of its room. Says at the end how much of each room was reached.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:?"usage: Tests/fuzz/run.sh MINUTES [TARGET]..."}
shift
# libFuzzer takes 0 seconds for no end at all.
if ! [[ $minutes =~ ^[1-9][0-9]*$ ]]; then
  echo "MINUTES must be a whole number above 0, not \`$minutes\`" >&2
  exit 64
fi
targets=${*:-load render contexts markdown frontmatter snapshots ledger check}
out=.build/fuzz
built=$(cd .build/debug && pwd -P)
mkdir -p "$out/findings"

flags=(-swift-version 6 -package-name meadow -O -sanitize=fuzzer,address -parse-as-library -I "$out"
  -profile-generate -profile-coverage-mapping
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility)
maps=(-Xcc -fmodule-map-file=Sources/CArchive/module.modulemap
  -Xcc -fmodule-map-file=Sources/CMark/module.modulemap
  -Xcc -fmodule-map-file="$built/CArena.build/module.modulemap"
  -Xcc -fmodule-map-file="$built/CSimdjson.build/module.modulemap"
  -Xcc -ISources/CArena/include -Xcc -ISources/CSimdjson/include)
for map in .build/checkouts/swift-crypto/Sources/*/include/module.modulemap \
  .build/checkouts/Yams/Sources/*/include/module.modulemap; do
  maps+=(-Xcc "-fmodule-map-file=$map")
done
# Other people's Swift modules by themselves, so that none of ours is found where it is not instrumented.
mkdir -p "$out/modules"
for module in Crypto CryptoBoringWrapper Yams; do
  cp -f "$built/Modules/$module.swiftmodule" "$out/modules/"
done

# Rooms come as the table of the architecture has them, each after those it stands on.
room() {
  [ -e "$out/.made-$1" ] && return
  # What the package embeds in a room is a file of its own.
  local embedded="$built/$1.build/DerivedSources/embedded_resources.swift"
  [ -e "$embedded" ] || embedded=""
  swiftc "${flags[@]}" "${maps[@]}" -I "$out/modules" -wmo -emit-module \
    -emit-module-path "$out/$1.swiftmodule" -emit-object -module-name "$1" -o "$out/$1.o" \
    $(find "${2:-Sources/$1}" -name '*.swift' | sort) $embedded
  : >"$out/.made-$1"
}
# What a room brings of others' objects.
objects_of() { find "$built/$1.build" -name '*.o'; }
crypto="Crypto CryptoBoringWrapper CCryptoBoringSSL CCryptoBoringSSLShims CXKCP CXKCPShims"

rm -f "$out"/.made-*
for target in $targets; do
  rooms="Basics" others="" libraries="" extra=""
  case $target in
    load) main=LoadTemplates rooms+=" Templating" extra=Tests/fuzz/FuzzInput.swift ;;
    render) main=RenderTemplates rooms+=" Templating" extra=Tests/fuzz/FuzzInput.swift ;;
    contexts) main=FillContexts rooms+=" Templating JSONText OpenWeb" others=CSimdjson ;;
    markdown)
      main=RenderPages rooms+=" MarkdownHTML" others="CArena Yams CYaml" libraries=-lcmark
      extra="Tests/MarkdownHTMLTests/HTMLScanner.swift Tests/fuzz/FilledPage.swift"
      ;;
    frontmatter)
      main=ReadFrontMatter rooms+=" MarkdownHTML" others="CArena Yams CYaml" libraries=-lcmark
      ;;
    snapshots)
      main=ReadSnapshots rooms+=" JSONText CommunityData TestSupport"
      others="CSimdjson $crypto" libraries=-larchive
      ;;
    ledger) main=ReadLedgers rooms+=" JSONText LinkDirectory TestSupport" others="CSimdjson $crypto" ;;
    check) main=CheckPages rooms+=" JSONText OpenWeb" others=CSimdjson ;;
    *)
      echo "no such target: $target"
      exit 64
      ;;
  esac
  objects=()
  for name in $rooms; do
    if [ "$name" = TestSupport ]; then room TestSupport Tests/TestSupport; else room "$name"; fi
    objects+=("$out/$name.o")
  done
  for name in $others; do
    while IFS= read -r object; do objects+=("$object"); done < <(objects_of "$name")
    [ "$name" != CSimdjson ] || libraries+=" -lsimdjson -lstdc++"
  done
  # shellcheck disable=SC2086 — lists of names
  swiftc "${flags[@]}" "${maps[@]}" -I "$out/modules" -module-name "$main" -o "$out/$target" \
    "Tests/fuzz/$main.swift" $extra "${objects[@]}" $libraries \
    2> >(grep -v "Cannot export local symbol" >&2)
done

run() {
  local target=$1 corpus=$out/corpus-$1 words=Tests/fuzz/dictionaries/$1.txt seeds seed name option
  mkdir -p "$corpus"
  case $target in
    load | render | contexts) seeds=(Templates/*.html) words=Tests/fuzz/dictionary.txt ;;
    markdown | frontmatter)
      seeds=(Content/insights/*.md Content/pages/*.md Tests/fuzz/seeds/"$target"/*
        Tests/MarkdownHTMLTests/Fixtures/hostile/*.md)
      ;;
    *) seeds=(Tests/fuzz/seeds/"$target"/*) ;;
  esac
  # The first byte of an input is an option; a seed's name may begin with it: `1-members`.
  for seed in "${seeds[@]}"; do
    name=$(basename "$seed")
    option=0
    case $name in [0-9]-*) option=${name%%-*} ;; esac
    if [ "$target" = frontmatter ]; then
      cp "$seed" "$corpus/$name"
    else
      { printf "\\$option" && cat "$seed"; } >"$corpus/$name"
    fi
  done
  # The leak checker would end a run at the first syntax tree that it takes for lost; docs/fuzzing.md
  # tells of them.
  ASAN_OPTIONS=detect_leaks=0 LLVM_PROFILE_FILE=$out/$target.profraw SWIFT_BACKTRACE=enable=no \
    "$out/$target" -max_total_time=$((minutes * 60)) -max_len="${MAX_LEN:-2048}" -timeout=20 -rss_limit_mb=4096 \
    -dict="$words" -artifact_prefix="$out/findings/$target-" \
    -print_final_stats=1 "$corpus" >"$out/$target.log" 2>&1 || echo "FOUND by $target:"
  tail -25 "$out/$target.log" |
    grep -E "stat::number_of_executed|Test unit written|ERROR|Fatal|SUMMARY" | sed "s/^/$target: /"
}

# JOBS at a time.
count=0
for target in $targets; do
  [ $((count++)) -lt "${JOBS:-1}" ] || wait -n || true
  run "$target" &
done
wait

Tests/fuzz/coverage.sh $targets
