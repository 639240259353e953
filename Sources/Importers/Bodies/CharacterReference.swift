/// Decodes `&amp;`, `&#228;` and `&#xE4;` in text of an export.
///
/// Of the named ones those that exporters and mail programs write: XML's five, the blank, dashes,
/// quotation marks and Latin letters. A reference that is none stays as it is.
enum CharacterReference {
  private static let longest = 10

  /// `a &lt; b` → `a < b`
  static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(in: bytes, at: index) {
        output += String(Character(scalar)).utf8
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static func reference(
    in bytes: [UInt8], at index: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let start = index + 1
    let end = bytes.end(from: start, limit: longest) {
      ByteClass.isLetter($0) || ByteClass.isDigit($0) || $0 == UInt8(ascii: "#")
    }
    guard end > start, bytes.at(end) == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if let scalar = names[name] ?? numbered(name) { return (scalar, end + 1) }
    return nil
  }

  /// `#228`, `#xE4`; control characters come out as the sign for what cannot be shown.
  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number else { return nil }
    let isControl = number < 0x20 && ![0x09, 0x0A, 0x0D].contains(number)
    return isControl ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  private static let names: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "commat": "@",
      "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
      "ldquo": "“", "rdquo": "”", "bdquo": "„", "bull": "•", "trade": "™", "euro": "€",
      "zwnj": "\u{200C}", "zwj": "\u{200D}", "ensp": "\u{2002}", "emsp": "\u{2003}",
      "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "rarr": "→", "larr": "←",
    ]
    // HTML names the whole of Latin-1's upper half, in order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      names[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return names
  }()
}
