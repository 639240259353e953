internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The lines of one run, read one after the other.
struct SortedLines {
  private let run: LineRun
  private let bufferSize: Int
  private var buffer: [UInt8] = []
  /// Where what comes behind the buffer stands in the file.
  private var offset = 0
  /// Of the line in the buffer, with its end.
  private var range = 0..<0
  /// How many lines of all runs stand before the next one.
  private var place: Int
  private(set) var order = LineOrder(published: 0, id: [])

  init(_ run: LineRun, startingAt place: Int, bufferSize: Int) {
    self.run = run
    self.place = place
    self.bufferSize = bufferSize
  }

  /// With its end.
  var line: ArraySlice<UInt8> { buffer[range] }

  /// Goes on to the next line that is not one of some copies; false at the end of the run.
  mutating func next(without copies: LineCopies) throws(FileError) -> Bool {
    repeat {
      guard try readLine() else { return false }
      place += 1
    } while copies.contains(place - 1)
    let order = line.withUnsafeBufferPointer { LineOrder(line: $0) }
    guard let order else { throw damaged }
    self.order = order
    return true
  }

  private mutating func readLine() throws(FileError) -> Bool {
    var searched = range.upperBound
    while true {
      if let end = lineEnd(from: searched) {
        range = range.upperBound..<end
        return true
      }
      let kept = buffer[range.upperBound...]
      let more = try run.fileSystem.read(run.path, from: offset, count: max(bufferSize, kept.count))
      if more.isEmpty {
        if kept.isEmpty { return false }
        throw damaged
      }
      offset += more.count
      searched = kept.count
      buffer = kept + more
      range = 0..<0
    }
  }

  /// The index behind the next line feed.
  private func lineEnd(from index: Int) -> Int? {
    buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      let found = memchr(base + index, 0x0A, bytes.count - index)
      return found.map { UnsafeRawPointer($0) - base + 1 }
    }
  }

  private var damaged: FileError {
    FileError("read", run.path.text, reason: "it is not as it was written")
  }
}
