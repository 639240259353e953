#!/bin/bash
# Feeds the readers of exports with bytes of libFuzzer's:
# Tests/fuzz/run-importers.sh MINUTES [mail|xml|tsv|json]...
# Needs a debug build (`swift build`), whose objects of the other rooms are linked, and a Swift
# toolchain with the sanitizers' libraries (Linux). What is found lies in .build/fuzz/findings; what is
# mended belongs into Tests/ImportersTests.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:?minutes}
shift
targets=${*:-mail xml tsv json}
out=.build/fuzz
built=$(cd .build/debug && pwd -P)
mkdir -p "$out/findings"
maps=(-Xcc -fmodule-map-file=Sources/CArchive/module.modulemap
  -Xcc -fmodule-map-file=Sources/CXML2/module.modulemap
  -Xcc -fmodule-map-file="$built/CGMime.build/module.modulemap"
  -Xcc -fmodule-map-file="$built/CFileSystem.build/module.modulemap"
  -Xcc -fmodule-map-file="$built/CSimdjson.build/module.modulemap"
  -Xcc -ISources/CGMime/include -Xcc -ISources/CFileSystem/include -Xcc -ISources/CSimdjson/include
  -Xcc -I/usr/include/libxml2)
for map in .build/checkouts/swift-crypto/Sources/*/include/module.modulemap; do
  maps+=(-Xcc "-fmodule-map-file=$map")
done
objects=()
for room in Basics JSONText CommunityData CGMime CFileSystem CSimdjson Crypto CryptoBoringWrapper \
  CCryptoBoringSSL CCryptoBoringSSLShims CXKCP CXKCPShims; do
  while IFS= read -r object; do objects+=("$object"); done \
    < <(find "$built/$room.build" -name '*.o' 2>/dev/null)
done
swiftc -swift-version 6 -package-name main -module-name Importers -parse-as-library -wmo -Onone -g \
  -sanitize=fuzzer,address -I "$built/Modules" "${maps[@]}" \
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
  -enable-upcoming-feature MemberImportVisibility \
  $(find Sources/Importers -name '*.swift' | sort) Tests/fuzz/ImportExports.swift "${objects[@]}" \
  -lxml2 -larchive -lsimdjson -lstdc++ -o "$out/importers" \
  2> >(grep -v "Cannot export local symbol" >&2)
for target in $targets; do
  mkdir -p "$out/corpus-$target"
  for seed in Tests/fuzz/seeds/"$target"/*; do
    { printf '\377'; cat "$seed"; } >"$out/corpus-$target/$(basename "$seed")"
  done
  MEADOW_FUZZ=$target "$out/importers" -max_total_time=$((minutes * 60)) -max_len=4096 -timeout=20 \
    -rss_limit_mb=4096 -artifact_prefix="$out/findings/$target-" -print_final_stats=1 \
    "$out/corpus-$target" 2>&1 | tee "$out/$target.log" | tail -12
done
