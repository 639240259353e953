internal import Foundation

/// Runs a test in an empty folder of its own on the real disk and removes it afterwards.
package func withTemporaryFolder(_ body: (_ root: String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("meadow-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
