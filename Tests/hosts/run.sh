#!/usr/bin/env bash
# Old addresses on real servers: every line of the host files is asked for, and answered as it says.
# usage: run.sh MEADOW      needs one or more of nginx, apache2, caddy; and curl
set -u
meadow=$1
work=$(mktemp -d)
trap 'stop; rm -rf "$work"' EXIT
failures=0
server_pid=
stop() { if [ -n "$server_pid" ]; then kill "$server_pid" 2>/dev/null; wait "$server_pid" 2>/dev/null; server_pid=; fi; }

site=$work/site
mkdir -p "$site/Content/pages" "$site/Content/static"
cat > "$site/Content/site.yaml" <<'YAML'
title: Old addresses
organisation: Acme
base_url: http://localhost:8391/reports
gone:
  - {address: wrong/, since: 2026-01-02, reason: It was wrong.}
  - {address: wrong/table.csv, since: 2026-01-02, reason: It was wrong.}
YAML
printf -- '---\ntitle: Here\naliases: [before/, "über uns/", "a+b(c)/", old.html, old/report.pdf]\n---\n\nText.\n' \
  > "$site/Content/pages/here.md"
"$meadow" build --site "$site" --as-of 2026-02-01 --quiet || exit 1
mkdir -p "$work/www"
mv "$site/Output" "$work/www/reports"
out=$work/www/reports

# ask PATH STATUS [LOCATION]
ask() {
  local got status location
  got=$(curl -s -o "$work/body" -w '%{http_code} %{redirect_url}' "http://localhost:8391$1")
  status=${got%% *}; location=${got#* }
  location=${location#http://localhost:8391}
  if [ "$status" != "$2" ] || [ "$location" != "${3:-}" ]; then
    echo "$name: $1 gave $status $location, not $2 ${3:-}"; failures=$((failures + 1))
  fi
}

check() {
  name=$1
  for _ in $(seq 50); do curl -s -o /dev/null http://localhost:8391/ && break; sleep 0.1; done
  ask /reports/here/ 200
  for old in /reports/before/ /reports/before/index.html /reports/old.html /reports/old/report.pdf \
    /reports/%C3%BCber%20uns/ '/reports/a+b(c)/'; do ask "$old" 301 /reports/here/; done
  ask /reports/wrong/ 410
  if [ "$name" != apache ]; then
    grep -q 'It was wrong' "$work/body" || { echo "$name: the gone page says no reason"; failures=$((failures + 1)); }
  fi
  ask /reports/wrong/table.csv 410
  ask /reports/never/ 404
  ask /reports/before/more 404
  stop
  echo "$name: checked"
}

if command -v nginx >/dev/null; then
  cat > "$work/nginx.conf" <<CONF
daemon off; master_process off; pid $work/nginx.pid; error_log $work/nginx.log;
events {}
http {
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path $work/n1; proxy_temp_path $work/n2; fastcgi_temp_path $work/n3;
  uwsgi_temp_path $work/n4; scgi_temp_path $work/n5;
  server { listen 8391; root $work/www; include $out/redirects/nginx.conf; }
}
CONF
  nginx -p "$work" -c "$work/nginx.conf" & server_pid=$!
  check nginx
else echo "skipped: nginx (apt-get install nginx-light)"; fi

if command -v apache2 >/dev/null; then
  modules=/usr/lib/apache2/modules
  cat > "$work/apache.conf" <<CONF
ServerRoot $work
ServerName localhost
PidFile $work/apache.pid
ErrorLog $work/apache.log
Listen 8391
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule alias_module $modules/mod_alias.so
LoadModule dir_module $modules/mod_dir.so
LoadModule mime_module $modules/mod_mime.so
TypesConfig /etc/mime.types
DocumentRoot $work/www
<Directory $work/www>
  Require all granted
</Directory>
DirectoryIndex index.html
Include $out/redirects/apache.conf
CONF
  apache2 -d "$work" -f "$work/apache.conf" -DFOREGROUND & server_pid=$!
  check apache
else echo "skipped: apache (apt-get install apache2-bin)"; fi

if command -v caddy >/dev/null; then
  cat > "$work/Caddyfile" <<CONF
{
	admin off
	auto_https off
}
http://localhost:8391 {
	root * $work/www
	import $out/redirects/caddy.conf
	file_server
}
CONF
  XDG_DATA_HOME=$work XDG_CONFIG_HOME=$work caddy run --config "$work/Caddyfile" --adapter caddyfile 2>"$work/caddy.log" & server_pid=$!
  check caddy
else echo "skipped: caddy (apt-get install caddy)"; fi
exit $((failures > 0))
