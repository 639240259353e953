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
    guard Self.isCallers(stream) else {
      if stream == .output { lose(EBADF) }
      return
    }
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = Self.put(
          stream.rawValue, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if wrote < 0 {
          let reason = errno
          if reason == EINTR { continue }
          // A pipe that somebody else made not to wait, and that is full.
          if reason == EAGAIN {
            Self.wait(for: stream)
            continue
          }
          // A reader that went away (`| head`) is no error; and where errors are not heard, who would
          // hear of this one?
          if stream == .output, reason != EPIPE { lose(reason) }
          return
        }
        if wrote == 0 { return }
        done += wrote
      }
    }
  }

  func line(_ text: String, to stream: Stream = .output) {
    write(Array((text + "\n").utf8), to: stream)
  }

  /// Puts nothing at all where the caller closed a stream: the next file to be opened would take its
  /// number, and what is said would be written into that.
  static func holdClosedStreams() {
    for stream in Int32(0)...2 where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Whether a stream is the caller's: where it was closed, the runtime, which begins before this
  /// program does, may have taken its number, for something that is closed on `exec`. What a caller
  /// hands on never is.
  private static func isCallers(_ stream: Stream) -> Bool {
    fcntl(stream.rawValue, F_GETFD) & FD_CLOEXEC == 0
  }

  /// A result that nobody gets whole must not look like one: the disk is full, or the stream closed.
  private func lose(_ reason: Int32) -> Never {
    line("error: cannot write the result: \(String(cString: strerror(reason)))", to: .errors)
    ExitStatus.diskTrouble.leave()
  }

  private static func wait(for stream: Stream) {
    var waiting = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
    _ = poll(&waiting, 1, -1)
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
