package import Basics

/// The way from one file of the site to another, as it stands in `href`.
///
/// `relativeAddress(from: "insights/a/index.html", to: "style.css")` → `"../../style.css"`;
/// to itself → its own name. Works in a sub-folder and from disk alike.
package func relativeAddress(
  from: SitePath, to target: SitePath, fragment: String? = nil
) -> String {
  var (here, there, place) = (from.text, target.text, fragment ?? "")
  // Every link of every page comes this way, so nothing is copied but the result.
  return here.withUTF8 { here in
    there.withUTF8 { there in
      place.withUTF8 { place in
        var bytes = wayUp(from: here, to: there)
        if fragment != nil {
          bytes.append(UInt8(ascii: "#"))
          bytes.appendPercentEncoded(place)
        }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}

private func wayUp(
  from here: UnsafeBufferPointer<UInt8>, to there: UnsafeBufferPointer<UInt8>
) -> [UInt8] {
  // Where the part begins in which the two first differ.
  var common = 0
  var index = 0
  while index < min(here.count, there.count), here[index] == there[index] {
    index += 1
    if here[index - 1] == slash { common = index }
  }
  let up = here[common...].count { $0 == slash }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(3 * up + there.count - common + 16)
  for _ in 0..<up { bytes += "../".utf8 }
  bytes.appendPercentEncoded(there[common...])
  return bytes
}

/// A place on the page itself: `#overview`.
func relativeAddress(toFragment fragment: String) -> String {
  var bytes = [UInt8(ascii: "#")]
  bytes.appendPercentEncoded(fragment.utf8)
  return String(decoding: bytes, as: UTF8.self)
}

/// A path with all but `/` and RFC 3986's unreserved characters as `%XX`.
func percentEncoded(_ path: Substring) -> String {
  var bytes: [UInt8] = []
  bytes.appendPercentEncoded(path.utf8)
  return String(decoding: bytes, as: UTF8.self)
}

private let slash = UInt8(ascii: "/")

extension [UInt8] {
  /// Writes a path with all but `/` and RFC 3986's unreserved characters as `%XX`.
  mutating func appendPercentEncoded(_ path: some Sequence<UInt8>) {
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), slash:
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(hexadecimal(byte >> 4))
        append(hexadecimal(byte & 15))
      }
    }
  }
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
  digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
}
