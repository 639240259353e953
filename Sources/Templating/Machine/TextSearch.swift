/// Where `needle` stands in `haystack`, from an offset on; an empty needle stands everywhere.
func firstIndex(
  of needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  guard let first = needle.first else { return start <= haystack.count ? start : nil }
  if needle.count > 64 { return steadyIndex(of: needle, in: haystack, from: start) }
  var index = start
  while index + needle.count <= haystack.count {
    if haystack[index] == first,
      UnsafeBufferPointer(rebasing: haystack[index..<(index + needle.count)])
        .elementsEqual(needle)
    {
      return index
    }
    index += 1
  }
  return nil
}

/// As `firstIndex`, after Knuth, Morris and Pratt: a byte of the haystack is read once, however
/// much of a long needle it repeats.
private func steadyIndex(
  of needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  guard start + needle.count <= haystack.count else { return nil }
  // How long the longest start of the needle is that also ends the part up to here.
  var borders = [Int](repeating: 0, count: needle.count)
  var length = 0
  for index in 1..<needle.count {
    while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
    if needle[index] == needle[length] { length += 1 }
    borders[index] = length
  }
  length = 0
  for index in start..<haystack.count {
    while length > 0, haystack[index] != needle[length] { length = borders[length - 1] }
    if haystack[index] == needle[length] { length += 1 }
    if length == needle.count { return index + 1 - length }
  }
  return nil
}
