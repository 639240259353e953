internal import Basics
internal import CommunityData
internal import SampleCommunity

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// The site's folder is the only argument; the folder at hand where it is left out.
let site = DiskFileSystem(root: CommandLine.arguments.dropFirst().first ?? ".")
do {
  let history = ForumHistory(seed: ForumHistory.committedSeed)
  for manifest in try writeSampleSnapshots(of: history, into: site) {
    print("\(manifest.community) \(manifest.collected.day): \(manifest.counts.items) items")
  }
} catch {
  print("error: \(error)")
  exit(1)
}
