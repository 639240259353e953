import Basics
import Importers
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

struct PseudonymsTests {
  // Computed with Python's hmac, hashlib and base64 from the definition.
  @Test(arguments: [
    ("stackexchange", "https://history.meta.stackexchange.com", "771", "m-edn4gqhw22ji6oe2"),
    ("stackexchange", "https://history.meta.stackexchange.com", "772", "m-ymtyhuxwu7wh223f"),
    ("stackexchange", "https://coffee.stackexchange.com", "771", "m-fqabhzl5yakbt3zx"),
    ("gitter", "https://history.meta.stackexchange.com", "771", "m-cclknhxtz5apddtu"),
  ])
  func areTheHMACOfPlatformPlaceAndHandle(
    platform: String, origin: String, handle: String, expected: String
  ) {
    let pseudonyms = Pseudonyms(key: .demo, platform: platform, origin: origin)
    #expect(pseudonyms.memberID(of: handle) == expected)
  }

  @Test func differWithTheKey() throws {
    let key = try #require(SiteKey([UInt8](repeating: 7, count: 32)))
    let mine = Pseudonyms(key: key, platform: "gitter", origin: "https://x.example")
    let demo = Pseudonyms(key: .demo, platform: "gitter", origin: "https://x.example")
    #expect(mine.memberID(of: "ann") != demo.memberID(of: "ann"))
  }

  @Test(arguments: [0, 31, 33])
  func needAKeyOf32Bytes(count: Int) {
    #expect(SiteKey([UInt8](repeating: 1, count: count)) == nil)
  }
}

struct SiteKeyFileTests {
  @Test func isMadeOnceForItsOwnerAlone() throws {
    try withTemporaryFolder { root in
      let file = SiteKeyFile(siteFolder: root)
      let made = try file.readOrMake()
      #expect(try file.readOrMake() == made)
      #expect(made != .demo)
      var status = stat()
      #expect(stat(root + "/.meadow/key", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(status.st_size == 32)
    }
  }

  private func importRooms(into root: String, with key: SiteKey) throws {
    var request = try request("gitter", [fixture("gitter")])
    request.key = key
    _ = try importExport(request, into: DiskFileSystem(root: root)) { _ in }
  }

  @Test func isNotReplacedOnceSnapshotsExist() throws {
    try withTemporaryFolder { root in
      let file = SiteKeyFile(siteFolder: root)
      let path = root + "/.meadow/key"
      try importRooms(into: root, with: try file.readOrMake())
      _ = try KeyRotation(siteFolder: root).run()
      let rotated = try file.readOrMake()
      #expect(try file.readOrImagine() == rotated)
      #expect(unlink(path) == 0)
      for body in [{ try file.readOrMake() }, { try file.readOrImagine() }] {
        #expect(
          failure { _ = try body() } == """
            error[I003]: the site key \(path) cannot be used: it is not there, and snapshots were made \
            with it
              = fix: bring the right file back; a new key makes all members new people
            """)
      }
      #expect(access(path, F_OK) != 0)
      let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
      #expect(write(descriptor, [UInt8](repeating: 1, count: 32), 32) == 32)
      close(descriptor)
      let text = failure { _ = try file.readOrMake() }
      #expect(text?.contains("it is not the one that snapshots were made with") == true)
    }
  }

  @Test func isMadeBesideSnapshotsOfTheDemonstration() throws {
    try withTemporaryFolder { root in
      try importRooms(into: root, with: .demo)
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() != .demo)
    }
  }

  @Test func isOnlyImaginedForWhatWritesNothing() throws {
    try withTemporaryFolder { root in
      let key = try SiteKeyFile(siteFolder: root).readOrImagine()
      #expect(key != .demo)
      #expect(access(root + "/.meadow", F_OK) != 0)
    }
  }

  @Test func isRefusedWhenOthersMayReadIt() throws {
    try withTemporaryFolder { root in
      let file = SiteKeyFile(siteFolder: root)
      _ = try file.readOrMake()
      #expect(chmod(root + "/.meadow/key", 0o644) == 0)
      let path = root + "/.meadow/key"
      #expect(
        failure { _ = try file.readOrMake() } == """
          error[I003]: the site key \(path) cannot be used: others may read it
            = fix: chmod 600 \(path)
          """)
    }
  }

  @Test(arguments: [(5, "5"), (0, "0"), (40, "more")])
  func isRefusedWhenItIsNot32BytesLong(count: Int, words: String) throws {
    try withTemporaryFolder { root in
      #expect(mkdir(root + "/.meadow", 0o700) == 0)
      let descriptor = open(root + "/.meadow/key", O_WRONLY | O_CREAT, 0o600)
      #expect(write(descriptor, [UInt8](repeating: 1, count: count), count) == count)
      close(descriptor)
      let text = failure { _ = try SiteKeyFile(siteFolder: root).readOrMake() }
      #expect(text?.contains("it holds \(words) bytes instead of 32") == true)
    }
  }

  @Test func isNotReachedThroughALink() throws {
    try withTemporaryFolder { root in
      #expect(mkdir(root + "/.meadow", 0o700) == 0)
      #expect(symlink("/etc/hostname", root + "/.meadow/key") == 0)
      let text = failure { _ = try SiteKeyFile(siteFolder: root).readOrMake() }
      #expect(text?.contains("it is a symbolic link") == true)
    }
  }

  private func failure(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? ImportError)?.diagnostic.text
    }
  }
}
