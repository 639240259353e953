internal import Basics
internal import CommunityData
internal import JSONText

/// How an export writes a moment.
enum TimeForm: String, Sendable, CaseIterable {
  /// RFC 3339 with any offset, or without one for UTC: `2026-11-21T08:00:00.5+02:00`.
  case iso
  /// Since 1970, as a number or text: `1623699343`, `"1433558319.000002"`.
  case seconds, milliseconds, microseconds
}

extension SourceObject {
  /// A moment that must be there.
  func time(_ name: StaticString, _ form: TimeForm = .iso) throws(RecordFault) -> Timestamp {
    guard let time = try optionalTime(name, form) else { throw missing(name) }
    return time
  }

  /// A moment that may be absent but not wrong.
  func optionalTime(
    _ name: StaticString, _ form: TimeForm = .iso
  ) throws(RecordFault) -> Timestamp? {
    guard let index = find(name) else { return nil }
    let token = tokens[index]
    if token.kind == .string, token.text.isEmpty { return nil }
    guard let time = form.timestamp(token) else {
      var fault = fault("`\(name)` is not a time", at: index)
      fault.value = token.kind == .string ? token.string : nil
      fault.detail = token.kind == .string ? nil : token.kind.words
      throw fault
    }
    return time
  }
}

extension TimeForm {
  /// Numbers beyond the year 9999 are none.
  func timestamp(_ token: JSONToken) -> Timestamp? {
    switch token.kind {
    case .string: timestamp(token.text)
    case .integer: timestamp(units: token.integer)
    case .double where self == .seconds && abs(token.double) < 1e12:
      timestamp(units: Int(token.double.rounded(.down)))
    default: nil
    }
  }

  /// A moment written as text; numbers of seconds may have a fraction, which is cut off.
  func timestamp(_ text: some RandomAccessCollection<UInt8>) -> Timestamp? {
    if self == .iso { return iso(text) }
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    let fraction = text.dropFirst(whole.count + 1)
    guard whole.count <= 18, fraction.allSatisfy(ByteClass.isDigit),
      let number = Int(String(decoding: whole, as: UTF8.self))
    else { return nil }
    return timestamp(units: number)
  }

  /// Some programs leave a blank before the offset: `2010-04-09 11:09:03 -0600`.
  private func iso(_ text: some RandomAccessCollection<UInt8>) -> Timestamp? {
    let quick = text.withContiguousStorageIfAvailable { Timestamp(bytes: $0) } ?? nil
    if let time = quick ?? Timestamp(rfc3339: text) ?? Timestamp(utcWithoutZone: text) {
      return time
    }
    guard let blank = text.lastIndex(of: 0x20) else { return nil }
    return Timestamp(rfc3339: Array(text[..<blank]) + text[text.index(after: blank)...])
  }

  private func timestamp(units: Int) -> Timestamp? {
    let latest: Int64 = 253_402_300_799
    let seconds = floorDivide(Int64(units), unitsInASecond)
    return seconds >= 0 && seconds <= latest ? Timestamp(secondsSinceEpoch: seconds) : nil
  }

  private var unitsInASecond: Int64 {
    switch self {
    case .iso, .seconds: 1
    case .milliseconds: 1_000
    case .microseconds: 1_000_000
    }
  }
}
