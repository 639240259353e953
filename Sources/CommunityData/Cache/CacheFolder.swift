package import Basics
internal import Crypto
internal import Dispatch

/// `.meadow/cache`: what was worked out before, each entry under the hash of all that it follows from.
///
/// Removing the folder changes nothing but time. An entry that is damaged, of another program or of
/// other input counts as not there; the first two are told in a note.
package struct CacheFolder: Sendable {
  private let fileSystem: any FileSystem
  private let folder: SitePath
  /// The very program: entries of any other are not read.
  private let engine: String
  /// False while another command holds the site's lock.
  package let isWritable: Bool
  /// The entries that are being written beside other work.
  private let pending = DispatchGroup()

  package init?(
    of fileSystem: any FileSystem, at folder: String = ".meadow/cache", engine: String,
    isWritable: Bool
  ) {
    guard let folder = try? SitePath(folder) else { return nil }
    self.fileSystem = fileSystem
    self.folder = folder
    self.engine = engine
    self.isWritable = isWritable
  }

  /// What is made of the entry of a name, if it is of one of some inputs; with a note where it is no good.
  ///
  /// `decode` is told the number of that input, and gives nil for what it cannot use.
  package func read<Value>(
    _ name: String, of keys: [CacheKey], _ decode: (inout CacheInput, Int) -> Value?
  ) -> (found: Value?, note: Diagnostic?) {
    guard let path = try? folder.appending(name) else { return (nil, nil) }
    do throws(FileError) {
      guard let entry = try fileSystem.entry(at: path) else { return (nil, nil) }
      guard try isOurs(path) else { return (nil, note(path, "it is no cache of this program")) }
      guard var input = try CacheInput(entry, in: fileSystem) else {
        return (nil, note(path, "it is damaged"))
      }
      let found = value(of: &input, keys, decode)
      return input.isIntact ? (found, nil) : (nil, note(path, "it is damaged"))
    } catch {
      return (nil, note(path, error.reason))
    }
  }

  private func value<Value>(
    of input: inout CacheInput, _ keys: [CacheKey], _ decode: (inout CacheInput, Int) -> Value?
  ) -> Value? {
    guard input.text() == CacheFolder.format, input.text() == engine else { return nil }
    let text = input.text()
    guard let key = keys.firstIndex(where: { $0.text == text }), input.isGood else { return nil }
    let found = decode(&input, key)
    return input.isGood ? found : nil
  }

  /// Whether a file begins as every entry does, of whatever version.
  private func isOurs(_ path: SitePath) throws(FileError) -> Bool {
    let name = Array(CacheFolder.name.utf8)
    // Its length stands before the text.
    return try fileSystem.read(path, from: 8, count: name.count) == name
  }

  /// Keeps an entry in place of any other of its name, beside other work: see ``finish()``. What cannot
  /// be kept is made again next time.
  package func write(
    _ name: String, of key: CacheKey, _ body: @escaping @Sendable (inout CacheOutput) -> Void
  ) {
    if !isWritable { return }
    DispatchQueue.global().async(group: pending) { writeNow(name, key, body) }
  }

  /// Waits until all entries are written; to be called while the site's lock is held.
  package func finish() { pending.wait() }

  private func writeNow(_ name: String, _ key: CacheKey, _ body: (inout CacheOutput) -> Void) {
    guard let path = try? folder.appending(name),
      let draft = try? folder.appending(".\(name).draft")
    else { return }
    do throws(FileError) {
      try fileSystem.remove(draft)
      var output = CacheOutput(to: draft, in: fileSystem)
      output.text(CacheFolder.format)
      output.text(engine)
      output.text(key.text)
      body(&output)
      output.finish()
      if let error = output.error { throw error }
      try fileSystem.move(draft, to: path)
    } catch {
      // A full disk must not keep anybody from building.
      try? fileSystem.remove(draft)
    }
  }

  private func note(_ path: SitePath, _ reason: String) -> Diagnostic {
    Diagnostic(
      CommunityDataCodes.unusableCache, "\(path) is not used: \(reason)", severity: .note,
      fix: "nothing need be done: it is made again")
  }

  private static let name = "meadow cache"
  private static let format = "\(name) 2"
}

/// All that an entry follows from, as one hash.
package struct CacheKey: Sendable, Equatable {
  /// SHA-256, in hexadecimal.
  package let text: String

  package init(_ parts: [[UInt8]]) {
    var digest = SHA256()
    for part in parts {
      // The length goes first, so that no two lists of parts look alike.
      withUnsafeBytes(of: UInt64(part.count).littleEndian) { digest.update(bufferPointer: $0) }
      digest.update(data: part)
    }
    text = hexadecimal(digest.finalize())
  }
}
