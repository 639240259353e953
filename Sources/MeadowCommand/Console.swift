#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The terminal, or what stands in its place.
struct Console: Sendable {
  enum Stream: Int32, Sendable { case output = 1, errors = 2 }

  /// Whether a person looks at it, and colours and bars make sense.
  func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether somebody is there to answer a question.
  var isAsked: Bool { isatty(0) == 1 && isTerminal(.errors) }

  /// Whether colours may be used: on a terminal that knows them, and never with `NO_COLOR`.
  var usesColour: Bool {
    drawsBars && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// Whether a line can be drawn over: on a terminal, unless it says that it is a dumb one.
  var drawsBars: Bool {
    isTerminal(.errors) && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? true
  }

  /// Draws over the line that stands there.
  func redraw(_ text: String) {
    write(Array("\r\u{1B}[K\(text)".utf8), to: .errors)
  }

  func write(_ bytes: [UInt8], to stream: Stream = .output) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = Self.put(
          stream.rawValue, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if wrote < 0, errno == EINTR { continue }
        // A reader that went away (`| head`) is no error.
        if wrote <= 0 { return }
        done += wrote
      }
    }
  }

  func line(_ text: String, to stream: Stream = .output) {
    write(Array((text + "\n").utf8), to: stream)
  }

  private static func put(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let bytes else { return 0 }
    #if canImport(Darwin)
      return Darwin.write(file, bytes, count)
    #else
      return Glibc.write(file, bytes, count)
    #endif
  }
}
