internal import Basics
internal import SampleCommunity

// Run through `make demo-data` in a site's folder: sample-community [FOLDER]
let folder = CommandLine.arguments.dropFirst().first ?? "."
let history = ForumHistory(seed: ForumHistory.committedSeed)
do {
  for manifest in try writeSampleSnapshots(of: history, into: DiskFileSystem(root: folder)) {
    print("\(manifest.community) \(manifest.collected.day): \(manifest.counts.items) items")
  }
} catch {
  print("error: \(error)")
}
