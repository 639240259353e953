/// The hash of the place a fragment names; nil for the top of the page and for text searches.
func fragmentHash(_ fragment: [UInt8]) -> UInt64? {
  let name = placeName(fragment)
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
