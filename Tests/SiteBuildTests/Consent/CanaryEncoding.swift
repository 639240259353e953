import Foundation

/// The forms in which a name can hide in a file.
enum CanaryEncoding {
  static func all(of name: String) -> [(String, [UInt8])] {
    var forms: [(String, [UInt8])] = []
    let spellings = [
      ("as it is", name), ("lower case", name.lowercased()), ("upper case", name.uppercased()),
      ("NFC", name.precomposedStringWithCanonicalMapping),
      ("NFD", name.decomposedStringWithCanonicalMapping),
      ("with hyphens", name.replacing(" ", with: "-")),
      ("escaped for HTML", name.replacing("&", with: "&amp;")),
      ("URL path", name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name),
      ("form", name.replacing(" ", with: "+")),
      ("JSON escapes", escaped(name) { "\\u" + hexadecimal($0, 4) }),
      ("decimal references", escaped(name) { "&#\($0);" }),
      ("hexadecimal references", escaped(name) { "&#x" + String($0, radix: 16) + ";" }),
      ("Punycode", name.contains(".") ? "xn--zrk-forum-07a.example" : name),
      ("reversed", String(name.reversed())),
    ]
    for (label, text) in spellings { forms.append((label, Array(text.utf8))) }
    let bytes = Array(name.utf8)
    forms.append(("percent", Array(bytes.map { "%" + pair($0).uppercased() }.joined().utf8)))
    forms.append(("hexadecimal", Array(bytes.map(pair).joined().utf8)))
    forms.append(("HEXADECIMAL", Array(bytes.map { pair($0).uppercased() }.joined().utf8)))
    forms.append(
      ("quoted printable", Array(bytes.map { "=" + pair($0).uppercased() }.joined().utf8)))
    for shift in 0..<3 { forms.append(("base64, shifted by \(shift)", base64(bytes, shift))) }
    forms.append(("UTF-16", name.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
    return forms.filter { $0.1.count >= 3 }
  }

  /// The part of the base64 text that does not depend on what stands before and behind.
  private static func base64(_ bytes: [UInt8], _ shift: Int) -> [UInt8] {
    let padded = [UInt8](repeating: 0x20, count: shift) + bytes
    let whole = padded.prefix(padded.count / 3 * 3)
    let text = Array(Data(whole).base64EncodedString().utf8)
    return Array(text.dropFirst(shift == 0 ? 0 : 4))
  }

  private static func escaped(_ name: String, _ form: (Int) -> String) -> String {
    name.unicodeScalars.map { $0.isASCII ? String($0) : form(Int($0.value)) }.joined()
  }

  private static func pair(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func hexadecimal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// Small letters and digits without accents, and nothing else.
  static func folded(_ text: String) -> String {
    let plain = text.decomposedStringWithCompatibilityMapping.lowercased()
    return String(
      String.UnicodeScalarView(
        plain.unicodeScalars.filter { CharacterSet.alphanumerics.contains($0) && $0.isASCII }))
  }

  /// Without tags, with references and percent signs undone.
  static func readable(_ text: String) -> String {
    var result = text.replacing("&amp;", with: "&")
    for (reference, character) in [("&ouml;", "ö"), ("&#246;", "ö"), ("&nbsp;", " ")] {
      result = result.replacing(reference, with: character)
    }
    var visible = ""
    var isInTag = false
    for character in result {
      if character == "<" { isInTag = true }
      if !isInTag { visible.append(character) }
      if character == ">" { isInTag = false }
    }
    return (visible + "\n" + result).replacing("%20", with: " ")
  }

  /// A mail with the lines and bytes that its encoding broke up put together again.
  static func unquoted(_ mail: String) -> String { ParsedMail(mail).parts.joined(separator: "\n") }
}
