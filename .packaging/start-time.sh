#!/usr/bin/env bash
# How long the program takes to start, say its version and end, beside a program that does nothing.
# usage: start-time.sh PROGRAM
set -euo pipefail

# times PROGRAM…: microseconds of 41 runs, the fastest first
times() {
  for _ in 1 2 3; do "$@" >/dev/null; done
  for _ in $(seq 41); do
    begin=$(date +%s%N)
    "$@" >/dev/null
    echo $((($(date +%s%N) - begin) / 1000))
  done | sort -n
}

show() { awk -v what="$1" '{ time[NR] = $1 } END {
  printf "%-10s %.1f ms (fastest), %.1f ms (median)\n", what, time[1] / 1000, time[int((NR + 1) / 2)] / 1000 }'; }

times "$1" --version | show start
times /bin/true | show "of that"
echo "           is what starting a program that does nothing takes in this shell"
