internal import Basics

/// Removes a folder and all that is in it, on all cores; nothing there is fine.
///
/// The manifest goes last, so that what a killed run leaves is still known to be Meadow's.
func removeTree(
  _ name: RawPath, in parent: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) {
  guard try calls.entry(at: name, in: parent) != nil else { return }
  let folder = try calls.openFolder(name, in: parent)
  defer { calls.close(folder) }
  let listing = try listTree(below: folder, calls)
  let files = listing.files.filter { $0.path != OutputManifest.path }
  try forEachInParallel(files.count) { index throws(PublishError) in
    try calls.remove(files[index].path, files[index].kind, in: folder)
  }
  for level in listing.levels.reversed() {
    let folders = level.filter { $0.kind == .folder }
    try forEachInParallel(folders.count) { index throws(PublishError) in
      try calls.remove(folders[index].path, .folder, in: folder)
    }
  }
  try calls.remove(OutputManifest.path, .file, in: folder)
  try calls.remove(name, .folder, in: parent)
}
