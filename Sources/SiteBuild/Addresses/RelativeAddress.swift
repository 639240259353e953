package import Basics

/// The way from one file of the site to another, as it stands in `href`.
///
/// `relativeAddress(from: "insights/a/index.html", to: "style.css")` → `"../../style.css"`;
/// to itself → its own name. Works in a sub-folder and from disk alike.
package func relativeAddress(
  from: SitePath, to target: SitePath, fragment: String? = nil
) -> String {
  let here = from.folder.parts
  let there = target.parts
  var common = 0
  while common < here.count, common < there.count - 1, here[common] == there[common] {
    common += 1
  }
  let up = Array(repeating: "..", count: here.count - common)
  let path = (up + there[common...].map { percentEncoded($0) }).joined(separator: "/")
  return fragment.map { "\(path)#\(percentEncoded($0[...]))" } ?? path
}

/// A place on the page itself: `#overview`.
func relativeAddress(toFragment fragment: String) -> String {
  "#" + percentEncoded(fragment[...])
}

/// One path part with all but RFC 3986's unreserved characters as `%XX`.
func percentEncoded(_ part: Substring) -> String {
  var text = ""
  for byte in part.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      text += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return text
}
