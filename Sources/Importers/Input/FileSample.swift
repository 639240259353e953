/// The name and the beginning of a file of an export, by which its format is recognised.
struct FileSample: Sendable {
  /// Bytes of a beginning.
  static let size = 1 << 14
  /// Files beyond these are not looked at: a format shows in the first already.
  static let most = 5_000

  /// A path inside the export.
  let name: String
  /// In UTF-8, without a byte order mark; shorter only for a shorter file or one in UTF-16.
  let head: [UInt8]

  init(name: String, head: [UInt8]) {
    self.name = name
    if var text = UTF16Text(mark: head) {
      self.head = text.decoded(head.dropFirst(2))
    } else {
      self.head = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    }
  }

  /// Whether the name ends so, in any case: `.tsv`.
  func hasEnding(_ ending: String) -> Bool { name.lowercased().hasSuffix(ending) }

  /// The last part of the name.
  var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Whether an ASCII text in lower case stands in the beginning, in any case.
  func holds(_ text: StaticString) -> Bool {
    head.indices.contains { head.has(text, at: $0) }
  }

  /// Whether the beginning, behind white space, begins so, in any case.
  func begins(with text: StaticString) -> Bool {
    head.has(text, at: head.end(from: 0, while: isWhiteSpace))
  }
}

extension ExportInput {
  /// Gives the beginning of every file to `body`.
  func sampleFiles(_ body: (FileSample) -> Void) throws(ImportError) {
    if isStream {
      throw ImportError(
        ImportersCodes.unknownFormat, "what comes from standard input can be read only once",
        fix: "name the format; `meadow import --list` names them all")
    }
    var count = 0
    try withoutMeter.forEachFile(where: { _ in count < FileSample.most }) {
      (name, stream) throws(ImportError) in
      count += 1
      var stream = stream
      var head: [UInt8] = []
      while head.count < FileSample.size, let chunk = try stream.next() {
        head += chunk.prefix(FileSample.size - head.count)
      }
      body(FileSample(name: name, head: head))
    }
  }
}
