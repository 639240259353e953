#!/usr/bin/env bash
# How long the program takes to start, say its version and end: the median and the fastest of 41 runs.
# usage: start-time.sh PROGRAM
set -euo pipefail
program=$1
for _ in 1 2 3; do "$program" --version >/dev/null; done
for _ in $(seq 41); do
  begin=$(date +%s%N)
  "$program" --version >/dev/null
  echo $((($(date +%s%N) - begin) / 1000))
done | sort -n | awk '
  { time[NR] = $1 }
  END { printf "start      %.1f ms (median), %.1f ms (fastest), the shell included\n",
    time[int((NR + 1) / 2)] / 1000, time[1] / 1000 }'
