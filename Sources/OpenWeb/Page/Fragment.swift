internal import Basics

/// The hash of the place a fragment names; nil for the top of the page, for text searches and for
/// parts of a picture or recording (`svgView(…)`, `xywh=…`, `t=…`).
func fragmentHash(_ fragment: [UInt8]) -> UInt64? {
  let name = placeName(fragment)
  if name.isEmpty || equals(name, "top") { return nil }
  if name.starts(with: "svgView(".utf8) || name.starts(with: "xywh=".utf8)
    || name.starts(with: "t=".utf8)
  {
    return nil
  }
  return stableHash(name)
}

/// `m%C3%A4rz:~:text=x` → `märz`
func placeName(_ fragment: [UInt8]) -> ArraySlice<UInt8> {
  let decoded = fragment.contains(UInt8(ascii: "%")) ? PercentCoding.decoded(fragment) : fragment
  for index in decoded.indices.dropLast(2)
  where decoded[index] == UInt8(ascii: ":") && decoded[index...].starts(with: ":~:".utf8) {
    return decoded[..<index]
  }
  return decoded[...]
}
