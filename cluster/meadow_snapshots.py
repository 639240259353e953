"""Canonical snapshots on any file system that Spark reads: manifests, parts, checksums, writing."""
import base64, datetime, json, re

import meadow_sql as sql


class Files:
    """Reads and writes through Hadoop's file systems, so that hdfs:, s3a:, gs: and plain paths do."""

    def __init__(self, spark):
        self.jvm, self.conf = spark._jvm, spark._jsc.hadoopConfiguration()

    def at(self, path):
        path = self.jvm.org.apache.hadoop.fs.Path(path)
        system = path.getFileSystem(self.conf)
        # No hidden checksum files beside ours.
        system.setWriteChecksum(False)
        return path, system

    def exists(self, path):
        path, system = self.at(path)
        return system.exists(path)

    def folders(self, path):
        path, system = self.at(path)
        return sorted(entry.getPath().getName() for entry in system.listStatus(path) if entry.isDirectory())

    def read(self, path):
        path, system = self.at(path)
        stream = system.open(path)
        try:
            return bytes(self.jvm.org.apache.commons.io.IOUtils.toByteArray(stream))
        finally:
            stream.close()

    def sha256(self, path):
        path, system = self.at(path)
        stream = system.open(path)
        try:
            return self.jvm.org.apache.commons.codec.digest.DigestUtils.sha256Hex(stream)
        finally:
            stream.close()

    def write(self, path, data):
        path, system = self.at(path)
        stream = system.create(path, True)
        try:
            for start in range(0, len(data), 1 << 20):
                stream.write(bytearray(data[start:start + (1 << 20)]))
        finally:
            stream.close()

    def remove(self, path):
        path, system = self.at(path)
        system.delete(path, True)

    def rename(self, old, new):
        old, system = self.at(old)
        return system.rename(old, self.jvm.org.apache.hadoop.fs.Path(new))


def name_of(path):
    """`items-00003.ndjson.zst` → `items`; None for what is no file of a snapshot."""
    found = re.fullmatch(r"(items)-\d{5}\.ndjson(?:\.gz|\.zst)?", path) or re.fullmatch(
        r"(attribution|channels|items|members|quarantine)\.ndjson(?:\.gz|\.zst)?", path)
    return found and found[1]


class Snapshot:
    def __init__(self, files, folder):
        self.folder, self.day = folder, folder.rsplit("/", 1)[-1]
        path = f"{folder}/manifest.json"
        if not files.exists(path):
            raise SystemExit(f"error: {folder} has no manifest.json")
        try:
            self.manifest = json.loads(files.read(path))
        except ValueError as error:
            raise SystemExit(f"error: {path} is not JSON: {error}") from None
        if (self.manifest.get("format"), self.manifest.get("version")) != ("meadow-snapshot", 1):
            raise SystemExit(f"error: {path} is no manifest of a snapshot that this job reads")
        if self.manifest.get("kind", "items") != "items":
            raise SystemExit(f"error: {folder} is measured already")
        self.collected = sql.seconds(self.manifest["collected"])
        self.window = tuple(sql.seconds(self.manifest["window"][edge]) for edge in ("from", "to"))

    def tells_again(self, older):
        """Whether the items of an older snapshot are all in this one, or were deleted."""
        return (self.manifest["complete"] and self.window[0] <= older.window[0]
                and older.window[1] <= self.window[1])

    def files(self, name):
        return [file for file in self.manifest["files"] if name_of(file["path"]) == name]

    def paths(self, name):
        return [f"{self.folder}/{file['path']}" for file in self.files(name)]


def check(files, snapshots):
    """Every file is the one that its manifest describes, or the job ends with all that are not."""
    faults = []
    for snapshot in snapshots:
        for file in snapshot.manifest["files"]:
            path = f"{snapshot.folder}/{file['path']}"
            if not files.exists(path):
                faults.append(f"error: {path} is missing; its manifest lists it")
            elif files.sha256(path) != file["sha256"]:
                faults.append(f"error: {path} is not the file that the manifest describes")
    if faults:
        raise SystemExit("\n".join(faults))


def community(files, folder, last_day=None):
    """The snapshots of a community's folder, oldest first; or the one that a folder is."""
    if files.exists(f"{folder}/manifest.json"):
        return [Snapshot(files, folder)]
    days = [day for day in files.folders(folder)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and (last_day is None or day <= last_day)]
    if not days:
        raise SystemExit(f"error: {folder} holds no snapshot")
    return [Snapshot(files, f"{folder}/{day}") for day in days]


def quarantined(place, reason, data):
    """A record of `quarantine.ndjson`, as `meadow import` writes them; of its line the beginning is the place."""
    record = {"place": f"{place}:1", "reason": reason}
    try:
        return {**record, "text": data.decode()}
    except UnicodeDecodeError:
        return {**record, "base64": base64.b64encode(data).decode()}


def joined_scope(snapshots):
    """What was given with consent once lies among the items of all: it counts for the whole."""
    scopes = {snapshot.manifest["scope"] for snapshot in snapshots}
    return "public" if scopes == {"public"} else "with_consent"


def joined_measurable(snapshots, window):
    """What every snapshot tells whose items are still there; roles are of people, whom the newest tells of."""
    heard = [older for number, older in enumerate(snapshots[:-1]) if window[0] <= older.window[1]
             and not any(newer.tells_again(older) for newer in snapshots[number + 1:])]
    return {name: told and (name == "roles" or all(older.manifest["measurable"][name] for older in heard))
            for name, told in snapshots[-1].manifest["measurable"].items()}


def moment(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
