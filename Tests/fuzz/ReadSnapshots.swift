internal import Basics
internal import CommunityData
internal import Crypto
internal import TestSupport

/// Snapshots: any bytes give a community or errors, every line is a row or a fault with its place.
///
/// The first byte says which file the bytes are; the others are good. Checksums and counts are those
/// of the bytes, which a fuzzer would never find, unless the bytes are a manifest.
@_cdecl("LLVMFuzzerTestOneInput")
func readSnapshots(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let choice = Int(bytes.first ?? 0) % 5
  let body = Array(bytes.dropFirst())
  let names = ["items.ndjson", "members.ndjson", "channels.ndjson", "attribution.ndjson"]
  var files = good
  if choice < names.count { files[choice] = body }
  let disk = MemoryFileSystem()
  for (name, bytes) in zip(names, files) { write(bytes, name, disk) }
  write(choice == 4 ? body : manifest(zip(names, files).map { ($0, $1) }), "manifest.json", disk)
  let reading = read(disk)
  for diagnostic in reading.diagnostics { precondition(!diagnostic.text.isEmpty) }
  precondition((reading.community == nil) == reading.diagnostics.hasErrors)
  let lines = rows(body)
  for record in reading.quarantined {
    precondition(record.line >= 1 && !record.reason.isEmpty, "a fault has its place")
  }
  let ours = reading.quarantined.filter { $0.file.hasSuffix(choice < 4 ? names[choice] : ".") }
  precondition(choice == 4 || ours.count <= lines, "no line fails twice")
  if choice == 0, let community = reading.community {
    precondition(community.items.count + ours.count <= lines, "no line is two items")
  }
  precondition(read(disk).diagnostics == reading.diagnostics, "the same twice")
  return 0
}

private let folder = "Content/snapshots/makers/2020-01-31"

/// A question and its answer, two members, a channel and a name.
private let good: [[UInt8]] = [
  """
  {"id":"q1","type":"question","attributedTo":"m-ana","published":"2020-01-06T10:00:00Z"}
  {"id":"a1","type":"answer","attributedTo":"m-ben","published":"2020-01-06T11:00:00Z","inReplyTo":"q1"}

  """,
  """
  {"id":"m-ana","kind":"person","role":"member"}
  {"id":"m-ben","kind":"person","role":"moderator"}

  """,
  "{\"id\":\"c\",\"name\":\"Club\"}\n", "{\"member\":\"m-ana\",\"name\":\"Ana\"}\n",
].map { Array($0.utf8) }

private func write(_ bytes: [UInt8], _ name: String, _ disk: MemoryFileSystem) {
  guard let path = try? SitePath("\(folder)/\(name)") else { return }
  try? disk.write(bytes, to: path)
}

private func read(_ disk: MemoryFileSystem) -> CommunityReading {
  guard let snapshots = try? SitePath("Content/snapshots") else {
    preconditionFailure("the folder has a name")
  }
  return readCommunity(slug: "makers", snapshotsUpTo: nil, in: disk, at: snapshots)
}

private func rows(_ bytes: [UInt8]) -> Int {
  bytes.split(separator: UInt8(ascii: "\n")).count
}

private func manifest(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  let listed = files.map { file in
    let digest = SHA256.hash(data: file.bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    let rows = filledRows(file.bytes)
    return "{\"path\":\"\(file.name)\",\"sha256\":\"\(digest)\",\"rows\":\(rows)}"
  }
  let items = files.filter { $0.name.hasPrefix("items") }.reduce(0) { $0 + filledRows($1.bytes) }
  let text = """
    {"format":"meadow-snapshot","version":1,"community":"makers","platform":"forum",\
    "origin":"https://makers.example","collected":"2020-01-31T00:00:00Z",\
    "window":{"from":"2020-01-06T10:00:00Z","to":"2020-01-31T00:00:00Z"},"complete":true,"gaps":[],\
    "exporter":{"name":"meadow","version":"1"},"scope":"public","licences":[{"id":"CC-BY-4.0"}],\
    "measurable":{"replies":true,"reactions":true,"threads":true,"urls":true,"edits":true,"roles":true},\
    "counts":{"read":\(items),"items":\(items),"members":2,"channels":1,"quarantined":0,"withheld":{}},\
    "files":[\(listed.joined(separator: ","))]}
    """
  return Array(text.utf8)
}

/// Lines that hold more than blanks.
private func filledRows(_ bytes: [UInt8]) -> Int {
  bytes.split(separator: UInt8(ascii: "\n")).count { line in
    line.contains { ![0x20, 0x09, 0x0D].contains($0) }
  }
}
