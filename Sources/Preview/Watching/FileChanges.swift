internal import Dispatch

/// Tells of changes under some folders, several that come together as one.
package func fileChanges(in folders: [String]) -> AsyncStream<Void> {
  AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
    // A thread of its own, since watching waits in the kernel.
    DispatchQueue(label: "file changes").async { watch(folders, continuation) }
  }
}

private func watch(_ folders: [String], _ continuation: AsyncStream<Void>.Continuation) {
  #if canImport(Glibc)
    if let watcher = InotifyWatcher(folders: folders) {
      return follow(watcher, continuation)
    }
  #endif
  follow(PollingWatcher(folders: folders), continuation)
}

/// Until nobody listens any more.
private func follow<Watcher: FileWatcher & ~Copyable>(
  _ watcher: consuming Watcher, _ continuation: AsyncStream<Void>.Continuation
) {
  var watcher = watcher
  while true {
    guard watcher.waitForChange(atMost: .seconds(3600)) else { continue }
    if case .terminated = continuation.yield() { return }
  }
}
