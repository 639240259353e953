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
}
