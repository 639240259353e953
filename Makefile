# Two commands do everything: `make site` and `make test`.

SHELL := /bin/bash
# The moment for which consent and drafts of the demonstration are decided; pinned, so that the same
# source gives the same bytes on any day.
AS_OF := 2026-11-10
MEADOW := .build/release/meadow
LIBRARIES := libcmark libxml-2.0 simdjson libarchive gmime-3.0 sqlite3
APT := pkg-config libcmark-dev libxml2-dev libsimdjson-dev libarchive-dev libgmime-3.0-dev libsqlite3-dev
BREW := pkg-config cmark libxml2 simdjson libarchive gmime sqlite

.PHONY: bench-imports bench-measures bench-rows bench-site bench-spark bench-templates briefs build check clean codex \
  commonmark completions consent datasette deb-test demo-data dist docs faults folders format fuzz \
  fuzz-imports hostile hosts jinja jinja-cases libraries lint man oracles preview privacy reproducible sbom \
  sbom-check search site snippets spark terminal test themes trace vectors

site: build
	@$(MEADOW) build --as-of $(AS_OF)
	@echo "Look at it: open Output/index.html in a browser."

# With Swift's own libraries inside the program, where Swift has them for that.
build: libraries
	@flags=$$(.packaging/own-libraries.sh .build/own-libraries) && \
	  set -x && swift build -c release --product meadow $$flags

test: libraries
	swift build --build-tests
	swift test --skip-build --parallel

# Looks for the C libraries; installs them as root or with YES=1, else says what to type.
libraries:
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install"; exit 1; }
	@if command -v pkg-config >/dev/null && pkg-config --exists $(LIBRARIES); then exit 0; fi; \
	if command -v apt-get >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  if [ "$$(id -u)" = 0 ] || [ "$(YES)" = 1 ]; then \
	    $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $(APT); \
	  else echo "Some system libraries are missing. Type:  sudo apt-get install $(APT)"; exit 1; fi; \
	elif command -v brew >/dev/null; then \
	  if [ "$(YES)" = 1 ]; then brew install $(BREW); \
	  else echo "Some system libraries are missing. Type:  brew install $(BREW)"; exit 1; fi; \
	else echo "Install these libraries with their headers: $(LIBRARIES)"; exit 1; fi

# Makes the committed snapshots anew: the sample community from its seed and, given an export,
# History Meta's: make demo-data HISTORY_META=folder with Posts.xml, Comments.xml, Users.xml, Badges.xml
# freeCodeCamp's chat: make demo-data GITTER=archive
ROOMS := DataScience python java ruby Russian London 40PlusDevs deutsch Berlin arabic
demo-data: build
	rm -rf Content/snapshots/halyard-sample && swift run -c release sample-community
ifneq ($(HISTORY_META),)
	rm -rf Content/snapshots/history-meta
	$(MEADOW) import stackexchange "$(HISTORY_META)" --community history-meta --demo-key --date 2018-08-31 --until 2017-08-31 --compress
	$(MEADOW) import stackexchange "$(HISTORY_META)" --community history-meta --demo-key --date 2018-08-31 --compress
endif
ifneq ($(GITTER),)
	rm -rf Content/snapshots/freecodecamp-chat
	$(MEADOW) import gitter "$(GITTER)" --community freecodecamp-chat --demo-key --date 2016-12-25 --until 2016-06-30 --compress --licence ODbL-1.0 $(ROOMS:%=--channel FreeCodeCamp/%)
	$(MEADOW) import gitter "$(GITTER)" --community freecodecamp-chat --demo-key --date 2016-12-25 --compress --licence ODbL-1.0 $(ROOMS:%=--channel FreeCodeCamp/%)
endif

format:
	swift format -i -r Sources Tests Package.swift

lint:
	swift format lint --strict -r Sources Tests Package.swift

check: site
	$(MEADOW) check Output

# The measures computed a second time by plain SQL: needs Python 3 with duckdb.
oracles: build
	@python3 -c 'import duckdb' 2>/dev/null || { echo "skipped: measures against SQL (pip install duckdb)"; exit 0; }; \
	$(MEADOW) measure --inputs > .build/inputs.json || exit 1; \
	for place in Content/snapshots/*; do \
	  slug=$$(basename "$$place"); \
	  $(MEADOW) measure --community "$$slug" --as json > .build/measures.json && \
	  python3 Tests/oracles/measures_sql.py "$$place" .build/measures.json --inputs .build/inputs.json || exit 1; done

# The measures a third time, by the same SQL on Spark with two worker processes, on bad lines, parts and a
# killed executor, too: Python 3 with pyspark, pyarrow and duckdb, Java 17. A quarter of an hour and more.
SPARK := pyspark, pyarrow, duckdb
spark: build
	@python3 -c 'import $(SPARK)' 2>/dev/null && command -v java >/dev/null || \
	  { echo "skipped: measures on Spark (pip install pyspark pyarrow duckdb; Java 17)"; exit 0; }; \
	python3 Tests/spark/agreement.py $(abspath $(MEADOW)) .

# Invented items measured by the embedded engine and by Spark on this machine: ITEMS="100000 1000000"
ITEMS := 100000 1000000
bench-spark: build
	@python3 -c 'import pyspark, pyarrow' 2>/dev/null && command -v java >/dev/null || \
	  { echo "skipped: bench-spark (pip install pyspark pyarrow; Java 17)"; exit 0; }; \
	python3 Benchmarks/spark/run.py $(abspath $(MEADOW)) --items $(ITEMS)

# The measures against formulas of others: needs Python 3 with duckdb, scipy and lifelines.
vectors: build
	@python3 -c 'import duckdb, scipy, lifelines' 2>/dev/null || { echo "skipped: measures against SciPy and lifelines (pip install duckdb scipy lifelines)"; exit 0; }; \
	for place in Content/snapshots/*; do \
	  newest=$$(ls "$$place" | tail -1); slug=$$(basename "$$place"); \
	  $(MEADOW) measure --community "$$slug" --as json > .build/measures.json && \
	  python3 Tests/oracles/vectors.py "$$place/$$newest" .build/measures.json && \
	  python3 Tests/oracles/survival_lifelines.py "$$place/$$newest" .build/measures.json || exit 1; done

# How well the standard codex finds what people find, on judged texts: Python 3. More of them: LABELS=folder
LABELS := Tests/oracles/labels
codex: build
	@command -v python3 >/dev/null || { echo "skipped: codex against judged texts (Python 3)"; exit 0; }; \
	$(MEADOW) measure --inputs > .build/inputs.json && \
	python3 Tests/oracles/codex_eval.py "$(LABELS)" .build/inputs.json --meadow $(MEADOW) && \
	python3 Tests/oracles/codex_fuzz.py .build/inputs.json $(MEADOW)

# Random consent ledgers against a second reading of the rules, and every consent verb in a row.
consent: build
	@command -v python3 >/dev/null || { echo "skipped: consent (needs Python 3)"; exit 0; }; \
	python3 Tests/oracles/consent_fold.py $(abspath $(MEADOW)) 500
	@command -v ssh-keygen >/dev/null || { echo "skipped: consent verbs (needs ssh-keygen)"; exit 0; }; \
	Tests/oracles/consent_verbs.sh $(abspath $(MEADOW))

# The curious reader: what linear programs can work out about hidden counts of many invented
# communities. Needs Python 3 with duckdb and scipy; about ten minutes.
privacy: build
	@python3 -c 'import duckdb, scipy' 2>/dev/null || { echo "skipped: privacy (pip install duckdb scipy)"; exit 0; }; \
	python3 Tests/oracles/privacy_many.py $(abspath $(MEADOW))

# A million invented items measured cold, warm and after a refresh, beside DuckDB.
bench-measures: build
	@python3 Benchmarks/measures/run.py $(abspath $(MEADOW))

# Builds killed or refused at every system call, and at POINTS of the demonstration's: Linux with strace.
POINTS := 200
faults: build
	@command -v strace >/dev/null || { echo "skipped: faults (apt-get install strace)"; exit 0; }; \
	python3 Tests/faults/build_faults.py $(abspath $(MEADOW)) && \
	python3 Tests/faults/circumstances.py $(abspath $(MEADOW)) && \
	python3 Tests/faults/build_faults.py $(abspath $(MEADOW)) --site . --sample $(POINTS)

# Two builds under other time zones, locales, folders and numbers of cores give the same bytes.
reproducible: build
	Tests/oracles/reproducible.sh $(abspath $(MEADOW)) .

# Imports of growing NDJSON beside Python's json; ZULIP=archive and MBOX=folder add such exports beside
# Python's json, mailbox and Perceval.
bench-imports: build
	@command -v python3 >/dev/null || { echo "skipped: bench-imports (needs python3)"; exit 0; }; \
	python3 Benchmarks/import/run.py $(abspath $(MEADOW)) $(if $(ZULIP),--zulip "$(ZULIP)") $(if $(MBOX),--mbox "$(MBOX)")

# The bare mode against the specification's examples: make commonmark SPEC=spec.json, with the file of
# https://spec.commonmark.org/0.30/; GFM=examples.json adds those of GitHub's extensions.
commonmark: build
ifeq ($(SPEC)$(GFM),)
	@echo "skipped: the examples of the specification (SPEC=spec.json, GFM=examples.json)"
endif
ifneq ($(SPEC),)
	python3 Tests/oracles/commonmark.py "$(SPEC)" $(MEADOW) render markdown --commonmark
endif
ifneq ($(GFM),)
	python3 Tests/oracles/gfm.py "$(GFM)" docs/markdown.md $(MEADOW) render markdown
endif

# The configuration of docs/publish on nginx, Apache and Caddy, and copies by rsync and rclone, as far as
# they are installed.
hosts: build
	@command -v curl >/dev/null || { echo "skipped: hosts (apt-get install curl)"; exit 0; }; \
	Tests/hosts/run.sh $(abspath $(MEADOW)) $(CURDIR) $(AS_OF)

# The documentation as a site of Meadow's own, in .build/docs/Output.
docs: build
	@command -v python3 >/dev/null || { echo "skipped: docs (needs Python 3)"; exit 0; }; \
	python3 docs/site/assemble.py $(abspath $(MEADOW)) . .build/docs && \
	$(MEADOW) build --site .build/docs --strict && $(MEADOW) check .build/docs/Output && \
	echo "Look at it: open .build/docs/Output/index.html in a browser."

# Every command and snippet of README.md and docs/, in scratch folders.
snippets: build
	@command -v python3 >/dev/null && command -v zstd >/dev/null || \
	  { echo "skipped: snippets (needs Python 3 and zstd)"; exit 0; }; \
	python3 Tests/docs/snippets.py $(MEADOW) .

# Packages: a tarball, and one for Debian.
dist: build
	.packaging/dist.sh $(MEADOW) .build/packages

# The Debian package on a Debian that has nothing else: needs root and debootstrap.
deb-test: dist
	Tests/packaging/deb.sh .build/packages/meadow_*.deb $(CURDIR)

# The site in a browser, from disk and from a sub-folder.
folders: site
	@python3 -c 'import selenium' 2>/dev/null && command -v chromedriver >/dev/null || \
	  { echo "skipped: folders (pip install selenium; apt-get install chromium-driver)"; exit 0; }; \
	python3 Tests/oracles/browse_folders.py Output

# Briefs on paper, as text and as mail, those of the demonstration and the fullest that there can be.
briefs: site
	@python3 -c 'import selenium' 2>/dev/null && command -v chromedriver >/dev/null || \
	  { echo "skipped: briefs (pip install selenium; apt-get install chromium chromium-driver)"; exit 0; }; \
	python3 Tests/oracles/briefs_check.py $(abspath $(MEADOW)) . Output

# The site's database opened by Datasette, and held against its CSV files.
datasette: site
	@python3 -c 'import datasette' 2>/dev/null || { echo "skipped: datasette (pip install datasette)"; exit 0; }; \
	python3 Tests/oracles/datasette_check.py Output

# The demonstration with a search page, its index made by Pagefind, and searched in a browser; the site stays in
# .build/search. PICTURES=folder keeps screenshots.
search: build
	@python3 -c 'import pagefind, pagefind_bin, selenium' 2>/dev/null && command -v chromedriver >/dev/null || \
	  { echo "skipped: search (pip install 'pagefind[bin]' selenium; apt-get install chromium-driver)"; exit 0; }; \
	python3 Tests/oracles/search_check.py $(abspath $(MEADOW)) . .build/search $(PICTURES)

# The same 10,000 pages built by Hugo and by Meadow: needs Python 3 with hugo, and libcmark-gfm for
# the floor. ARGS="--large 100000" adds a larger site.
bench-site: build
	python3 Benchmarks/site/run.py $(ARGS)

# 10,000 pages from the rows of a query beside as many Markdown files: ARGS="--rows 2000" makes fewer.
bench-rows: build
	python3 Benchmarks/rows/run.py --meadow $(MEADOW) $(ARGS)

clean:
	rm -rf .build .meadow

# The template engine against Jinja2 on generated templates, and real themes where WHEELS names a
# folder with them: needs Python 3 with `jinja2` and `html5lib`; a page in Chromium needs `selenium`.
COUNT := 10000
SEEDS := 1 2 3 4 5

jinja: build
	@python3 -c 'import jinja2, html5lib' 2>/dev/null || { echo "skipped: templates against Jinja2 (pip install jinja2 html5lib)"; exit 0; }; \
	for seed in $(SEEDS); do \
	  python3 Tests/oracles/fuzz_templates.py --count $(COUNT) --seed $$seed --stream -- $(MEADOW) render stream || exit 1; done; \
	python3 Tests/oracles/check_escaping.py --stream --chromium -- $(MEADOW) render stream

# Cases recorded from Jinja2's own tests: make jinja-cases CASES=file.json
jinja-cases: build
	@test -n "$(CASES)" || { echo "skipped: recorded cases of Jinja2 (CASES=file.json)"; exit 0; }; \
	python3 Tests/oracles/jinja_cases.py "$(CASES)" -- $(MEADOW) render stream

# Templates of real themes: pip download --no-deps -d folder mkdocs …; make themes WHEELS=folder
themes: build
	@test -n "$(WHEELS)" || { echo "skipped: templates of real themes (WHEELS=folder)"; exit 0; }; \
	python3 Tests/oracles/theme_templates.py "$(WHEELS)" -- $(MEADOW) render stream

# The template engine beside its peers, in one table.
bench-templates: libraries
	swift build -c release --package-path Benchmarks --scratch-path .build/benchmarks
	python3 Benchmarks/templates/bench.py .build/benchmarks/release/template-bench

# libFuzzer on every parser of ours but the importers': make fuzz MINUTES=10; JOBS=2 runs two at once.
fuzz:
	swift build
	JOBS="$(or $(JOBS),1)" Tests/fuzz/run.sh "$(MINUTES)" $(TARGETS)

# The same on the readers of exports.
fuzz-imports:
	swift build
	Tests/fuzz/run-importers.sh "$(MINUTES)"

# The manual page and the completions, laid out as packages have them; made the same everywhere.
SHARE := .build/share

man: build
	@mkdir -p $(SHARE)/man/man1
	@$(MEADOW) manual > $(SHARE)/man/man1/meadow.1
	@if command -v mandoc >/dev/null; then mandoc -T lint -W warning $(SHARE)/man/man1/meadow.1; \
	  else echo "skipped: the manual under mandoc (apt-get install mandoc)"; fi
	@echo "Look at it: man -l $(SHARE)/man/man1/meadow.1"

completions: build
	@mkdir -p $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	@$(MEADOW) --generate-completion-script bash > $(SHARE)/bash-completion/completions/meadow
	@$(MEADOW) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_meadow
	@$(MEADOW) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/meadow.fish
	@Tests/terminal/completions.sh $(SHARE)

# Questions, colours, bars, Ctrl-C and closed pipes on a pseudo-terminal: Python 3 with pexpect.
terminal: build
	@python3 -c 'import pexpect' 2>/dev/null || { echo "skipped: terminal (pip install pexpect)"; exit 0; }; \
	python3 Tests/terminal/terminal.py $(MEADOW)

# Hostile inputs through the whole program, its output read by html5lib: needs Python 3 with html5lib.
hostile: build
	@python3 -c 'import html5lib' 2>/dev/null || { echo "skipped: hostile (pip install html5lib)"; exit 0; }; \
	python3 Tests/hostile/run.py $(abspath $(MEADOW))

# What build, check and measure ask of the operating system: Linux with strace.
trace: build
	@command -v strace >/dev/null || { echo "skipped: trace (apt-get install strace)"; exit 0; }; \
	python3 Tests/trace/trace.py $(abspath $(MEADOW)) .

# The preview among strangers, slow readers and a thousand requests at once.
preview: build
	@command -v python3 >/dev/null || { echo "skipped: preview (needs python3)"; exit 0; }; \
	python3 Tests/oracles/preview_strangers.py $(abspath $(MEADOW)) .

# What the program is made of, with licences: docs/dependencies.md and docs/sbom.spdx.json.
sbom:
	swift package resolve && python3 Tests/supply/sbom.py

sbom-check:
	swift package resolve && python3 Tests/supply/sbom.py --check
