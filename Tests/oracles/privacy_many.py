"""Plays the curious reader against many invented communities: see privacy_audit.py.

    python3 privacy_many.py MEADOW [--communities 40] [--first-seed 1] [--every 3] [--processes 2]

Each community is drawn by its seed: from a handful of people over some months to a few hundred over
years. Exits with 1 when a hidden count of any of them can be worked out.
"""
import argparse, concurrent.futures, pathlib, random, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent


def site(folder, seed):
    dice = random.Random(seed)
    people = int(10 ** dice.uniform(1.2, 2.6))
    items = int(people * 10 ** dice.uniform(0.4, 1.3))
    years = dice.choice([0.7, 1.2, 1.6, 2, 2.5, 3])
    snapshot = folder / "Content/snapshots/synthetic/2026-11-01"
    subprocess.run([sys.executable, HERE / "synthetic_community.py", snapshot, "--items", str(items),
                    "--people", str(people), "--years", str(years), "--seed", str(seed)], check=True)
    (folder / "Content/communities").mkdir()
    (folder / "Content/site.yaml").write_text("title: T\nlanguage: en\norganisation: O\ndata_licence: CC0-1.0\n")
    (folder / "Content/communities/synthetic.md").write_text(
        "---\nname: S\nkind: Forum\nsummary: Invented.\norigin: https://forum.example/\n"
        "basis: licence\nproof: https://forum.example/\n---\n")
    return snapshot, f"seed {seed}: {people} people, {items} items, {years} years"


def audit(meadow, seed, every):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        snapshot, text = site(folder, seed)
        table = folder / "table.csv"
        with open(table, "wb") as file:
            subprocess.run([meadow, "measure", "--quiet", "--site", folder, "--as", "csv"],
                           stdout=file, check=True)
        done = subprocess.run([sys.executable, HERE / "privacy_audit.py", snapshot, table,
                               "--every", str(every)], capture_output=True, text=True)
        return text, done.stdout.strip(), done.stderr.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("meadow", type=lambda path: pathlib.Path(path).absolute())
    parser.add_argument("--communities", type=int, default=40)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    asked = leaks = 0
    with concurrent.futures.ThreadPoolExecutor(options.processes) as pool:
        seeds = range(options.first_seed, options.first_seed + options.communities)
        for text, found, trouble in pool.map(lambda s: audit(options.meadow, s, options.every), seeds):
            print(text, "|", found.replace("\n", "\n    "), trouble[-300:], flush=True)
            counts = found.split("\n")[-1].split()
            if len(counts) != 5:
                sys.exit("the audit could not be made")
            asked, leaks = asked + int(counts[0]), leaks + int(counts[3])
    print(f"{options.communities} communities, {asked} small counts asked, {leaks} can be worked out")
    sys.exit(1 if leaks else 0)


if __name__ == "__main__":
    main()
