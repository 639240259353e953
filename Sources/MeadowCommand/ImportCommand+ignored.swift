internal import ArgumentParser
internal import Basics
internal import Importers

extension ImportCommand {
  /// The formats whose columns somebody has to name.
  private static let mapped = ["csv", "ndjson"]

  static let formats = ["auto"] + ImporterCatalogue.formats.map(\.name)

  /// An option that is not heeded is an error: whoever types `--rotate-key --dry-run` expects that nothing
  /// is written, and a key that was rotated cannot be rotated back.
  func refuseWhatWouldBeIgnored() throws {
    if rotateKey, let given = besidesRotation.first(where: \.isGiven) {
      throw ValidationError(
        "\(given.option) does not go with --rotate-key: nothing is imported, and every member of every "
          + "snapshot has a new pseudonym at once")
    }
    if columns != nil, let format, Self.formats.contains(format), !Self.mapped.contains(format) {
      throw ValidationError(
        "--columns does not go with `\(format)`: of \(Self.mapped.joined(separator: " and ")) alone "
          + "somebody has to say which column holds what")
    }
  }

  private var besidesRotation: [(option: String, isGiven: Bool)] {
    [
      ("--dry-run", dryRun), ("--list", list), ("--demo-key", demoKey), ("--compress", compress),
      ("--parts", parts != nil), ("--community", community != nil), ("--origin", origin != nil),
      ("--date", date != nil), ("--until", until != nil), ("--channel", !channel.isEmpty),
      ("--licence", licence != nil), ("--columns", columns != nil), ("an export", format != nil),
    ]
  }

  /// Whoever types `meadow import list.mbox` has named an export and no format.
  func refuseAnExportForAFormat() throws {
    guard !list, !rotateKey, let format, paths.isEmpty, !Self.formats.contains(format)
    else { return }
    throw ValidationError(
      "`\(printable(format))` is no format: "
        + (suggestion(for: format, among: Self.formats)
          ?? "write `auto` before the export, which looks at its files, or one of "
          + "`meadow import --list`"))
  }
}
