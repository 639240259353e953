internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Removes a folder and all that is in it, on all cores; nothing there is fine.
///
/// The manifest goes last, and only when nothing else is left, so that what a killed run leaves, or
/// what somebody put there meanwhile, is in a folder that is still known to be Meadow's.
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
  guard try calls.entries(in: folder).allSatisfy({ $0.path == OutputManifest.path }) else {
    throw .disk(action: "remove", path: parent.naming(name), number: ENOTEMPTY)
  }
  try calls.remove(OutputManifest.path, .file, in: folder)
  try calls.remove(name, .folder, in: parent)
}
