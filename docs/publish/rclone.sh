#!/usr/bin/env bash
# Carries a built site to any storage that rclone knows (S3, WebDAV, SFTP, …).
# usage: rclone.sh Output remote:bucket/reports [CHANGED [REMOVED]]
#
# With the lists that `meadow build --changed CHANGED --removed REMOVED` writes, only those files are
# looked at.
set -euo pipefail
site=${1%/} remote=$2 changed=${3:-} removed=${4:-}
if [ -n "$changed" ]; then
  rclone copy "$site" "$remote" --files-from-raw "$changed" --no-traverse --checksum
  [ ! -s "$removed" ] || rclone delete "$remote" --files-from-raw "$removed"
else
  rclone sync "$site" "$remote" --exclude /.meadow-manifest --checksum
fi
