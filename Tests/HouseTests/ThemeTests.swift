import DefaultTheme
import Foundation
import Testing

@Suite struct ThemeTests {
  /// The list in `DefaultTheme.swift` is written by hand, so a new template is easily forgotten.
  @Test func embedsEveryFileOfTheTheme() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Templates")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { ["html", "css", "yaml"].contains($0.pathExtension) }
    let strings = try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent("strings"), includingPropertiesForKeys: nil)
    #expect(
      DefaultTheme.languages.map(\.name)
        == strings.map { $0.deletingPathExtension().lastPathComponent }.sorted())
    for language in strings {
      let name = language.deletingPathExtension().lastPathComponent
      let embedded = DefaultTheme.languages.first { $0.name == name }
      #expect(embedded?.bytes == Array(try Data(contentsOf: language)), "\(name)")
    }
    #expect(DefaultTheme.files.map(\.name) == files.map(\.lastPathComponent).sorted())
    for file in files {
      let embedded = DefaultTheme.files.first { $0.name == file.lastPathComponent }
      #expect(embedded?.bytes == Array(try Data(contentsOf: file)), "\(file.lastPathComponent)")
    }
  }

  /// Left and right are where lines begin and end in some languages only.
  @Test(arguments: ["style.css", "search.css", "brief-file.html", "brief-mail.html"])
  func namesNoSides(name: String) throws {
    let file = try #require(DefaultTheme.files.first { $0.name == name })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    let sides = lines.filter { line in
      line.contains(#/(?:padding|margin|border)-(?:left|right)|(?:align|float): ?(?:left|right)/#)
        && !line.contains("[dir=rtl]")
    }
    #expect(sides == [])
  }

  private func text(of name: String) throws -> String {
    let file = try #require(DefaultTheme.files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// A token that the documentation names and no rule uses would be set in vain.
  @Test func usesEveryTokenItSets() throws {
    let sheet = try text(of: "style.css")
    let tokens = Set(sheet.matches(of: #/(--[a-z0-9-]+):/#).map { String($0.output.1) })
    #expect(tokens.contains("--focus"))
    #expect(tokens.filter { !sheet.contains("var(\($0))") }.sorted() == [])
  }

  /// Forced colours drop shadows and grounds; the outline is what they leave of a focus. And a
  /// focused link is read on the ground of the focus, whatever other rules colour it.
  @Test func showsTheFocus() throws {
    let sheet = try text(of: "style.css")
    let rules = sheet.matches(of: #/:focus-visible\{[^{}]*\}/#).map { String($0.output) }
    #expect(rules.count == 2)
    #expect(rules.allSatisfy { $0.contains("outline:3px solid") })
    #expect(rules.contains { $0.contains("color:var(--focus)!important") })
  }

  /// Paper cannot scroll or open anything: a table that did not fit would lose its last columns.
  @Test func cutsNoTableOnPaper() throws {
    let paper = try #require(text(of: "style.css").split(separator: "@media print").last)
    #expect(paper.contains(".tw{overflow:visible}"))
    #expect(paper.contains("details:not([open]),.unprinted{display:none}"))
    #expect(try text(of: "home.html").contains("class=\"sec unprinted\""))
  }

  /// A space that does not break makes one number of two, which is read from the wrong end where
  /// one writes from right to left.
  @Test func keepsNumbersApartFromRightToLeft() throws {
    let arabic = try #require(DefaultTheme.languages.first { $0.name == "ar" })
    let lines = String(decoding: arabic.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.filter { $0.contains(#/\{number\}[\s\u{A0}]\{year\}/#) } == [])
  }
}
