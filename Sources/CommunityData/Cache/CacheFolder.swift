package import Basics
internal import Crypto

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

  /// What an entry of the cache holds, and which of the inputs that were asked for it is of.
  package struct Found: Sendable {
    package var content: CacheInput
    package var key: Int
  }

  /// The entry of a name if it was made of one of some inputs, with a note where it is no good.
  package func read(_ name: String, of keys: [CacheKey]) -> (found: Found?, note: Diagnostic?) {
    guard let path = try? folder.appending(name) else { return (nil, nil) }
    do throws(FileError) {
      guard let entry = try fileSystem.entry(at: path) else { return (nil, nil) }
      let bytes = try fileSystem.read(path, from: 0, count: entry.size)
      var input = CacheInput(bytes, writtenAt: entry.modified)
      guard input.text() == CacheFolder.format else {
        return (nil, note(path, "it is no cache of this program"))
      }
      guard input.text() == engine else { return (nil, nil) }
      let text = input.text()
      guard let key = keys.firstIndex(where: { $0.text == text }) else { return (nil, nil) }
      if input.isIntact { return (Found(content: input, key: key), nil) }
      return (nil, note(path, "it is damaged"))
    } catch {
      return (nil, note(path, error.reason))
    }
  }

  /// Keeps an entry in place of any other of its name. What cannot be kept is made again next time.
  package func write(_ output: consuming CacheOutput, as name: String, of key: CacheKey) {
    guard isWritable, let path = try? folder.appending(name),
      let draft = try? folder.appending(".\(name).draft")
    else { return }
    var head = CacheOutput()
    head.text(CacheFolder.format)
    head.text(engine)
    head.text(key.text)
    let (bytes, body) = (head.bytes, output.sealed)
    do throws(FileError) {
      try fileSystem.remove(draft)
      try fileSystem.append(bytes, to: draft)
      try fileSystem.append(body, to: draft)
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

  private static let format = "meadow cache 1"
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
