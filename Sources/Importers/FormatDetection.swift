internal import Basics

/// Tells the format of an export by the names of its files: what `meadow import auto` does.
enum FormatDetection {
  static let name = "auto"

  /// The one format that knows a file of the export; none and several are refused, never guessed.
  static func format(of input: ExportInput) throws(ImportError) -> ImportFormat {
    var names: [String] = []
    try input.listFiles { names.append($0) }
    let fitting = ImporterCatalogue.formats.filter { names.contains(where: $0.recognises) }
    if fitting.count == 1 { return fitting[0] }
    let files = input.names.prefix(3).joined(separator: ", ")
    let known = ImporterCatalogue.formats.map { "`\($0.name)`" }.joined(separator: ", ")
    throw ImportError(
      ImportersCodes.unknownFormat,
      fitting.isEmpty
        ? "no importer knows the files of this export: \(files)"
        : "several importers know files of this export: \(files)",
      fix: "name the format, one of \(known)")
  }
}
