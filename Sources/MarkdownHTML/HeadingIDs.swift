internal import Basics

/// Gives each heading an id that no other has.
struct HeadingIDs {
  private let reserved: Set<String>
  private var used = Set<String>(minimumCapacity: 16)
  /// The number that was last appended to a name.
  private var counters: [String: Int] = [:]

  init(reserved: Set<String>) {
    self.reserved = reserved
  }

  /// `"What we learned: 3 things"` → `what-we-learned-3-things`, the next time `…-1`.
  mutating func id(for text: String) -> String {
    let name = headingName(text) ?? "section"
    if take(name) { return name }
    var id = name
    var counter = counters[name] ?? 0
    while !take(id) {
      counter += 1
      id = "\(name)-\(counter)"
    }
    counters[name] = counter
    return id
  }

  private mutating func take(_ id: String) -> Bool {
    !reserved.contains(id) && used.insert(id).inserted
  }
}

/// Letters and digits of any script in lower case, the blanks and dashes between them as one `-`;
/// nil when there are none.
package func headingName(_ text: String) -> String? {
  // As bytes, since a text is slow to grow by single characters.
  var name: [UInt8] = []
  name.reserveCapacity(text.utf8.count)
  var owesDash = false
  for scalar in text.unicodeScalars {
    if isWordCharacter(scalar) {
      if owesDash, !name.isEmpty { name.append(UInt8(ascii: "-")) }
      owesDash = false
      if scalar.isASCII {
        name.append(UInt8(ascii: scalar).asciiLowercased)
      } else {
        name += scalar.properties.lowercaseMapping.utf8
      }
    } else if isSeparator(scalar) {
      owesDash = true
    }
  }
  return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return scalar == "-" || scalar == "_" || UInt8(ascii: scalar).isASCIIBlank
  }
  return scalar.properties.isWhitespace
}

private func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return UInt8(ascii: scalar).isASCIILetterOrDigit }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
    return true
  default: return false
  }
}
