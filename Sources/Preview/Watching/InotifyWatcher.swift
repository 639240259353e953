#if canImport(Glibc)
  internal import Glibc

  /// Is told of changes by the Linux kernel.
  ///
  /// Not copyable, because it owns a file descriptor.
  package struct InotifyWatcher: FileWatcher, ~Copyable {
    private let descriptor: Int32
    /// The folder each watch is on.
    private var watched: [Int32: String] = [:]

    /// nil where the kernel has no watches left; then there is ``PollingWatcher``.
    ///
    /// Folders that are missing are not watched, so name the one above them too.
    package init?(folders: [String]) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      for folder in folders {
        guard watch(folder) else { return nil }
      }
    }

    deinit { close(descriptor) }

    package mutating func waitForChange(atMost limit: Duration) -> Bool {
      let end = ContinuousClock.now + limit
      var hasChanged = false
      while true {
        let left = hasChanged ? settlingTime : end - ContinuousClock.now
        guard left > .zero, isReadable(within: left) else { return hasChanged }
        if readEvents() { hasChanged = true }
      }
    }

    private func isReadable(within time: Duration) -> Bool {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let parts = time.components
      let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
      return poll(&waiting, 1, Int32(clamping: milliseconds + 1)) > 0
    }

    /// Whether one of the events that wait is about content.
    private mutating func readEvents() -> Bool {
      var isContent = false
      let size = 64 * 1024
      withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
        while true {
          let count = read(descriptor, buffer.baseAddress, size)
          guard count > 0 else { break }
          if handle(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { isContent = true }
        }
      }
      return isContent
    }

    private mutating func handle(_ events: UnsafeRawBufferPointer) -> Bool {
      var isContent = false
      var start = 0
      let head = MemoryLayout<inotify_event>.size
      while start + head <= events.count {
        let event = events.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
        let text = events[(start + head)..<(start + head + Int(event.len))].prefix { $0 != 0 }
        let name = String(decoding: text, as: UTF8.self)
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 || !isPassing(name) { isContent = true }
        if event.mask & UInt32(IN_ISDIR) != 0, let folder = watched[event.wd], !isPassing(name) {
          _ = watch("\(folder)/\(name)")
        }
        start += head + Int(event.len)
      }
      return isContent
    }

    /// A folder and those in it; false where the kernel has no watches left.
    private mutating func watch(_ folder: String) -> Bool {
      let events =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR
        | IN_DONT_FOLLOW
      let id = inotify_add_watch(descriptor, folder, UInt32(bitPattern: events))
      guard id >= 0 else { return errno != ENOSPC }
      watched[id] = folder
      for name in names(in: folder) where !isPassing(name) {
        guard watch("\(folder)/\(name)") else { return false }
      }
      return true
    }
  }
#endif
