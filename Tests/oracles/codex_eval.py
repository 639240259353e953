"""Tells how well the standard codex finds what people find, on texts that people judged.

    python3 codex_eval.py FOLDER inputs.json [--meadow .build/release/meadow]

FOLDER holds `senti4sd-train.csv` (Senti4SD: posts of Stack Overflow judged negative, neutral or
positive) and, where you have it, `nlbse-issues-train.csv` (NLBSE: issues of GitHub labelled bug,
feature or question); inputs.json is what `meadow measure --inputs` prints. Criticism is held against
the negative posts, praise against the positive ones, questions against the issues so labelled.

Texts are split in two by a hash before anything is looked at. Phrases may be chosen by looking at the
first half; what is reported is the other. With --meadow the same texts go through `meadow measure
--codex-report`, which must count the same. Where scikit-learn is installed, a linear classifier that
knows every word and pair of words of the first half is tried on the other too: what can be had from
words at all. With --examples some texts are printed whose label and words say different things.
"""
import argparse, csv, hashlib, json, pathlib, subprocess, sys, tempfile

import codex_twin as twin

csv.field_size_limit(10 ** 9)


def half(text):
    return "held out" if hashlib.sha256(text.encode()).digest()[0] % 2 else "seen"


def posts(folder):
    """(title, text, {code: judged})"""
    with open(folder / "senti4sd-train.csv", encoding="utf-8", errors="replace", newline="") as file:
        for line in file.read().split("\n"):
            parts = line.split(";", 2)
            if len(parts) == 3:
                yield "", parts[2], {"criticism": parts[1] == "negative",
                                     "praise": parts[1] == "positive"}


def issues(folder):
    path = folder / "nlbse-issues-train.csv"
    if not path.exists():
        return
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            yield row["title"], row["body"], {"question": row["label"] == "question"}


def score(matcher, texts):
    counts = {}
    for title, text, judged in texts:
        found = twin.codes_of(matcher, title, text, "text/markdown")
        for code, truth in judged.items():
            hits, alarms, missed, all_ = counts.get(code, (0, 0, 0, 0))
            has = code in found
            counts[code] = (hits + (truth and has), alarms + (has and not truth),
                            missed + (truth and not has), all_ + 1)
    return counts


def line(code, part, counts):
    hits, alarms, missed, n = counts
    precision, recall = hits / max(1, hits + alarms), hits / max(1, hits + missed)
    f1 = 2 * hits / max(1, 2 * hits + alarms + missed)
    return f"{code:10} {part:9} {n:6} texts  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def learned(seen, held_out, code):
    """The line of a classifier trained on the seen half, or None without scikit-learn."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError:
        return None
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
                          LogisticRegression(C=5, class_weight="balanced", max_iter=2000))
    model.fit([f"{title}\n{text}" for title, text, _ in seen], [judged[code] for _, _, judged in seen])
    said = model.predict([f"{title}\n{text}" for title, text, _ in held_out])
    truth = [judged[code] for _, _, judged in held_out]
    hits = sum(a and b for a, b in zip(said, truth))
    return line(code, "learned", (hits, sum(said) - hits, sum(truth) - hits, len(truth)))


def examples(matcher, texts, code, count):
    """Titles of the seen half where label and words disagree."""
    for wanted in (True, False) if count else ():
        print(f"labelled {code}, nothing asked:" if wanted else f"asked, not labelled {code}:")
        found = (title for title, text, judged in texts
                 if judged[code] == wanted != (code in twin.codes_of(matcher, title, text, "text/markdown")))
        for _, title in zip(range(count), found):
            print("   ", title)


def by_meadow(program, site, texts):
    """{code: (right, false alarms, missed, judged)} as the program counts."""
    codes = sorted(texts[0][2])
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "text", "media_type", *codes])
        for title, text, judged in texts:
            writer.writerow([title, text, "text/markdown",
                             *("yes" if judged[code] else "no" for code in codes)])
        file.flush()
        printed = subprocess.run(
            [program, "measure", "--site", site, "--quiet", "--codex-report", "--labels", file.name],
            capture_output=True, text=True, check=True).stdout
    counts = {}
    for row in printed.splitlines():
        cells = row.split()
        if cells and cells[0] in codes:
            judged, found, right, missed = map(int, cells[1:5])
            counts[cells[0]] = (right, found - right, missed, judged)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("inputs", type=pathlib.Path)
    parser.add_argument("--meadow")
    parser.add_argument("--site", default=".")
    parser.add_argument("--examples", type=int, default=0)
    options = parser.parse_args()
    matcher = twin.Matcher(json.loads(options.inputs.read_text()))
    differs = False
    for texts in (list(posts(options.folder)), list(issues(options.folder))):
        halves = {part: [text for text in texts if half(text[0] or text[1]) == part]
                  for part in ("seen", "held out")}
        for part in ("seen", "held out"):
            chosen = halves[part]
            counts = score(matcher, chosen)
            for code in sorted(counts):
                print(line(code, part, counts[code]))
            if options.meadow and chosen:
                theirs = by_meadow(options.meadow, options.site, chosen)
                if theirs != counts:
                    differs = True
                    print(f"meadow counts otherwise: {theirs} instead of {counts}")
        if texts and texts[0][0]:
            print(learned(*halves.values(), "question") or "skipped: learned (pip install scikit-learn)")
            examples(matcher, halves["seen"], "question", options.examples)
    if not list(issues(options.folder)):
        print("question: no judged issues in this folder")
    sys.exit(1 if differs else 0)


if __name__ == "__main__":
    main()
