internal import Basics

/// Tells the format of an export by the names and beginnings of its files: what `meadow import auto`
/// does.
enum FormatDetection {
  static let name = "auto"

  /// The one format that knows a file of the export; none and several are refused, never guessed.
  static func format(of input: ExportInput) throws(ImportError) -> ImportFormat {
    var fitting: [(format: ImportFormat, file: String)] = []
    try input.sampleFiles { sample in
      for format in ImporterCatalogue.formats
      where format.recognises(sample) && !fitting.contains(where: { $0.format.name == format.name })
      {
        fitting.append((format, sample.name))
      }
    }
    if fitting.count == 1 { return fitting[0].format }
    throw refusal(of: input, fitting)
  }

  private static func refusal(
    of input: ExportInput, _ fitting: [(format: ImportFormat, file: String)]
  ) -> ImportError {
    if input.names.isEmpty {
      return ImportError(
        ImportersCodes.missingInput, "there is no file in what was given",
        fix: "give the files of the export, or the folder they lie in")
    }
    if fitting.isEmpty {
      let files = input.names.prefix(3).joined(separator: ", ")
      let own = [CSVExport.table, NDJSONExport.table].first { table in
        input.names.contains(where: table.isOne)
      }
      let hint = own.map { table in
        ". If it is your own, name `\(table.name)` and say with `--columns` which column holds what"
      }
      return ImportError(
        ImportersCodes.unknownFormat, "no importer knows the files of this export: \(files)",
        fix: "name the format; `meadow import --list` names them all" + (hint ?? ""))
    }
    let reasons = fitting.map { "\($0.file) is `\($0.format.name)`" }.sorted()
    return ImportError(
      ImportersCodes.unknownFormat,
      "the export holds files of several formats: \(reasons.joined(separator: ", "))",
      fix: "name the format, or give the files of each by themselves")
  }
}
