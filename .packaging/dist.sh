#!/usr/bin/env bash
# Packs a built Meadow: a tarball, and a Debian package where dpkg-deb is at hand.
# usage: dist.sh PROGRAM FOLDER
#
# The same commit gives the same bytes: times are those of the commit (or SOURCE_DATE_EPOCH), owners
# are numbers, files are sorted.
set -euo pipefail
program=$1 out=$2
here=$(cd "$(dirname "$0")/.." && pwd)
epoch=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH=$epoch TZ=UTC LC_ALL=C
version=$("$program" --version)
system=$(uname -s | tr '[:upper:]' '[:lower:]') machine=$(uname -m)
name=meadow-$version-$system-$machine
umask 022
rm -rf "$out"
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What lies under /usr, or under any other prefix
tree=$work/$name
mkdir -p "$tree/bin" "$tree/share/doc/meadow" "$tree/share/man/man1"
install -m 755 "$program" "$tree/bin/meadow"
# A number that the compiler draws for each of its runs is all that two builds in one folder differ by.
case $system in
  linux) strip -R .swift_modhash -R .note.gnu.build-id "$tree/bin/meadow" ;;
  *) strip "$tree/bin/meadow" ;;
esac
cp "$here/README.md" "$here/CHANGELOG.md" "$tree/share/doc/meadow/"
cp "$here/LICENSE" "$tree/share/doc/meadow/LICENSE"
cp -R "$here/docs" "$tree/share/doc/meadow/docs"
# The theme and its texts, for whoever changes a page or brings a language: copies of what is in the program.
mkdir -p "$tree/share/doc/meadow/Templates"
cp -R "$here/Templates/." "$tree/share/doc/meadow/Templates"
find "$tree/share/doc/meadow/Templates" -name '*.swift' -delete
# The pages for whoever changes the program lie beside the sources; links to them end there.
for page in Sources Tests Benchmarks; do
  install -D -m 644 "$here/$page/README.md" "$tree/share/doc/meadow/$page/README.md"
done
install -D -m 644 "$here/Tests/docs/practice_export.py" "$tree/share/doc/meadow/Tests/docs/practice_export.py"
install -D -m 644 "$here/Content/LICENSES.md" "$tree/share/doc/meadow/Content/LICENSES.md"
"$program" manual > "$tree/share/man/man1/meadow.1" 2>/dev/null || {
  rm -r "$tree/share/man"
  echo "left out: the manual (this program does not write one)"
}
# Programs that are part of ours ask to be credited wherever ours goes.
licences=$tree/share/doc/meadow/licences
mkdir -p "$licences"
for checkout in "$here"/.build/*/checkouts/*/ "$here"/.build/checkouts/*/; do
  name_of=$(basename "$checkout")
  for text in LICENSE LICENSE.txt; do
    [ ! -f "$checkout$text" ] || cp "$checkout$text" "$licences/$name_of.txt"
  done
  [ ! -f "${checkout}NOTICE.txt" ] || cp "${checkout}NOTICE.txt" "$licences/$name_of-notice.txt"
done
swift_licence=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")/share/swift/LICENSE.txt
[ ! -f "$swift_licence" ] || cp "$swift_licence" "$licences/swift.txt"
complete() { mkdir -p "$(dirname "$tree/$2")"; "$program" --generate-completion-script "$1" > "$tree/$2"; }
complete bash share/bash-completion/completions/meadow
complete zsh share/zsh/site-functions/_meadow
complete fish share/fish/vendor_completions.d/meadow.fish
find "$tree" -type f ! -path '*/bin/*' -exec chmod 644 {} +
chmod 755 "$tree"/share/doc/meadow/docs/publish/*.sh

pack() { # pack TARBALL FOLDER NAME
  tar --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner --format=ustar \
    -C "$2" -cf - "$3" | gzip -9n > "$1"
}
pack "$out/$name.tar.gz" "$work" "$name"

if command -v dpkg-deb >/dev/null && command -v dpkg-shlibdeps >/dev/null; then
  architecture=$(dpkg --print-architecture)
  root=$work/deb
  mkdir -p "$root/usr" "$root/DEBIAN" "$work/debian"
  cp -R "$tree/." "$root/usr/"
  [ ! -f "$root/usr/share/man/man1/meadow.1" ] || gzip -9n "$root/usr/share/man/man1/meadow.1"
  # Debian's zsh looks into a folder of its own for what packages bring.
  mkdir -p "$root/usr/share/zsh/vendor-completions"
  mv "$root/usr/share/zsh/site-functions/_meadow" "$root/usr/share/zsh/vendor-completions/"
  rmdir "$root/usr/share/zsh/site-functions"
  cp "$here/.packaging/copyright" "$root/usr/share/doc/meadow/copyright"
  rm "$root/usr/share/doc/meadow/LICENSE"
  mv "$root/usr/share/doc/meadow/CHANGELOG.md" "$root/usr/share/doc/meadow/NEWS"
  printf 'meadow (%s) stable; urgency=medium\n\n  * What changed is told in NEWS.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^Maintainer: //p' "$here/.packaging/control.in")" "$(date -u -R -d "@$epoch")" \
    > "$root/usr/share/doc/meadow/changelog"
  gzip -9n "$root/usr/share/doc/meadow/changelog" "$root/usr/share/doc/meadow/NEWS"
  sed -i '1{/^#!/d}' "$root/usr/share/bash-completion/completions/meadow"
  printf 'Source: meadow\n\nPackage: meadow\nArchitecture: %s\n' "$architecture" > "$work/debian/control"
  # A library may come as a dependency of another one; which ones the program itself names is in it.
  depends=$(cd "$work" && dpkg-shlibdeps -O -xmeadow "$root/usr/bin/meadow" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
  [ -n "$depends" ] || { echo "dpkg-shlibdeps found no libraries" >&2; exit 1; }
  sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$depends/" \
    -e "s/@SIZE@/$(du -k --apparent-size -s "$root/usr" | cut -f1)/" \
    "$here/.packaging/control.in" > "$root/DEBIAN/control"
  (cd "$root" && find usr -type f | sort | xargs md5sum > DEBIAN/md5sums)
  find "$root" -exec touch -h -d "@$epoch" {} +
  dpkg-deb --root-owner-group -Zxz --build "$root" "$out/meadow_${version}_$architecture.deb" >/dev/null
else echo "skipped: the Debian package (apt-get install dpkg-dev)"; fi
# The source as it was committed, and the formula that builds it.
if git -C "$here" rev-parse HEAD >/dev/null 2>&1; then
  git -C "$here" archive --format=tar --prefix="meadow-$version/" HEAD | gzip -9n > "$out/meadow-$version-source.tar.gz"
  sum=$(sha256sum "$out/meadow-$version-source.tar.gz" | cut -d' ' -f1)
  sed -e "s/@VERSION@/$version/" -e "s/@SHA256@/$sum/" "$here/.packaging/meadow.rb.in" > "$out/meadow.rb"
fi
(cd "$out" && sha256sum -- *.tar.gz *.deb 2>/dev/null > SHA256SUMS || true)

echo "program    $(stat -c %s "$tree/bin/meadow" | awk '{printf "%.1f MB", $1 / 1e6}')"
(cd "$out" && for file in *.tar.gz *.deb; do [ -f "$file" ] && stat -c '%s %n' "$file"; done) |
  awk '{printf "%-10s %.1f MB  %s\n", "packed", $1 / 1e6, $2}'
"$here/.packaging/start-time.sh" "$tree/bin/meadow"
