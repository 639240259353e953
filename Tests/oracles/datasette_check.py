"""Opens a site's database in Datasette and holds it against the CSV files beside it.

    python3 datasette_check.py OUTPUT

Needs Python 3 with `datasette`. Datasette serves the file on the loopback interface; every table must
open, the measurements must be those of the published CSV files, row by row, and the columns those that
`datapackage.json` describes.
"""
import csv, json, pathlib, socket, subprocess, sys, time, urllib.parse, urllib.request


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Datasette:
    def __init__(self, path):
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "datasette", str(path), "--port", str(self.port),
             "--setting", "max_returned_rows", "200000", "--setting", "sql_time_limit_ms", "20000"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(300):
            try:
                self.get("-/versions.json")
                return
            except OSError:
                time.sleep(0.1)
        sys.exit("Datasette does not start")

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=60) as answer:
            return json.load(answer)

    def rows(self, sql):
        query = urllib.parse.urlencode({"sql": sql, "_shape": "arrays"})
        return self.get(f"meadow.json?{query}")["rows"]

    def close(self):
        self.process.terminate()
        self.process.wait()


def measurements_of(folder):
    """The rows of every community's CSV file, sorted."""
    rows = []
    for path in sorted(folder.glob("*/measurements.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                number = lambda name: float(row[name]) if row[name] else None
                rows.append((
                    row["community"], row["metric"], row["period"], row["segment"].lstrip("'"),
                    number("value"), row["unit"], number("n"), number("low"), number("high"),
                    row["note"]))
    return sorted(rows, key=repr)


def main():
    folder = pathlib.Path(sys.argv[1]) / "data"
    package = json.loads((folder / "datapackage.json").read_text())
    described = next(r for r in package["resources"] if r["name"] == "meadow")
    datasette = Datasette(folder / "meadow.sqlite")
    faults = []
    try:
        for table in described["tables"]:
            names = [row[1] for row in datasette.rows(f"select * from pragma_table_info('{table['name']}')")]
            if names != [field["name"] for field in table["fields"]]:
                faults.append(f"{table['name']}: columns {names} are not those described")
        served = datasette.rows(
            "select community, metric, period, segment, value, unit, n, low, high, note from measurements")
        served = sorted((tuple(row) for row in served), key=repr)
        served = sorted(
            (tuple(float(x) if isinstance(x, int) else x for x in row) for row in served), key=repr)
        if served != measurements_of(folder):
            faults.append("the measurements are not those of the CSV files")
        size = (folder / "meadow.sqlite").stat().st_size
        if described["bytes"] != size:
            faults.append("the size is not the one described")
    finally:
        datasette.close()
    for fault in faults:
        print(fault)
    print(f"{len(described['tables'])} tables, {len(served)} measurements, {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
