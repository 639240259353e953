internal import Basics

/// Takes names out of files that are ready to be written: the last net under everything that leaves
/// them out by itself, since names stand in prose as well.
struct NameMask: Sendable {
  let search: NameSearch
  /// What stands in their place, in the language of the site: `[withdrawn]`.
  let replacement: String

  init(_ names: [String], replacement: String) {
    search = NameSearch(names)
    self.replacement = replacement
  }

  /// What a kind of file needs so that it is still one without its names.
  private enum Form {
    case markup, json, csv, text, binary

    init(_ path: SitePath) {
      switch path.fileExtension.lowercased() {
      case "html", "htm", "xml", "svg", "opml", "xhtml": self = .markup
      case "json", "ndjson", "webmanifest", "geojson": self = .json
      case "csv": self = .csv
      case "txt", "md", "css", "js", "eml", "ics", "yaml", "yml", "tsv", "": self = .text
      default: self = .binary
      }
    }
  }

  /// The file without the names; nil where they stand in something that is no text.
  func masked(_ file: OutputFile, keeping fields: FieldNames = .none) -> OutputFile? {
    if search.isEmpty { return file }
    var file = file
    switch Form(file.path) {
    case .markup: file.bytes = MarkupMask(self).masked(file.bytes)
    case .json: file.bytes = masked(file.bytes, isJSON: true, keeping: fields.kept(inJSON:))
    case .csv: file.bytes = masked(file.bytes, keeping: fields.kept(inCSV:))
    case .text: file.bytes = masked(file.bytes)
    case .binary: if tellsName(file.bytes) { return nil }
    }
    return file
  }

  /// Whether a name stands in bytes that are no text; a short one stands in most of them by chance.
  private func tellsName(_ bytes: [UInt8]) -> Bool {
    search.matches(in: bytes[...]).contains { match in
      let letters = bytes[match.range].count { $0 > 0x20 && !"-_+".utf8.contains($0) }
      return letters >= NameMask.fewestBytes
    }
  }

  /// From how many bytes on a name in a picture of some megabytes is there on purpose.
  private static let fewestBytes = 6

  /// Whether a path or another short text holds a name, as it is or as `m%C3%BCller` is read.
  func hides(_ text: String) -> Bool {
    if search.isEmpty { return false }
    let bytes = Array(text.utf8)
    if !search.matches(in: bytes[...]).isEmpty { return true }
    guard bytes.contains(where: { MappedText.isCoded($0) }) else { return false }
    var read = MappedText()
    read.add(bytes, bytes.indices, .plain)
    return !search.matches(in: read.bytes[...]).isEmpty
  }

  /// Whether an address tells a name; `index.html` tells nobody's.
  func hides(_ address: SitePath) -> Bool {
    hides(OwnWords.fileNames.contains(address.name) ? address.folder.text : address.text)
  }

  func masked(_ text: String) -> String {
    search.isEmpty ? text : String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  private func masked(
    _ bytes: [UInt8], isJSON: Bool = false, keeping kept: ([UInt8]) -> [Range<Int>] = { _ in [] }
  ) -> [UInt8] {
    var text = MappedText()
    text.reserve(bytes.count)
    text.add(bytes, bytes.indices, isJSON ? .json : .plain)
    let matches = search.matches(in: text.bytes[...])
    if matches.isEmpty { return bytes }
    var spared = kept(bytes)[...]
    var edits = FileEdits()
    for match in matches {
      let sources = text.sources(of: match.range)
      let start = sources.first?.lowerBound ?? 0
      while let range = spared.first, range.upperBound <= start { spared.removeFirst() }
      if spared.first?.contains(start) == true { continue }
      edits.replace(sources, by: Array(replacement.utf8))
    }
    return edits.applied(to: bytes)
  }
}

/// Stretches of a file and what takes their place.
struct FileEdits {
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  /// The first stretch gives way to the text, the others to nothing.
  mutating func replace(_ ranges: [Range<Int>], by bytes: [UInt8]) {
    for (index, range) in ranges.enumerated() {
      edits.append((range, index == 0 ? bytes : []))
    }
  }

  func applied(to file: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(file.count)
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= place {
      output += file[place..<edit.range.lowerBound]
      output += edit.bytes
      place = edit.range.upperBound
    }
    return output + file[place...]
  }
}
