internal import Basics

/// How far an address in an attribute has come.
struct AddressPlace: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    /// Nothing yet.
    case start
    /// Literal text that may still become a scheme.
    case undecided
    case path
    /// Query or fragment.
    case query
    /// A value began the address; `/`, `?` or `#` must follow.
    case afterStart
  }

  private(set) var part = Part.start
  private var prefix: [UInt8] = []
  /// Whether nothing more can tell that the address is allowed: the first of `/:?#` decides.
  private var staysUndecided = false
  private var fault: Fault?
  private(set) var isAfterComma = false

  var isAtStart: Bool { part == .start }

  mutating func takeFault() -> Fault? {
    defer { fault = nil }
    return fault
  }

  /// Goes on over a literal byte.
  mutating func step(_ byte: UInt8) {
    // In `srcset` a new candidate begins.
    if byte > 32 { isAfterComma = byte == UInt8(ascii: ",") }
    switch part {
    case .start, .undecided: stepPrefix(byte)
    case .afterStart:
      if byte != UInt8(ascii: "/"), byte != UInt8(ascii: "?"), byte != UInt8(ascii: "#") {
        fault = Fault(
          "after a value that begins the address, `/`, `?` or `#` must follow",
          code: TemplatingCodes.address)
      }
      part = byte == UInt8(ascii: "/") ? .path : .query
    case .path: if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { part = .query }
    case .query: break
    }
  }

  private mutating func stepPrefix(_ byte: UInt8) {
    part = .undecided
    if staysUndecided { return }
    prefix.append(lowercased(byte))
    guard "/:?#".utf8.contains(byte) else { return }
    // A reference could stand for any letter of a scheme.
    staysUndecided = prefix.contains(UInt8(ascii: "&")) || !URLScheme.isAllowed(prefix)
    if staysUndecided { return }
    part = byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") ? .query : .path
  }

  /// A value is written; the part it is in.
  mutating func noteAction() -> Part {
    let here = part
    if part == .start { part = .afterStart }
    isAfterComma = false
    return here
  }
}
