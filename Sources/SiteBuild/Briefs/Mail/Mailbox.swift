internal import Basics

/// Somebody a mail goes to: an address, with a name or without one (RFC 5322, 3.4).
package struct Mailbox: Sendable, Hashable {
  /// Empty where there is none.
  package let name: String
  /// `local@host.example` in ASCII.
  package let address: String

  /// Reads `a@b.example` and `Ana <a@b.example>`.
  package init(_ text: String) throws(MailboxFault) {
    try Mailbox.refuseHidden(text)
    let (name, address) = try Mailbox.parts(text)
    self.name = name
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw MailboxFault(.oneAt) }
    guard Mailbox.isLocal(halves[0]) else { throw MailboxFault(.localPart) }
    let host = Punycode.ascii(host: String(halves[1]))
    guard Mailbox.isHost(host) else { throw MailboxFault(.host) }
    self.address = halves[0] + "@" + host
    guard self.address.utf8.count <= 254 else { throw MailboxFault(.length) }
  }

  /// What would end the header, or shows other than it is.
  private static func refuseHidden(_ text: String) throws(MailboxFault) {
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" || scalar == "\0" { throw MailboxFault(.lineBreak) }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        throw MailboxFault(.hidden)
      default: continue
      }
    }
  }

  private static func parts(
    _ text: String
  ) throws(MailboxFault) -> (name: String, address: String) {
    guard let open = text.lastIndex(of: "<") else { return ("", trimmed(text[...])) }
    let rest = trimmed(text[text.index(after: open)...])
    guard rest.hasSuffix(">") else { throw MailboxFault(.brackets) }
    let name = trimmed(text[..<open])
    let isQuoted = name.count > 1 && name.hasPrefix("\"") && name.hasSuffix("\"")
    return (isQuoted ? String(name.dropFirst().dropLast()) : name, String(rest.dropLast()))
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }

  /// A dot-atom of at most 64 bytes; what needs quotes is given to nobody these days.
  private static func isLocal(_ text: Substring) -> Bool {
    let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 64
      && atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtomByte) }
  }

  private static func isHost(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
      }
  }
}

/// Why a text is no address that a mail can be sent to.
package struct MailboxFault: Error, Hashable, Sendable {
  package enum Cause: Hashable, Sendable, CaseIterable {
    case lineBreak, hidden, brackets, oneAt, localPart, host, length
  }

  package let cause: Cause

  init(_ cause: Cause) { self.cause = cause }

  /// What is wrong, as the end of a sentence.
  package var message: String {
    switch cause {
    case .lineBreak: "a line break in it would begin another header"
    case .hidden: "it holds a character that does not show"
    case .brackets: "its `<` has no `>` at the end"
    case .oneAt: "it has not one `@`"
    case .localPart: "what stands before `@` is no name of a mailbox"
    case .host: "what stands behind `@` is no host"
    case .length: "it is longer than 254 bytes"
    }
  }
}

/// RFC 5322, 3.2.3.
func isAtomByte(_ byte: UInt8) -> Bool {
  byte.isASCIILetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
}
