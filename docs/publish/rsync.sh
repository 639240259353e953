#!/usr/bin/env bash
# Carries a built site to a host, what changed alone; what is no longer of the site goes away there.
# usage: rsync.sh Output you@host:/srv/www/reports/
set -euo pipefail
site=${1%/} host=$2
# Files first and pages of the root last, so that no reader meets a page whose figures are not there.
rsync --recursive --times --checksum --exclude=/.meadow-manifest --exclude=/index.html \
  "$site/" "$host"
rsync --recursive --times --checksum --exclude=/.meadow-manifest --delete-after --delay-updates \
  "$site/" "$host"
