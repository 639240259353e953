#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Finds row numbers by the hash of a text; the text itself lies with the owner.
///
/// Open addressing with linear probing: 8 bytes a slot and no allocation for a look-up, where a
/// dictionary of strings would make a string each time.
struct HashSlots: Sendable {
  private struct Slot {
    var row: Int32 = -1
    /// The upper half of the hash, so that most strangers are told apart without their text.
    var mark: UInt32 = 0
  }

  private var slots: [Slot] = Array(repeating: Slot(), count: 64)
  private var used = 0

  /// The row whose hash is the same and of which `isEqual` says yes.
  @inline(__always)
  func find(_ hash: UInt64, where isEqual: (Int) -> Bool) -> Int? {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].row >= 0 {
      if slots[index].mark == UInt32(hash >> 32), isEqual(Int(slots[index].row)) {
        return Int(slots[index].row)
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a row that is not there yet; `hashOf` is asked again for older rows when the table grows.
  @inline(__always)
  mutating func insert(_ row: Int, _ hash: UInt64, hashOf: (Int) -> UInt64) {
    if used * 3 >= slots.count * 2 { grow(hashOf) }
    place(row, hash)
    used += 1
  }

  /// Lets another row with the same text stand for it from now on.
  mutating func replace(_ old: Int, by new: Int, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].row >= 0 {
      if slots[index].row == Int32(old) {
        slots[index].row = Int32(new)
        return
      }
      index = (index + 1) & (slots.count - 1)
    }
  }

  /// Makes room for so many rows at once.
  mutating func reserve(_ rows: Int, hashOf: (Int) -> UInt64) {
    while rows * 3 >= slots.count * 2 { grow(hashOf) }
  }

  private mutating func place(_ row: Int, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].row >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(row: Int32(row), mark: UInt32(hash >> 32))
  }

  private mutating func grow(_ hashOf: (Int) -> UInt64) {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.row >= 0 { place(Int(slot.row), hashOf(Int(slot.row))) }
  }
}

/// A 64-bit hash of bytes, the same in every run, by folded 128-bit products; not for secrets.
package func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var state = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
  let raw = UnsafeRawBufferPointer(bytes)
  var index = 0
  // Two products at a time, none of which waits for the other.
  if raw.count >= 32 {
    var other = ~state
    while index + 16 <= raw.count {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      other = fold(other ^ raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      index += 16
    }
    state ^= other &* 0x9E37_79B9_7F4A_7C15
  }
  while index + 8 <= raw.count {
    state = fold(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    index += 8
  }
  var tail: UInt64 = 0
  while index < raw.count {
    tail = tail << 8 | UInt64(raw[index])
    index += 1
  }
  return fold(fold(state ^ tail) ^ 0xE703_7ED1_A0B4_28DB)
}

private func fold(_ value: UInt64) -> UInt64 {
  let product = (value ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
  return product.high ^ product.low
}

/// Whether two stretches of bytes are the same.
func isEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  guard let l = left.baseAddress, let r = right.baseAddress else { return true }
  return memcmp(l, r, left.count) == 0
}
