internal import JSONText

/// The file of a snapshot that keeps what could not be read: `quarantine.ndjson`.
package enum Quarantine {
  /// `{"place":"posts.xml:12:5","reason":"no Id","text":"<row …"}` and a line feed; bytes that are not
  /// UTF-8 stand as `base64` in place of `text`.
  package static func encoded(_ record: QuarantinedRecord) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("place", record.place)
      json.field("reason", record.reason)
      if let text = String(validating: record.bytes, as: UTF8.self) {
        json.field("text", text)
      } else {
        json.field("base64", base64(record.bytes))
      }
    }
    json.endLine()
    return json.bytes
  }

  /// RFC 4648, padded: `[0xFF]` → `"/w=="`.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
      for place in 0..<4 {
        let digit = alphabet[bits >> (18 - 6 * place) & 63]
        output.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
