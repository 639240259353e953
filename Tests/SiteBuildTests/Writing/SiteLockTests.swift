import Foundation
import SiteBuild
import Testing

@Suite("the lock of a site")
struct SiteLockTests {
  @Test func refusesASecondBuild() throws {
    let folder = try TemporaryFolder()
    let first = try SiteLock(site: folder.path)
    #expect(throws: PublishError.locked(path: folder.path + "/.meadow/lock", holder: me())) {
      let second = try SiteLock(site: folder.path)
      keep(second)
    }
    keep(first)
    let third = try SiteLock(site: folder.path)
    keep(third)
  }

  @Test func recoversALockThatNobodyHolds() throws {
    let folder = try TemporaryFolder()
    try put([".meadow/lock": "pid 1 on elsewhere, dead for years\n"], in: folder.path)
    let lock = try SiteLock(site: folder.path)
    #expect(tree(at: folder.path)[".meadow/lock"] == me() + "\n")
    keep(lock)
    #expect(tree(at: folder.path)[".meadow/lock"] == "")
  }

  @Test func followsNoLink() throws {
    let folder = try TemporaryFolder()
    try put(["secret": "theirs", ".meadow/x": ""], in: folder.path)
    symlink("../secret", folder.path + "/.meadow/lock")
    #expect(
      throws: PublishError.disk(action: "open", path: folder.path + "/.meadow/lock", number: ELOOP)
    ) {
      let lock = try SiteLock(site: folder.path)
      keep(lock)
    }
    #expect(tree(at: folder.path)["secret"] == "theirs")
  }

  private func me() -> String {
    "pid \(getpid()) on \(Foundation.ProcessInfo.processInfo.hostName)"
  }
}

/// Holds a lock up to here, and no longer.
private func keep(_ lock: consuming SiteLock) {}
