#!/usr/bin/env bash
# A site on real servers, with the very configuration that docs/publish gives: old addresses, kinds
# of files, packing, caching, the page for lost readers; in a folder of the host and at its root.
# usage: run.sh MEADOW REPOSITORY [AS-OF]      needs one or more of nginx, apache2, caddy; and curl
set -u
meadow=$1 repository=$2 as_of=${3:-2026-11-10}
guides=$repository/docs/publish
work=$(mktemp -d)
trap 'stop; rm -rf "$work"' EXIT
failures=0
server_pid=
stop() { if [ -n "$server_pid" ]; then kill "$server_pid" 2>/dev/null; wait "$server_pid" 2>/dev/null; server_pid=; fi; }
fail() { echo "$name: $*"; failures=$((failures + 1)); }

# The demonstration, with pages that moved and pages that are gone
site=$work/site
mkdir -p "$site"
cp -R "$repository/Content" "$site/Content"
cat >> "$site/Content/site.yaml" <<'YAML'
gone:
  - {address: wrong/, since: 2026-01-02, reason: It was wrong.}
  - {address: wrong/table.csv, since: 2026-01-02, reason: It was wrong.}
YAML
printf -- '---\ntitle: Here\naliases: [before/, "über uns/", "a+b(c)/", old.html, old/report.pdf]\n---\n\nText.\n' \
  > "$site/Content/pages/here.md"
build() { # build FOLDER PREFIX
  mkdir -p "$1"
  "$meadow" build --site "$site" --output "$1" --base-url "http://localhost:8391$2/" \
    --as-of "$as_of" --quiet
}
build "$work/folder/reports" /reports || exit 1
build "$work/root" "" || exit 1

# ask PATH STATUS [LOCATION]
ask() {
  local got status location
  got=$(curl -s -o "$work/body" -w '%{http_code} %{redirect_url}' "http://localhost:8391$1")
  status=${got%% *}; location=${got#* }
  location=${location#http://localhost:8391}
  if [ "$status" != "$2" ] || [ "$location" != "${3:-}" ]; then
    fail "$1 gave $status $location, not $2 ${3:-}"
  fi
}

# field PATH NAME [HEADER]: one field of an answer
field() {
  curl -s -o /dev/null -D - ${3:+-H "$3"} "http://localhost:8391$1" | tr -d '\r' |
    awk -v name="$2:" 'tolower($1) == tolower(name) { $1 = ""; print substr($0, 2) }'
}

# typed PATH TYPE: the kind of a file, whatever is said of its letters
typed() {
  local got
  got=$(field "$1" Content-Type)
  [ "${got%%;*}" = "$2" ] || fail "$1 is ${got:-of no kind}, not $2"
}

# first PATTERN: an address of the site that looks like it
first() { (cd "$www$prefix" && find . -path "./redirects" -prune -o -path "$1" "${@:2}" -print | sort | head -1 | cut -c2-); }

check_old_addresses() {
  ask "$prefix/here/" 200
  local old
  for old in /before/ /before/index.html /old.html /old/report.pdf /%C3%BCber%20uns/ '/a+b(c)/'; do
    ask "$prefix$old" 301 "$prefix/here/"
  done
  ask "$prefix/wrong/" 410
  if [ "$name" != "apache$prefix" ]; then
    grep -q 'It was wrong' "$work/body" || fail "the gone page says no reason"
  fi
  ask "$prefix/wrong/table.csv" 410
  ask "$prefix/before/more" 404
}

check_kinds() {
  typed "$prefix/" text/html
  typed "$prefix/style.css" text/css
  typed "$prefix/feed.xml" application/atom+xml
  typed "$prefix/feed.json" application/feed+json
  typed "$prefix$(first '*.csv')" text/csv
  typed "$prefix$(first '*/data/*.json')" application/json
  typed "$prefix$(first '*.svg')" image/svg+xml
  typed "$prefix$(first '*.opml')" text/x-opml
  typed "$prefix$(first '*.eml')" message/rfc822
  case $(field "$prefix/" Content-Type) in *[uU][tT][fF]-8) ;; *) fail "pages do not say UTF-8";; esac
}

check_headers() {
  local path etag
  # What is smaller need not be packed.
  for path in / /style.css "$(first '*.csv' -size +2k)" "$(first '*.svg' -size +2k)" /feed.xml; do
    case $(field "$prefix$path" Content-Encoding 'Accept-Encoding: gzip') in
      gzip) ;; *) fail "$path is sent unpacked";;
    esac
    [ "$(field "$prefix$path" Cache-Control)" = no-cache ] || fail "$path may be cached unasked"
    [ "$(field "$prefix$path" X-Content-Type-Options)" = nosniff ] || fail "$path may be sniffed"
    # Browsers send back what they got with a packed answer.
    etag=$(field "$prefix$path" ETag 'Accept-Encoding: gzip')
    [ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Accept-Encoding: gzip' -H "If-None-Match: $etag" \
      "http://localhost:8391$prefix$path")" = 304 ] || fail "$path is sent again though unchanged"
  done
  [ "$(field "$prefix$(first '*.csv')" Access-Control-Allow-Origin)" = '*' ] || fail "data are closed to others"
  [ -z "$(field "$prefix/" Access-Control-Allow-Origin)" ] || fail "pages are open to scripts of others"
}

# The page for lost readers stands at any depth, so its links must not depend on where it stands.
check_lost() {
  ask "$prefix/never/been/here/" 404
  local style
  style=$(sed -n 's/.*<link rel="stylesheet" href="\([^"]*\)".*/\1/p' "$work/body")
  [ "$style" = "$prefix/style.css" ] || fail "the page for lost readers has no style sheet, but “$style”"
  ask "$prefix/.meadow-manifest" 404
}

check() {
  local before=$failures
  for _ in $(seq 100); do curl -s -o /dev/null http://localhost:8391/ && break; sleep 0.1; done
  if ! curl -s -o /dev/null http://localhost:8391/; then
    fail "does not start"; cat "$work/$1.log"; stop; return
  fi
  check_old_addresses; check_kinds; check_headers; check_lost
  stop
  [ "$failures" -gt "$before" ] || echo "$name: checked"
}

# The guide's configuration FILE, as this test's server must have it
guide() {
  local place="s#/srv/www/reports/#$www$prefix/#; s#/srv/www#$www#; s#/reports/404#$prefix/404#"
  sed -e "$place" -e 's/listen 80;/listen 8391;/' -e 's/\*:80>/*:8391>/' \
    -e 's#http://insights.example.org#http://localhost:8391#' "$guides/$1"
}

try_nginx() {
  guide nginx.conf > "$work/guide.conf"
  cat > "$work/nginx.conf" <<CONF
daemon off; master_process off; pid $work/nginx.pid; error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/n1; proxy_temp_path $work/n2; fastcgi_temp_path $work/n3;
  uwsgi_temp_path $work/n4; scgi_temp_path $work/n5;
  include $work/guide.conf;
}
CONF
  nginx -p "$work" -c "$work/nginx.conf" & server_pid=$!
  check nginx
}

try_apache() {
  guide apache.conf > "$work/guide.conf"
  {
    echo "ServerRoot $work
ServerName localhost
PidFile $work/apache.pid
ErrorLog $work/apache.log
Listen 8391
TypesConfig /etc/mime.types"
    for module in mpm_event authz_core alias deflate dir filter headers mime; do
      echo "LoadModule ${module}_module /usr/lib/apache2/modules/mod_$module.so"
    done
    echo "Include $work/guide.conf"
  } > "$work/apache.conf"
  apache2 -d "$work" -f "$work/apache.conf" -DFOREGROUND & server_pid=$!
  check apache
}

try_caddy() {
  { printf '{\n\tadmin off\n\tauto_https off\n}\n'; guide Caddyfile; } > "$work/Caddyfile"
  XDG_DATA_HOME=$work XDG_CONFIG_HOME=$work \
    caddy run --config "$work/Caddyfile" --adapter caddyfile 2>"$work/caddy.log" & server_pid=$!
  check caddy
}

# try SERVER COMMAND PACKAGE
try() {
  command -v "$2" >/dev/null || { echo "skipped: $1 (apt-get install $3)"; return; }
  www=$work/folder prefix=/reports; name=$1$prefix; "try_$1"
  www=$work/root prefix=; name=$1; "try_$1"
}
try nginx nginx nginx-light
try apache apache2 apache2-bin
try caddy caddy caddy

"$repository/Tests/hosts/copies.sh" "$work/root" "$repository" || failures=$((failures + 1))
exit $((failures > 0))
