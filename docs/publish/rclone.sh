#!/usr/bin/env bash
# Carries a built site to any storage that rclone knows (S3, WebDAV, SFTP, …).
# usage: rclone.sh Output remote:bucket/reports [LIST]
#
# With the list that `meadow build --changed LIST` writes, only those files are looked at.
set -euo pipefail
site=${1%/} remote=$2 list=${3:-}
if [ -n "$list" ]; then
  rclone copy "$site" "$remote" --files-from-raw "$list" --no-traverse --checksum
else
  rclone sync "$site" "$remote" --exclude /.meadow-manifest --checksum
fi
