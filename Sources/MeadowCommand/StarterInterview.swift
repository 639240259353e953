internal import Basics
internal import LinkDirectory
internal import SiteBuild
internal import Starter

/// Three questions on a terminal for what no flag tells; elsewhere the names of the sample.
struct StarterInterview {
  private let command: NewCommand
  private let canAsk: Bool

  init(_ command: NewCommand) {
    self.command = command
    canAsk = command.reporting.console.isAsked && !command.reporting.quiet
  }

  func answers() throws(NewFolderRefusal) -> StarterAnswers {
    StarterAnswers(
      title: try name(command.title, StarterQuestion.title),
      organisation: try name(command.organisation, StarterQuestion.organisation),
      address: try address(), language: command.language)
  }

  private func name(
    _ typed: String?, _ question: StarterQuestion
  ) throws(NewFolderRefusal) -> SingleLine {
    if let typed {
      guard let name = SingleLine(typed) else { throw .answer(question.refusal(typed)) }
      return name
    }
    while canAsk {
      let answer = try ask(question)
      if let name = SingleLine(answer.isEmpty ? question.usual : answer) { return name }
      say(question.refusal(answer))
    }
    guard let usual = SingleLine(question.usual) else {
      throw .answer(question.refusal(question.usual))
    }
    return usual
  }

  private func address() throws(NewFolderRefusal) -> WebAddress? {
    let question = StarterQuestion.address
    if let typed = command.baseUrl {
      guard let address = WebAddress(ofSite: typed) else { throw .answer(question.refusal(typed)) }
      return address
    }
    while canAsk {
      let answer = try ask(question)
      if answer.isEmpty { return nil }
      if let address = WebAddress(ofSite: answer) { return address }
      say(question.refusal(answer))
    }
    return nil
  }

  private func ask(_ question: StarterQuestion) throws(NewFolderRefusal) -> String {
    command.reporting.console.write(Array(question.prompt.utf8), to: .errors)
    guard let line = readLine() else {
      command.reporting.console.line("", to: .errors)
      throw .noAnswer(question)
    }
    return line.split(separator: " ").joined(separator: " ")
  }

  private func say(_ finding: Diagnostic) {
    command.reporting.console.line(finding.fix ?? finding.message, to: .errors)
  }
}
