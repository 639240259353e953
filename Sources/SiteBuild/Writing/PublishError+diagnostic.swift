package import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension PublishError {
  /// The error as it is told to the author.
  package var diagnostic: Diagnostic {
    switch self {
    case .folderNotOwned(let folder, let found): notOwned(folder, found)
    case .otherAudience(let folder, let held):
      Diagnostic(
        WritingCodes.otherAudience, "`\(folder)` holds the \(held.rawValue) edition",
        fix: "name another folder: the two editions never share one")
    case .insideInput(let folder, let input):
      Diagnostic(
        WritingCodes.insideInput, "`\(folder)` is part of `\(input)`, which the site is made of",
        fix: "name a folder outside of it")
    case .inTheWay(let path):
      Diagnostic(
        WritingCodes.inTheWay, "`\(path)` was not written by Meadow and stands in the way",
        fix: "move it away, or give the page another address")
    case .notPlain(let path, let kind):
      Diagnostic(
        WritingCodes.notPlain, "`\(path)` is \(kind.phrase)",
        fix: "remove it: a site is made of plain files and folders")
    case .collision(let one, let other): collision(one, other)
    case .reservedPath(let path):
      Diagnostic(
        WritingCodes.reserved, "`\(path)` is a name that Meadow keeps for itself",
        fix: "give the file another name")
    case .locked(let path, let holder):
      Diagnostic(
        WritingCodes.locked, "another build of this site is running: \(holder)",
        fix: "wait until it has ended", notes: ["it holds \(path)"])
    case .damaged(let path, let line):
      Diagnostic(
        WritingCodes.damaged, "Meadow did not write this record as it is",
        at: SourceLocation(file: path, line: line),
        fix: "restore the file, or empty the output folder")
    case .touched(let path):
      Diagnostic(
        WritingCodes.touched, "`\(path)` was changed by something else during the build",
        fix: "build again")
    case .exchangeRefused(let path, let reason):
      Diagnostic(
        WritingCodes.exchangeRefused,
        "`\(path)` cannot be replaced at one stroke: \(reason)",
        fix: "publish in a folder below it, or leave out --atomic")
    case .disk(let action, let path, let number):
      Diagnostic(WritingCodes.disk, "cannot \(action) `\(path)`: \(errorText(number))")
    }
  }

  private func notOwned(_ folder: String, _ found: [String]) -> Diagnostic {
    let names = found.isEmpty ? "" : ": it holds " + found.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      WritingCodes.notOwned, "`\(folder)` is not a folder that Meadow published\(names)",
      fix: "name a new or empty folder")
  }

  private func collision(_ one: SitePath, _ other: SitePath) -> Diagnostic {
    let isSame = one == other && one.text.utf8.elementsEqual(other.text.utf8)
    return Diagnostic(
      WritingCodes.collision,
      isSame
        ? "two files would be published as `\(one)`"
        : "`\(one)` and `\(other)` cannot stand side by side on every disk",
      fix: "give one of them another address")
  }
}

/// The operating system's words for an errno: `No space left on device`.
func errorText(_ number: Int32) -> String {
  String(cString: strerror(number))
}

extension FileEntry.Kind {
  fileprivate var phrase: String {
    switch self {
    case .file: "a plain file where a folder has to be"
    case .folder: "a folder where a file has to be"
    case .symbolicLink: "a symbolic link"
    case .other: "a pipe, socket or device"
    }
  }
}
