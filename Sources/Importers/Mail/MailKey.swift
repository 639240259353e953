internal import Crypto

/// What stands for a mail in a snapshot: the first 80 bits of the SHA-256 of its Message-ID, since the
/// id itself often holds its sender's host or address.
struct MailKey: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt16

  /// `21855.5422@max.example`, without the angle brackets.
  init(_ messageID: some Sequence<UInt8>) {
    let digest = Array(SHA256.hash(data: Array(messageID)).prefix(10))
    high = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8...].reduce(0) { $0 << 8 | UInt16($1) }
  }

  /// `mail-` and 16 letters or digits.
  var id: String {
    let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: high >> ($0 * 8)) }
    return "mail-" + base32(bytes + [UInt8(low >> 8), UInt8(low & 0xFF)])
  }

  /// The ids in angle brackets, in order; without brackets the words with an `@`.
  static func list(_ value: [UInt8]) -> [MailKey] {
    var keys: [MailKey] = []
    var rest = value[...]
    while let open = rest.firstIndex(of: 0x3C), let close = rest[open...].firstIndex(of: 0x3E) {
      let id = rest[(open + 1)..<close].filter { !isWhiteSpace($0) }
      if id.contains(0x40) || id.count > 8 { keys.append(MailKey(id)) }
      rest = rest[(close + 1)...]
    }
    if !keys.isEmpty { return keys }
    return value.split(whereSeparator: isWhiteSpace).filter { $0.contains(0x40) && $0.count < 256 }
      .prefix(1).map { MailKey($0) }
  }
}
