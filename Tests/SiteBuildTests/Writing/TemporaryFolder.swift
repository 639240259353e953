import Foundation

/// A folder of its own for one test, removed at its end.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/meadow-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Every plain file below a folder with its text, by an independent reader; folders end in `/` and
/// have an empty text.
func tree(at path: String) -> [String: String] {
  var found: [String: String] = [:]
  for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
    var isFolder: ObjCBool = false
    let full = path + "/" + name
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { continue }
    if isFolder.boolValue {
      found[name + "/"] = ""
    } else {
      found[name] = String(
        decoding: FileManager.default.contents(atPath: full) ?? Data(), as: UTF8.self)
    }
  }
  return found
}

/// Writes files that Meadow knows nothing of, making their folders.
func put(_ files: [String: String], in folder: String) throws {
  for (name, text) in files {
    let path = folder + "/" + name
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
