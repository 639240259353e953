#!/usr/bin/env bash
# NOT TRIED BY US. Carries a built site to S3, or what speaks its language, with Amazon's own program.
# usage: s3.sh Output s3://bucket/reports
set -euo pipefail
site=${1%/} bucket=${2%/}
put() { aws s3 sync "$site" "$bucket" --cache-control no-cache --exclude '.meadow-manifest' "$@"; }
# The kinds that S3 does not guess; then all the rest, and only then what is no longer of the site.
for kind in csv=text/csv opml=text/x-opml eml=message/rfc822; do
  put --exclude '*' --include "*.${kind%%=*}" --content-type "${kind#*=}; charset=utf-8"
done
put --exclude '*' --include 'feed.xml' --include '*/feed.xml' --content-type 'application/atom+xml; charset=utf-8'
put --exclude '*' --include 'feed.json' --include '*/feed.json' --content-type application/feed+json
rest=(--exclude '*.csv' --exclude '*.opml' --exclude '*.eml' --exclude '*feed.xml' --exclude '*feed.json')
put "${rest[@]}"
aws s3 sync "$site" "$bucket" --delete --size-only --exclude '.meadow-manifest'
