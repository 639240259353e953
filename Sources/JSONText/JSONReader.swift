internal import CSimdjson

/// Reads JSON texts one after the other, each as a row of tokens; owns the C++ parser.
///
/// Names that are looked for can be told beforehand; they are then recognised by number.
package struct JSONReader: ~Copyable {
  /// So many bytes behind a text must be readable; what they hold does not matter.
  package static let padding = Int(csj_padding)
  /// How deep containers may lie in each other.
  package static let maximumDepth = Int(csj_max_depth)

  private let reader: OpaquePointer

  /// At most 64 names, of which ``JSONToken/field`` then tells the index.
  package init(knownNames: [String] = []) {
    precondition(knownNames.count <= 64, "a reader knows at most 64 names")
    var texts = knownNames.map { Array($0.utf8CString) }
    let reader = withPointers(&texts) { csj_open($0, UInt32(knownNames.count)) }
    guard let reader else { preconditionFailure("no memory for a JSON reader") }
    self.reader = reader
  }

  deinit { csj_close(reader) }

  /// The tokens of one text. They and their strings are valid until the next call.
  package mutating func read(
    padded bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONFault) -> JSONRecord {
    var tokens: UnsafePointer<csj_token>?
    var count = 0
    var offset = 0
    guard let base = bytes.baseAddress, !bytes.isEmpty else {
      throw JSONFault(offset: 0, reason: "expected a value, found nothing")
    }
    let status = csj_read(reader, base, bytes.count, &tokens, &count, &offset)
    if status == csj_ok {
      return JSONRecord(
        tokens: UnsafeBufferPointer(start: tokens, count: count), fields: csj_fields(reader),
        firstUnknownName: Int(csj_first_unknown(reader)))
    }
    throw fault(status, offset, in: bytes)
  }

  private func fault(
    _ status: csj_status, _ offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> JSONFault {
    switch status {
    case csj_duplicate_name: return JSONFault(offset: offset, reason: "a name that comes twice")
    case csj_lone_surrogate: return JSONFault(offset: offset, reason: "a lone surrogate")
    case csj_too_large: return JSONFault(offset: 0, reason: "too large for memory")
    default:
      var finder = JSONFaultFinder(bytes)
      return finder.find()
        ?? JSONFault(offset: offset, reason: "malformed in a way that only the parser sees")
    }
  }
}

/// Calls with an array of C strings that live as long as the call.
private func withPointers<Result>(
  _ texts: inout [[CChar]], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
  let joined = texts.flatMap { $0 }
  return joined.withUnsafeBufferPointer { all in
    var pointers: [UnsafePointer<CChar>?] = []
    var start = 0
    for text in texts {
      pointers.append(all.baseAddress.map { $0 + start })
      start += text.count
    }
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
