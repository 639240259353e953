internal import Synchronization
package import Basics

/// Why a text that lies in a file could not be read when it was asked for; the first reason counts.
///
/// A class, since whoever asks for a text has a copy of the store, on any core.
final class TextFault: Sendable {
  private let found = Mutex<FileError?>(nil)

  var error: FileError? { found.withLock { $0 } }

  func note(_ error: FileError) {
    found.withLock { $0 = $0 ?? error }
  }

  /// Bytes of a file, all that are asked for.
  func read(
    _ path: SitePath, _ fileSystem: any FileSystem, from place: Int, count: Int, least: Int
  ) -> [UInt8]? {
    do throws(FileError) {
      let bytes = try fileSystem.read(path, from: place, count: count)
      if bytes.count >= least { return bytes }
      throw FileError("read", path.text, reason: "it has become shorter since it was read")
    } catch {
      note(error)
      return nil
    }
  }
}

extension Community {
  /// Why some text could not be read, after whatever reads them: what was worked out without it is
  /// wrong, and may neither be published nor be kept.
  package var textFault: FileError? { text.fault.error }

  /// The same, to be told.
  package var textDiagnostic: Diagnostic? {
    textFault.map { error in
      Diagnostic(CommunityDataCodes.disk, error.description, fix: "build again")
    }
  }
}
