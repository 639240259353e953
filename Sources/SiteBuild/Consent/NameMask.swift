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
    case markup, json, text, binary

    init(_ path: SitePath) {
      switch path.fileExtension.lowercased() {
      case "html", "htm", "xml", "svg", "opml", "xhtml": self = .markup
      case "json", "ndjson", "webmanifest", "geojson": self = .json
      case "txt", "csv", "md", "css", "js", "eml", "ics", "yaml", "yml", "tsv", "": self = .text
      default: self = .binary
      }
    }
  }

  /// The file without the names; nil where they stand in something that is no text.
  func masked(_ file: OutputFile) -> OutputFile? {
    if search.isEmpty { return file }
    switch Form(file.path) {
    case .markup: return OutputFile(path: file.path, bytes: MarkupMask(self).masked(file.bytes))
    case .json: return OutputFile(path: file.path, bytes: masked(file.bytes, isJSON: true))
    case .text: return OutputFile(path: file.path, bytes: masked(file.bytes))
    case .binary: return search.matches(in: file.bytes[...]).isEmpty ? file : nil
    }
  }

  /// Whether a path or another short text holds a name.
  func hides(_ text: String) -> Bool {
    !search.isEmpty && !search.matches(in: Array(text.utf8)[...]).isEmpty
  }

  func masked(_ text: String) -> String {
    search.isEmpty ? text : String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  private func masked(_ bytes: [UInt8], isJSON: Bool = false) -> [UInt8] {
    var text = MappedText()
    text.reserve(bytes.count)
    text.add(bytes, bytes.indices, isJSON: isJSON)
    let matches = search.matches(in: text.bytes[...])
    if matches.isEmpty { return bytes }
    var edits = FileEdits()
    for match in matches {
      edits.replace(text.sources(of: match.range), by: Array(replacement.utf8))
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
