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
          PercentCoding.append(place, keeping: slash, to: &bytes)
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
  PercentCoding.append(
    UnsafeBufferPointer(rebasing: there[common...]), keeping: slash, to: &bytes)
  return bytes
}

/// A place on the page itself: `#overview`.
func relativeAddress(toFragment fragment: String) -> String {
  "#" + PercentCoding.encoded(path: fragment)
}

private let slash = UInt8(ascii: "/")
