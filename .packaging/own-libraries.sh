#!/usr/bin/env bash
# Prints what `swift build` has to be told so that Swift's own libraries lie inside the program: it starts in a
# third of the time then, and runs where there is no Swift. Prints nothing where Swift does not have them for that.
# usage: own-libraries.sh FOLDER, for what has to be made beside
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
swift=$(swiftc -static-stdlib -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
[ -d "$swift/linux" ] || exit 0
# Swift brings a compiler for C along, and one is found nowhere else on some machines.
tools=$(cd "$swift/../../bin" && pwd)
if [ "$here/without-curl.c" -nt "$folder/libcurl.a" ]; then
  "$tools/clang" -O2 -c "$here/without-curl.c" -o "$folder/without-curl.o"
  "$tools/llvm-ar" rcs "$folder/libcurl.a" "$folder/without-curl.o"
fi
# The other linkers warn of a function of the C library that Foundation names and Meadow never calls.
echo "--static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -L$folder"
