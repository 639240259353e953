/// The hash of the place a fragment names; nil for the top of the page, for text searches and for
/// parts of a picture or recording (`svgView(…)`, `xywh=…`, `t=…`).
func fragmentHash(_ fragment: [UInt8]) -> UInt64? {
  let name = placeName(fragment)
  let parts = ["svgView(", "xywh=", "t="]
  if parts.contains(where: { name.starts(with: $0.utf8) }) { return nil }
  return name.isEmpty || name.text.lowercased() == "top" ? nil : stableHash(name)
}

/// `m%C3%A4rz:~:text=x` → `märz`
func placeName(_ fragment: [UInt8]) -> ArraySlice<UInt8> {
  let decoded = percentDecoded(fragment)
  for index in decoded.indices.dropLast(2) where decoded[index...].starts(with: ":~:".utf8) {
    return decoded[..<index]
  }
  return decoded[...]
}
