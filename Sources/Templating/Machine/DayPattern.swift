internal import Basics

/// How the language writes a day, as bytes: lists of pages show a date on every line, and `longDate`
/// would make several strings for each.
struct DayPattern {
  private enum Piece {
    /// Bytes of `texts`.
    case text(start: Int, count: Int)
    case space
    case day
    case month
    case year
  }

  private var pieces: [Piece] = []
  /// The pieces of each month's name.
  private var months: [Range<Int>] = []
  /// With 16 bytes behind the last, for wide copies.
  private var texts: [UInt8] = []
  /// The digits of the language from 0 on; empty where it has none of its own.
  private let digits: [String]
  private let whole: Range<Int>

  init(_ formats: TextFormats) {
    digits = formats.numbers.digits.map(String.init)
    for month in formats.dates.months {
      let start = pieces.count
      Self.add(month, to: &pieces, &texts)
      months.append(start..<pieces.count)
    }
    let start = pieces.count
    for piece in formats.dates.long.pieces {
      switch piece {
      case .literal(let text): Self.add(text, to: &pieces, &texts)
      case .gap("day"): pieces.append(.day)
      case .gap("month"): pieces.append(.month)
      case .gap: pieces.append(.year)
      }
    }
    whole = start..<pieces.count
    texts.append(contentsOf: repeatElement(0, count: 16))
  }

  private static func add(_ text: String, to pieces: inout [Piece], _ texts: inout [UInt8]) {
    for (index, part) in text.split(separator: noBreakSpace, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { pieces.append(.space) }
      pieces.append(.text(start: texts.count, count: part.utf8.count))
      texts.append(contentsOf: part.utf8)
    }
  }

  /// Writes the day as `TextFormats.longDate` does, with `space` for its non-breaking spaces.
  func write(
    _ day: (year: Int, month: Int, day: Int), space: Value, to output: inout OutputBuffer
  ) {
    pieces.withUnsafeBufferPointer { pieces in
      texts.withUnsafeBufferPointer { texts in
        guard let texts = texts.baseAddress else { return }
        func put(_ range: Range<Int>) {
          for index in range {
            switch pieces[index] {
            case .text(let start, let count): output.appendLiteral(texts + start, count)
            case .space: output.append(space.bytes)
            case .day: append(day.day, to: &output)
            case .month: put(months[day.month - 1])
            case .year: append(day.year, to: &output)
            }
          }
        }
        put(whole)
      }
    }
  }

  private func append(_ number: Int, to output: inout OutputBuffer) {
    guard digits.count == 10 else { return output.append(number) }
    for digit in "\(number)".utf8 { output.append(digits[Int(digit) - 48]) }
  }
}
