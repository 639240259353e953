internal import Basics

/// What besides the content decides about an edition.
package struct BuildKey: Sendable, Hashable {
  /// The engine's version.
  package var engine: String
  /// The settings given on the command line, each as a text.
  package var flags: [String]
  /// The consents that are live, each by its id.
  package var live: [String]

  package init(engine: String, flags: [String], live: [String]) {
    self.engine = engine
    self.flags = flags
    self.live = live
  }
}

/// Everything an edition depends on, by path, size, time and inode: two builds with equal
/// fingerprints would write the same files.
///
/// A file that is unpacked in place of another can have its size, its time and even its inode, so
/// inputs have besides when they last changed, which nobody can set. Files of the output change
/// whenever they get or lose a link, and go without.
///
/// `.meadow/output` begins with its text and is compared with it as such, so that no parser is
/// needed. Bytes of a path outside ASCII are written as `\u00hh` each, as a path need not be UTF-8.
package struct InputFingerprint: Sendable, Hashable {
  /// JSON: `{"version": 2, "engine": …, "flags": […], "live": […], "trees": {"Content": [
  /// ["site.yaml", size, modified, inode, changed], …]}}`.
  package let text: [UInt8]
  /// Where in the text the entries of each tree are.
  let trees: [String: Range<Int>]

  /// Of the key and the inputs.
  package init(_ key: BuildKey, _ trees: [(name: String, listing: TreeListing)]) {
    var json = JSONBytes()
    json.raw("{\"version\": 2,\n\"engine\": ")
    json.string(key.engine.utf8)
    json.raw(",\n\"flags\": ")
    json.strings(key.flags)
    json.raw(",\n\"live\": ")
    json.strings(key.live.sorted())
    json.raw(",\n\"trees\": {")
    self.init(json, trees: [:], adding: trees, .asInputs)
  }

  /// The fingerprint with the tree of the output behind its own.
  func adding(_ name: String, _ listing: TreeListing) -> InputFingerprint {
    let json = JSONBytes(bytes: Array(text[..<(text.count - JSONBytes.end.utf8CodeUnitCount)]))
    return InputFingerprint(
      json, trees: trees, adding: [(name: name, listing: listing)], .asOutput)
  }

  /// The line that stands above the entries of a tree.
  static func head(of tree: String) -> [UInt8] {
    var json = JSONBytes()
    json.head(of: tree)
    return json.bytes
  }

  /// `json` up to its last tree, and where those before are in it.
  private init(
    _ json: JSONBytes, trees: [String: Range<Int>],
    adding new: [(name: String, listing: TreeListing)], _ role: TreeRole
  ) {
    var (json, trees) = (json, trees)
    for tree in new {
      json.raw(trees.isEmpty ? "\n" : ",\n")
      json.head(of: tree.name)
      let start = json.bytes.count
      json.entries(Array(tree.listing.files), role)
      trees[tree.name] = start..<json.bytes.count
      json.raw("]")
    }
    json.raw(JSONBytes.end)
    text = json.bytes
    self.trees = trees
  }
}

/// What a tree is to a build, which says by what its files are known.
private enum TreeRole { case asInputs, asOutput }

/// JSON text in the making.
private struct JSONBytes {
  static let end: StaticString = "}}\n"

  var bytes: [UInt8] = []

  mutating func head(of tree: String) {
    string(tree.utf8)
    raw(": [")
  }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func list<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
  }

  mutating func strings(_ texts: [String]) {
    raw("[")
    list(texts) { $0.string($1.utf8) }
    raw("]")
  }

  /// On all cores, since the files of a large site are many.
  mutating func entries(_ entries: [DiskEntry], _ role: TreeRole) {
    let parts = inParallel(entries.count, by: 1000) { range in
      var part = JSONBytes()
      part.bytes.reserveCapacity(range.count * 100)
      part.list(entries[range]) { $0.entry($1, role) }
      return [part.bytes]
    }
    bytes.reserveCapacity(bytes.count + parts.reduce(0) { $0 + $1.count + 1 })
    list(parts) { $0.bytes += $1 }
  }

  private mutating func entry(_ entry: DiskEntry, _ role: TreeRole) {
    raw("\n[")
    string(entry.path.bytes)
    number(Int64(entry.size))
    number(entry.modified)
    number(Int64(bitPattern: entry.inode))
    if role == .asInputs { number(entry.changed) }
    if entry.kind != .file {
      raw(",")
      string(entry.kind.rawValue.utf8)
    }
    raw("]")
  }

  private mutating func number(_ number: Int64) {
    raw(",")
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    // Without a text of its own for each: a large site has four numbers of tens of thousands of files.
    var left = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    var right = bytes.count - 1
    while left < right {
      bytes.swapAt(left, right)
      (left, right) = (left + 1, right - 1)
    }
  }

  mutating func string(_ text: some Collection<UInt8>) {
    raw("\"")
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x20..<0x7F:
        bytes.append(byte)
      default:
        raw("\\u00")
        bytes.append(.hexDigit(byte >> 4))
        bytes.append(.hexDigit(byte & 15))
      }
    }
    raw("\"")
  }
}
