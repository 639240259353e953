#!/usr/bin/env bash
# The Debian package on a Debian that has nothing else: it installs, runs and builds a whole site.
# usage: deb.sh PACKAGE REPOSITORY [ROOT]      needs root and debootstrap; ROOT is kept for the next run
set -euo pipefail
package=$1 repository=$2 base=${3:-/tmp/meadow-bare-root}
[ "$(id -u)" = 0 ] || { echo "skipped: the package on a bare Debian (needs root)"; exit 0; }
command -v debootstrap >/dev/null || { echo "skipped: the package on a bare Debian (apt-get install debootstrap)"; exit 0; }

if [ ! -x "$base/bin/true" ]; then
  . /etc/os-release
  mirror=$(sed -n 's/^URIs: *//p; s/^deb  *\(http[^ ]*\).*/\1/p' /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -1)
  debootstrap --variant=minbase "$VERSION_CODENAME" "$base" "$mirror" > "$base.log" 2>&1 ||
    { tail -3 "$base.log"; exit 1; }
fi
root=$(mktemp -d)
finish() { umount "$root/proc" 2>/dev/null; rm -rf --one-file-system "$root"; }
trap finish EXIT
cp -a "$base/." "$root/"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
rm -f "$root/etc/apt/sources.list"
# Swift's runtime reads a program's arguments there.
mount -t proc proc "$root/proc"
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

cp "$package" "$root/tmp/meadow.deb"
inside apt-get update -q > "$root.apt" 2>&1 || { tail -3 "$root.apt"; exit 1; }
inside apt-get install -y -q --no-install-recommends /tmp/meadow.deb >> "$root.apt" 2>&1 || { tail -5 "$root.apt"; exit 1; }
rm -f "$root.apt"
echo "installed: $(inside dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} kB' meadow)"
if inside meadow manual >/dev/null 2>&1; then
  inside dpkg-query -L meadow | grep -q '^/usr/share/man/man1/meadow.1.gz$' || { echo "the manual is missing"; exit 1; }
fi
inside dpkg-query -L meadow | grep -q '^/usr/share/bash-completion/completions/meadow$'
for file in Templates/not-found.html Templates/strings/en.yaml Tests/docs/practice_export.py; do
  inside test -f "/usr/share/doc/meadow/$file" || { echo "$file is missing"; exit 1; }
done
for script in rsync rclone s3; do
  inside test -x "/usr/share/doc/meadow/docs/publish/$script.sh" || { echo "$script.sh cannot be run"; exit 1; }
done
if inside ldd /usr/bin/meadow | grep 'not found'; then echo "a library is missing"; exit 1; fi
echo "runs: meadow $(inside meadow --version)"

mkdir -p "$root/srv/site"
cp -R "$repository/Content" "$root/srv/site/"
inside meadow build --site /srv/site --as-of 2026-11-10
inside meadow check /srv/site/Output
# The same bytes as where it was built, in spite of another machine around it.
if [ -x "$repository/.build/release/meadow" ]; then
  "$repository/.build/release/meadow" build --site "$repository" --as-of 2026-11-10 --output "$root/srv/here" --quiet
  diff -r "$root/srv/site/Output" "$root/srv/here" > /dev/null && echo "same bytes as on the machine it was built on"
fi
# Encoded mails need GMime, which is recommended, not needed: without it one is told.
cp -R "$repository/Tests/ImportersTests/Fixtures/mbox" "$root/srv/mbox"
mails() {
  inside meadow import mbox /srv/mbox --community club --origin https://lists.example.org \
    --site /srv/site --date 2026-10-31 --dry-run > "$root/out" 2>&1 || { cat "$root/out"; exit 1; }
}
mails
grep -q 'GMime is not installed' "$root/out" || { echo "without GMime nobody is told:"; cat "$root/out"; exit 1; }
inside apt-get install -y -q libgmime-3.0-0 >/dev/null 2>&1
mails
if grep -q 'GMime' "$root/out"; then echo "GMime is there and not used:"; cat "$root/out"; exit 1; fi
echo "mailing lists: one is told what is missing without GMime, all is read with it"
inside apt-get purge -y -q meadow >/dev/null 2>&1
[ ! -e "$root/usr/bin/meadow" ] && echo "removed again"
