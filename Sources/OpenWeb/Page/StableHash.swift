/// A hash of bytes that is the same in every run: 64 bits, so that two of the names in one site
/// share a hash by chance once in billions of sites.
///
/// Eight bytes a step, each folded in by the two halves of a 128-bit product.
package func stableHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
  var offset = 0
  while offset + 8 <= bytes.count {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    hash = folded(hash ^ word)
    offset += 8
  }
  var rest: UInt64 = 0
  while offset < bytes.count {
    rest = rest << 8 | UInt64(bytes[offset])
    offset += 1
  }
  return folded(folded(hash ^ rest ^ 0xA076_1D64_78BD_642F))
}

package func stableHash(_ bytes: some Collection<UInt8>) -> UInt64 {
  bytes.withContiguousStorageIfAvailable { stableHash(UnsafeRawBufferPointer($0)) }
    ?? Array(bytes).withUnsafeBytes { stableHash($0) }
}

private func folded(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}
