internal import Importers

/// The formats that can be imported, as `meadow import --list` prints them.
enum ImportList {
  static var text: String {
    ImporterCatalogue.formats.map { format in
      """
      \(format.name): \(format.title)
        reads \(format.files)
        auto knows it by: \(format.recognition)
        \(format.example)
      """
    }.joined(separator: "\n\n")
  }
}
