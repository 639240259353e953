"""Holds the phrase matcher against its twin on texts made to confuse it.

    python3 codex_fuzz.py inputs.json MEADOW [--site .] [--texts 20000] [--seed 1]

Texts are shuffled pieces of phrases of the codex, of other scripts, of markup and of code, cut at any
place. The twin says which codes each has; `meadow measure --codex-report` is told that as if people had
said it, and must then be right about everything. The finder of the job for clusters must say the same.
"""
import argparse, csv, json, random, subprocess, sys, tempfile

import codex_twin as twin
from meadow_codex import PhraseFinder, primary, prose

PIECES = ["`", "``", "```", "~~~", "\n", "\n\n", "> ", "# ", "<!--", "-->", "<pre>", "</pre>", "<code>",
          "</code>", "<b>", "</b>", "<blockquote>", "</blockquote>", "<h2>", "</h2>", "</H3 >", "<h7>",
          "\n---\n", "\n===", "\n\n    ", "\n\t", "\n- ", "\n1. ", "\r\n", "<a href=\"", "\">", "&amp;", "&#39;",
          "&", "<", ">", "https://a.example/how-to", "http://", ".", "?", "!", ",", "-", "’", "'", "*",
          "_", " ", "  ", "\t", "\u00a0", "\u200d", "\u0301", "\u0308", "\ufe0f", "\u3000", "é", "É", "ß",
          "İ", "ı", "Ａ", "？", "。", "怎么", "ありがとう", "спасибо", "ЁЖ", "шукран", "شُكراً", "ـ", "؟",
          "धन्यवाद", "질문", "ขอบคุณ", "👍", "🏽", "🎉", "a", "1", "x", "\x01", "ς", "Σ"]


def text_of(dice, phrases):
    parts = []
    for _ in range(dice.randint(1, 14)):
        if dice.random() < 0.55:
            piece = dice.choice(phrases)
            if dice.random() < 0.3:
                piece = piece.upper()
            if dice.random() < 0.2:
                cut = dice.randint(0, len(piece))
                piece = piece[:cut] + dice.choice(PIECES) + piece[cut:]
        else:
            piece = dice.choice(PIECES)
        parts.append(piece + (" " if dice.random() < 0.6 else ""))
    return "".join(parts).replace("\0", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs")
    parser.add_argument("meadow")
    parser.add_argument("--site", default=".")
    parser.add_argument("--texts", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    inputs = json.load(open(options.inputs))
    matcher = twin.Matcher(inputs)
    finder = PhraseFinder([(code["id"], code["phrases"], code["except"]) for code in inputs["codes"]])
    apart = 0
    codes = [code["id"] for code in inputs["codes"]]
    phrases = [phrase["text"].strip("*") for code in inputs["codes"]
               for phrase in code["phrases"] + code["except"]]
    dice = random.Random(options.seed)
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "text", "media_type", "language", *codes])
        marks = 0
        for _ in range(options.texts):
            title, text = text_of(dice, phrases), text_of(dice, phrases)
            media = dice.choice(["text/plain", "text/markdown", "text/html", ""])
            language = dice.choice(["", "", "en", "de-AT", "ru"])
            found = twin.codes_of(matcher, title, text, media, language)
            marks += len(found)
            quick = {}
            for part in (title, prose(text, media)):
                finder.find(part, primary(language), quick)
            apart += quick != found
            writer.writerow([title, text, media, language,
                             *("yes" if code in found else "no" for code in codes)])
        file.flush()
        printed = subprocess.run(
            [options.meadow, "measure", "--site", options.site, "--quiet", "--codex-report",
             "--labels", file.name], capture_output=True, text=True, check=True).stdout
    wrong = 0
    for row in printed.splitlines():
        cells = row.split()
        if cells and cells[0] in codes:
            judged, found, right, missed = map(int, cells[1:5])
            wrong += (found - right) + missed
            if judged != options.texts or found != right or missed:
                print(row)
    print(f"{options.texts} texts, {marks} marks, {wrong} differ, {apart} on clusters")
    sys.exit(1 if wrong or apart or not marks else 0)


if __name__ == "__main__":
    main()
