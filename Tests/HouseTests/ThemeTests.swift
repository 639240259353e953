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
}
