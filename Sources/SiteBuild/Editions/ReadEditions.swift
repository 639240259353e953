package import Basics

/// The sealed editions of a site, oldest first, and what is wrong with their files.
package struct EditionReading: Sendable {
  package var editions: [Edition]
  package var diagnostics: [Diagnostic]
}

/// Reads `Content/editions/`; with a day, only the editions of earlier days.
package func readEditions(
  _ fileSystem: any FileSystem, before limit: CalendarDay? = nil
) -> EditionReading {
  var reading = EditionReading(editions: [], diagnostics: [])
  do throws(FileError) {
    guard let folder = try? SitePath(EditionFile.folder) else { return reading }
    for entry in try fileSystem.entries(in: folder) where !entry.path.name.hasPrefix(".") {
      guard entry.kind == .file, let day = EditionFile.day(of: entry.path) else {
        reading.diagnostics.append(misnamed(entry.path))
        continue
      }
      if let limit, day >= limit { continue }
      let source = SourceText(file: entry.path.text, bytes: try fileSystem.read(entry.path))
      reading.add(EditionReader(source: source, day: day))
    }
  } catch {
    reading.diagnostics.append(
      Diagnostic(
        SiteBuildCodes.unreadable, error.description,
        at: SourceLocation(file: error.path, line: 1)))
  }
  reading.editions.sort { $0.day < $1.day }
  return reading
}

extension EditionReading {
  fileprivate mutating func add(_ reader: EditionReader) {
    do throws(Diagnostic) {
      editions.append(try reader.read())
    } catch {
      diagnostics.append(error)
    }
  }
}

private func misnamed(_ path: SitePath) -> Diagnostic {
  Diagnostic(
    EditionCodes.misnamed, "`\(path)` is no edition",
    at: SourceLocation(file: path.text, line: 1),
    fix: "editions are named after their day: `2018-08-31.ndjson`")
}
