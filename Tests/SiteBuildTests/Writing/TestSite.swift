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
    _ texts: [String: String], _ options: PublishOptions = PublishOptions(),
    isStaged: Bool = false
  ) throws -> PublishSummary {
    if isStaged { return try publishStaged(texts, options) }
    return try SiteBuild.publish(files(texts), to: output, options, holding: lock)
  }

  /// Each file is laid on a stage as soon as it is made.
  private borrowing func publishStaged(
    _ texts: [String: String], _ options: PublishOptions
  ) throws -> PublishSummary {
    let key = BuildKey(engine: "1", flags: [], live: [])
    let check = try UnchangedCheck(site: path, output: output, key: key)
    let stage = EditionStage(for: output, options.calls, holding: lock)
    defer { stage?.clear() }
    let laid = try files(texts).map { file in stage?.lay([file]) ?? LaidFiles(kept: [file]) }
    return try SiteBuild.publish(
      laid.flatMap(\.kept), staged: StagedFiles(laid.flatMap(\.staged), on: stage),
      standing: check.standing(laid.flatMap(\.unchanged).map(\.path)), to: output, options,
      holding: lock)
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
