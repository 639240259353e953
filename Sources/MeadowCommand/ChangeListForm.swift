internal import SiteBuild

/// What a list of changed files names.
package enum ChangeListForm: String, CaseIterable, Sendable {
  /// Paths below Output, as `rclone --files-from` and `rsync --files-from` take them.
  case files
  /// Absolute addresses, as caches take them; a page that is called by its folder has two.
  case addresses

  /// A line each, in the order of the paths; nothing for no files.
  package static func text(
    _ files: [String], as form: ChangeListForm, baseURL: String?
  ) -> String {
    let lines =
      switch (form, baseURL) {
      case (.addresses, let base?): files.flatMap { ChangedFiles.addresses(of: $0, below: base) }
      default: files
      }
    return lines.map { $0 + "\n" }.joined()
  }
}
