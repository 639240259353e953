/// Some pieces of a file in a row, parsed; what they hold is valid until the next ones are read.
final class JSONBatch {
  private final class Slot {
    var parser: SourceParser

    init(knownNames: [String]) {
      parser = SourceParser(knownNames: knownNames)
    }
  }

  private let knownNames: [String]
  /// One for each piece, since a parser holds what it has parsed.
  private var slots: [Slot] = []
  private(set) var readings: [JSONFiles.Reading] = []
  private var size = 0
  /// Why the file could not be read on behind these.
  private(set) var failure: ImportError?
  /// Whether nothing comes behind these.
  private(set) var isLast = false

  /// The first pieces of a file come in few, so that small files need few parsers.
  static let fewestPieces = 16
  static let mostPieces = 128
  private static let mostBytes = 1 << 16
  private static let largeSize = 1 << 20

  init(knownNames: [String]) {
    self.knownNames = knownNames
  }

  /// Whether it holds so much that not as much again should be read beside it.
  var isLarge: Bool { size >= JSONBatch.largeSize }

  /// Reads the next pieces, at most so many, in place of those that it has.
  func fill(_ pieces: Int, _ next: JSONFiles.PieceReading) {
    clear()
    do throws(ImportError) {
      while readings.count < pieces, size < JSONBatch.mostBytes {
        if slots.count == readings.count { slots.append(Slot(knownNames: knownNames)) }
        guard let reading = try next(&slots[readings.count].parser) else {
          isLast = true
          return
        }
        readings.append(reading)
        size += reading.size
      }
    } catch {
      failure = error
      isLast = true
    }
  }

  /// Forgets its pieces; the memory of ordinary ones serves for the next.
  func clear() {
    if isLarge { slots = [] }
    readings.removeAll(keepingCapacity: true)
    (size, failure, isLast) = (0, nil, false)
  }
}
