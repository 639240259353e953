import Foundation
import Preview
import TestSupport
import Testing

@Suite("File watching") struct FileWatcherTests {
  private enum Change: CaseIterable {
    case newFile, newText, removal, renaming, newFolderWithFile
  }

  private func make(_ change: Change, in folder: URL) throws {
    let old = folder.appendingPathComponent("deep/old.md")
    switch change {
    case .newFile: try Data("new".utf8).write(to: folder.appendingPathComponent("new.md"))
    case .newText: try Data("longer than before".utf8).write(to: old)
    case .removal: try FileManager.default.removeItem(at: old)
    case .renaming:
      try FileManager.default.moveItem(at: old, to: folder.appendingPathComponent("moved.md"))
    case .newFolderWithFile:
      let deeper = folder.appendingPathComponent("deep/deeper")
      try FileManager.default.createDirectory(at: deeper, withIntermediateDirectories: true)
      try Data("new".utf8).write(to: deeper.appendingPathComponent("new.md"))
    }
  }

  private func folder() throws -> URL {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("watch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("deep"), withIntermediateDirectories: true)
    try Data("old".utf8).write(to: folder.appendingPathComponent("deep/old.md"))
    return folder
  }

  @Test(arguments: Change.allCases) private func noticesByPolling(change: Change) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var watcher = PollingWatcher(folders: [folder.path], every: .milliseconds(10))
    try make(change, in: folder)
    let first = watcher.waitForChange(atMost: .seconds(20))
    let second = watcher.waitForChange(atMost: .milliseconds(60))
    #expect(first)
    #expect(!second, "once, not again")
  }

  #if canImport(Glibc)
    @Test(arguments: Change.allCases) private func isToldByTheKernel(change: Change) throws {
      let folder = try folder()
      defer { try? FileManager.default.removeItem(at: folder) }
      guard var watcher = InotifyWatcher(folders: [folder.path]) else {
        Issue.record("the kernel gives no watch")
        return
      }
      try make(change, in: folder)
      let first = watcher.waitForChange(atMost: .seconds(20))
      let second = watcher.waitForChange(atMost: .milliseconds(60))
      #expect(first)
      #expect(!second, "once, not again")
    }

    @Test(arguments: [".old.md.swp", "old.md~", "4913", ".DS_Store"])
    func leavesEditorsFilesAlone(name: String) throws {
      let folder = try folder()
      defer { try? FileManager.default.removeItem(at: folder) }
      guard var watcher = InotifyWatcher(folders: [folder.path]) else {
        Issue.record("the kernel gives no watch")
        return
      }
      try Data("new".utf8).write(to: folder.appendingPathComponent(name), options: [])
      let noticed = watcher.waitForChange(atMost: .milliseconds(100))
      #expect(!noticed)
    }
  #endif
}
