#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Splits a mailbox into its mails, in flat memory.
///
/// A mail begins with a `From ` line that stands at the start or behind an empty line, holds a time
/// of day, and is followed by a header; so a paragraph that begins with "From here on" is not taken
/// for one. Some programs leave the empty line out: behind another line it must end with a date in
/// full. A file that begins otherwise is one mail (Maildir, `.eml`).
struct MailboxReader {
  /// A longer mail is a fault. The largest attachments that lists let through are below it.
  static let longestMail = 32 << 20

  private let file: String
  private var stream: ByteStream
  private var buffer: [UInt8] = []
  /// Where the current mail begins in the buffer.
  private var head = 0
  /// Up to where the buffer was searched for the next mail.
  private var searched = 0
  private var line = 1
  private var isWhole = false
  private var isMailbox: Bool?

  init(_ stream: ByteStream, file: String) {
    self.stream = stream
    self.file = file
  }

  /// The next mail or fault; nil after the last.
  mutating func next() throws(ImportError) -> MailRecord? {
    if isMailbox == nil { try begin() }
    while head < buffer.count || !isWhole {
      if let end = nextStart() { return take(to: end) }
      if buffer.count - head > MailboxReader.longestMail { return try takeTooLong() }
      if isWhole { return head < buffer.count ? take(to: buffer.count) : nil }
      try fill()
    }
    return nil
  }

  private mutating func begin() throws(ImportError) {
    while buffer.count < 4_096, !isWhole { try fill() }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { head = 3 }
    while let byte = buffer.at(head), byte == 0x0A || byte == 0x0D { skipByte() }
    searched = head
    isMailbox = buffer.has("from ", at: head) && MailboxReader.isStart(in: buffer, at: head)
  }

  private mutating func skipByte() {
    if buffer[head] == 0x0A { line += 1 }
    head += 1
  }

  private mutating func fill() throws(ImportError) {
    guard let chunk = try stream.next() else {
      isWhole = true
      return
    }
    if head > 0 {
      buffer.removeFirst(head)
      searched -= head
      head = 0
    }
    buffer += chunk
  }

  /// The index at which the next mail begins; nil when the buffer does not hold it yet.
  private mutating func nextStart() -> Int? {
    guard isMailbox == true else { return nil }
    var at = max(searched, head + 1)
    let found = buffer.withUnsafeBufferPointer { bytes -> Int? in
      while let next = MailboxReader.fromLine(in: bytes, from: at) {
        // The line and the one behind it must be there to be judged.
        if !isWhole, bytes.count - next < 2_048 {
          at = next
          return nil
        }
        if MailboxReader.isStart(in: buffer, at: next), isSurelyOne(bytes, next) { return next }
        at = next + 1
      }
      at = max(at, bytes.count - 6)
      return nil
    }
    searched = at
    return found
  }

  /// Whether the `From ` line at an index stands behind an empty line, or else ends with a date in full
  /// and is no second one at the head of the same mail.
  private func isSurelyOne(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if MailboxReader.isBehindEmptyLine(bytes, index) { return true }
    if bytes.firstIndex(of: 0x0A, from: head) == index - 1 { return false }
    let end = bytes.firstIndex(of: 0x0A, from: index) ?? bytes.count
    return MailboxReader.isDated(bytes[index..<end])
  }

  private static let weekdays: Set<String> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Whether a line ends as `asctime` writes a date, with or without a zone:
  /// `Mon Mar  2 10:00:05 2015`, `Mon Mar  2 10:00:05 2015 +0100`.
  private static func isDated(_ line: some Collection<UInt8>) -> Bool {
    let words = line.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    guard let day = words.lastIndex(where: weekdays.contains), (5...6).contains(words.count - day)
    else { return false }
    let (clock, rest) = (words[day + 3], words[(day + 4)...])
    return months.contains(words[day + 1]) && Int(words[day + 2]) != nil && clock.contains(":")
      && rest.contains { $0.utf8.count == 4 && $0.utf8.allSatisfy(ByteClass.isDigit) }
  }

  /// The index of the next `From ` at the beginning of a line.
  private static func fromLine(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 5 <= bytes.count {
      guard let found = bytes.firstIndex(of: UInt8(ascii: "F"), from: index),
        found + 5 <= bytes.count
      else { return nil }
      if bytes[found + 1] == UInt8(ascii: "r"), bytes[found + 2] == UInt8(ascii: "o"),
        bytes[found + 3] == UInt8(ascii: "m"), bytes[found + 4] == 0x20,
        found > 0, bytes[found - 1] == 0x0A
      {
        return found
      }
      index = found + 1
    }
    return nil
  }

  private static func isBehindEmptyLine(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index >= 2, bytes[index - 1] == 0x0A else { return false }
    return bytes[index - 2] == 0x0A
      || index >= 3 && bytes[index - 2] == 0x0D && bytes[index - 3] == 0x0A
  }

  /// Whether the line at an index holds a time of day and a header's name stands in the next.
  private static func isStart(in bytes: [UInt8], at index: Int) -> Bool {
    let end = bytes.end(from: index, limit: 512) { $0 != 0x0A }
    guard bytes.at(end) == 0x0A else { return false }
    let hasTime = (index + 5..<end).contains { place in
      bytes[place] == UInt8(ascii: ":") && ByteClass.isDigit(bytes[place - 1])
        && bytes.at(place + 1).map(ByteClass.isDigit) == true
    }
    guard hasTime else { return false }
    let start = bytes.at(end + 1) == UInt8(ascii: ">") ? end + 2 : end + 1
    let name = bytes.end(from: start, limit: 80) { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
    return name > start && (bytes.at(name) == 0x3A || bytes.has("from ", at: start))
  }

  private mutating func take(to end: Int) -> MailRecord {
    var record = SourceRecord(file: file, line: line, column: 1, bytes: [])
    record.bytes = Array(buffer[head..<end])
    advance(to: end)
    guard isMailbox == true else { return .mail(RawMail(record: record, start: 0, envelope: [])) }
    let eol = record.bytes.end(from: 0) { $0 != 0x0A }
    let envelope = record.bytes[min(5, eol)..<eol]
    return .mail(
      RawMail(record: record, start: min(eol + 1, record.bytes.count), envelope: envelope))
  }

  /// Passes over a mail that is too long, up to the next one.
  private mutating func takeTooLong() throws(ImportError) -> MailRecord {
    let record = SourceRecord(file: file, line: line, column: 1, bytes: [])
    var fault = RecordFault(record, "a mail is longer than 32 MiB")
    var lost = 0
    while true {
      let end = nextStart()
      // Behind the last line end another mail may begin.
      let known = end ?? (isWhole ? buffer.count : max(head, buffer.count - 2_048))
      lost += fault.append(buffer[head..<known])
      advance(to: known)
      if end != nil || isWhole { break }
      try fill()
    }
    if lost > 0 { fault.detail = "\(lost) further bytes are not kept" }
    return .fault(fault)
  }

  private mutating func advance(to end: Int) {
    for byte in buffer[head..<end] where byte == 0x0A { line += 1 }
    head = end
    searched = max(searched, head)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first such byte at or after a place.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
