import Basics
import SiteBuild

/// A site in a temporary folder, published to its `Output`.
struct TestSite: ~Copyable {
  let folder: TemporaryFolder
  let lock: SiteLock
  let output: OutputFolder

  init() throws {
    let folder = try TemporaryFolder()
    let lock = try SiteLock(site: folder.path)
    output = try OutputFolder(folder.path + "/Output")
    self.folder = folder
    self.lock = lock
  }

  var path: String { folder.path }
  var outputPath: String { folder.path + "/Output" }

  @discardableResult
  borrowing func publish(
    _ texts: [String: String], _ options: PublishOptions = PublishOptions()
  ) throws -> PublishSummary {
    try SiteBuild.publish(files(texts), to: output, options, holding: lock)
  }

  borrowing func recover() throws {
    try recoverOutput(output, holding: lock)
  }

  /// What a web host would serve: the tree without Meadow's manifest and without its folders.
  var published: [String: String] {
    tree(at: outputPath).filter {
      $0.key != ".meadow-manifest" && !$0.key.hasSuffix("/") && !$0.key.hasPrefix(".meadow-next")
    }
  }

  /// What lies beside the content, the output and Meadow's own folder.
  var leftovers: [String] {
    tree(at: path).keys.filter { name in
      !["Content", "Output", ".meadow"].contains { name.hasPrefix($0 + "/") }
    } + tree(at: outputPath).keys.filter { $0.hasPrefix(".meadow-next") }
  }
}

/// `["a/b.html": "text"]` as the files of an edition.
func files(_ texts: [String: String]) throws -> [OutputFile] {
  try texts.sorted { $0.key < $1.key }.map {
    OutputFile(path: try SitePath($0.key), bytes: Array($0.value.utf8))
  }
}
