"""The values of the three workloads, the same for every engine; `python3 workloads.py` prints them as JSON."""
import json

LOREM = "<p>Lorem ipsum dolor sit amet, <b>consectetur</b> adipiscing elit &amp; sed do eiusmod.</p>\n"

TABLE = {
    "table": [[row * 10 + cell for cell in range(5)] + [f"item-{row}-{cell}" for cell in range(5, 9)] + [f"<r{row}&c9>"]
              for row in range(1000)]
}
TEAMS = {
    "year": 2015,
    "teams": [{"name": name, "score": score}
              for name, score in [("Jiangsu", 43), ("Beijing", 27), ("Guangzhou", 22), ("Shandong", 12)]],
}
PAGE = {
    "site": {"title": "Build & Test Report", "base": "/r/"},
    "nav": [{"title": f"Section {n}", "url": f"/section-{n}/", "active": n == 7} for n in range(30)],
    "page": {"title": "Results for <main> & nightly", "date": "2026-03-12", "body": LOREM * 55},
    "related": [{"title": f"Case {n}: a<b & c", "url": f"/case/{n}.html", "date": f"2026-01-{n + 1:02}",
                 "summary": f"Summary text of case {n} with an & sign", "failed": n % 3 == 0} for n in range(20)],
}
WORKLOADS = {"table": TABLE, "teams": TEAMS, "page": PAGE}

if __name__ == "__main__":
    print(json.dumps(WORKLOADS))
