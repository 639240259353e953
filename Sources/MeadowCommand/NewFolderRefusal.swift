package import Basics

/// Why a site was not begun; nothing of it was written.
package enum NewFolderRefusal: Error {
  case noName
  case notEmpty(String, holds: [String])
  case notAFolder(String)
  case answer(Diagnostic)
  /// The end of the input came where an answer should have.
  case noAnswer(StarterQuestion)
  case disk(FileError)
  case findings([Diagnostic])

  package var diagnostics: [Diagnostic] {
    switch self {
    case .noName:
      [
        Diagnostic(
          MeadowCommandCodes.newFolder, "the name of the folder is empty",
          fix: "name a folder that is new or empty: `meadow new garden`")
      ]
    case .notEmpty(let folder, let names): [notEmpty(folder, names)]
    case .notAFolder(let path):
      [
        Diagnostic(
          MeadowCommandCodes.newFolder, "`\(printable(path))` is no folder",
          fix: "name a folder that is new or empty")
      ]
    case .answer(let finding): [finding]
    case .noAnswer(let question):
      [
        Diagnostic(
          MeadowCommandCodes.starterAnswer, "no answer, so nothing was written",
          fix: "answer with \(question.flag)")
      ]
    case .disk(let error): [Diagnostic(MeadowCommandCodes.newFolder, error.description)]
    case .findings(let found): found
    }
  }

  var exitStatus: ExitStatus {
    switch self {
    case .notEmpty, .notAFolder: .outputRefused
    case .noName, .answer, .noAnswer: .wrongUsage
    case .disk: .diskTrouble
    case .findings: .contentHasErrors
    }
  }

  private func notEmpty(_ folder: String, _ names: [String]) -> Diagnostic {
    let shown = names.prefix(3).map { "`\(printable($0))`" }.joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let isSite = names.contains("Content")
    return Diagnostic(
      MeadowCommandCodes.newFolder,
      "`\(printable(folder))` is not empty: it holds \(shown)\(more)",
      fix: isSite
        ? "it looks like a site already: `meadow build --site \(shellWord(folder))`"
        : "name a folder that is new or empty")
  }
}
