import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// `docs/guarantees.md` promises by tests: each that it names is there, in the file it links to.
@Suite struct GuaranteesTests {
  private let docs = root.appendingPathComponent("docs")

  private func page(_ name: String) throws -> String {
    try String(contentsOf: docs.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func namesARowForEachGuarantee() throws {
    let rows = try page("guarantees.md").split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /\| ([CPOSR]\d+) \|.*/).map { String($0.1) }
    }
    let counts = [("C", 3), ("P", 2), ("O", 9), ("S", 11), ("R", 6)]
    #expect(rows == counts.flatMap { letter, count in (1...count).map { "\(letter)\($0)" } })
  }

  @Test func linksOnlyToWhatIsThere() throws {
    for name in ["guarantees.md", "dependencies.md"] {
      for link in try page(name).matches(of: /\]\(([^)#:]+)\)/) {
        // A folder can be linked to on a host of repositories, but not in the site of the documentation.
        let target = docs.appendingPathComponent(String(link.1))
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder)
        #expect(isThere && !isFolder.boolValue, "\(name): \(link.1)")
      }
    }
  }

  /// `name`, `other` in [File](path): both are functions of the file.
  @Test func namesOnlyTestsThatAreThere() throws {
    let text = try page("guarantees.md")
    let groups = text.matches(
      of: /((?:`[a-z][A-Za-z]+`(?: \([A-Z0-9]+\))?(?:, )?)+) in \[[^\]]+\]\(([^)]+\.swift)\)/)
    #expect(groups.count > 30)
    var seen = 0
    for group in groups {
      let file = try String(
        contentsOf: docs.appendingPathComponent(String(group.2)), encoding: .utf8)
      for name in group.1.matches(of: /`([a-z][A-Za-z]+)`/) {
        #expect(file.contains("func \(name.1)("), "\(name.1) in \(group.2)")
        seen += 1
      }
    }
    #expect(seen > 60)
  }

  @Test func namesOnlyTargetsThatAreThere() throws {
    let makefile = try String(contentsOf: root.appendingPathComponent("Makefile"), encoding: .utf8)
    for name in ["guarantees.md", "dependencies.md", "fuzzing.md"] {
      for target in try page(name).matches(of: /(?:`|\n)make ([a-z][a-z-]+)/) {
        #expect(makefile.contains("\n\(target.1):"), "\(name): make \(target.1)")
      }
    }
  }

  /// A package or library that is added is listed with its licence.
  @Test func listsEveryDependency() throws {
    let manifest = try String(
      contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let list = try page("dependencies.md").lowercased()
    let bill = try page("sbom.spdx.json").lowercased()
    var names = manifest.matches(of: /url: "[^"]*\/([^"\/]+)"/).map { String($0.1) }
    names += manifest.matches(of: /\.(?:apt|brew)\(\["([^"]+)"\]\)/).map { String($0.1) }
    #expect(names.count >= 10)
    for name in names.map({ $0.lowercased() }) { #expect(list.contains(name), "\(name)") }
    for name in manifest.matches(of: /url: "[^"]*\/([^"\/]+)", from: "([^"]+)"/) {
      #expect(bill.contains("\"name\": \"\(name.1.lowercased())\""), "\(name.1)")
    }
  }
}
