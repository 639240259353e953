internal import Basics

extension XMLRow {
  /// A time that must be there; the dump writes UTC without a zone: `2011-10-11T19:42:20.713`.
  func time(_ name: StaticString) throws(RecordFault) -> Timestamp {
    guard let time = try optionalTime(name) else {
      throw RecordFault(record, "`\(name)` is missing")
    }
    return time
  }

  /// A time that may be absent but not wrong.
  func optionalTime(_ name: StaticString) throws(RecordFault) -> Timestamp? {
    guard let text = self[name] else { return nil }
    guard let time = Timestamp(utcWithoutZone: text) ?? Timestamp(rfc3339: text) else {
      throw RecordFault(record, "`\(name)` is not a time", value: string(name))
    }
    return time
  }

  /// A whole number that must be there.
  func number(_ name: StaticString) throws(RecordFault) -> Int {
    guard let number = try optionalNumber(name) else {
      throw RecordFault(record, "`\(name)` is missing")
    }
    return number
  }

  /// A whole number that may be absent but not wrong.
  func optionalNumber(_ name: StaticString) throws(RecordFault) -> Int? {
    guard let text = string(name) else { return nil }
    guard let number = Int(text), number.magnitude <= Int32.max.magnitude else {
      throw RecordFault(record, "`\(name)` is not a number", value: text)
    }
    return number
  }
}
