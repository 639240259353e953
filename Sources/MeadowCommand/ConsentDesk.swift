internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

/// Where events are entered: holds the site's lock, the book as it is, and the terminal.
struct ConsentDesk: ~Copyable {
  let shared: SharedOptions
  let book: ConsentBook
  private let lock: SiteLock

  init(_ shared: SharedOptions) throws {
    self.shared = shared
    do throws(PublishError) {
      lock = try SiteLock(site: shared.site)
    } catch {
      try shared.report([error.diagnostic])
      throw ExitCode(error.exitStatus)
    }
    let reading = readConsent(shared.disk)
    try shared.report(reading.diagnostics)
    book = reading.book ?? .empty
  }

  /// Asks on a terminal; elsewhere whatever is missing is an error that names the question.
  borrowing func ask(_ question: String) throws -> String {
    guard shared.console.isAsked, !shared.quiet else {
      throw ValidationError("an answer is missing and nobody is there to be asked: \(question)")
    }
    shared.console.write(Array((question + " ").utf8), to: .errors)
    guard let answer = readLine(), !answer.isEmpty else {
      throw ValidationError("no answer: nothing was entered")
    }
    return answer
  }

  /// Enters an event and says so.
  borrowing func enter(_ entry: ConsentEntry) throws -> ConsentEvent {
    do throws(EntryRefusal) {
      let event = try LinkDirectory.enter(entry, in: shared.disk)
      shared.say(
        "entered as line \(event.sequence): \(ConsentText.sentence(event))")
      return event
    } catch {
      switch error {
      case .findings(let found): try shared.report(found)
      case .disk(let error):
        shared.console.line("error: \(error)", to: .errors)
        throw ExitStatus.diskTrouble.code
      }
      throw ExitStatus.contentHasErrors.code
    }
  }

  /// Leaves with one finding.
  borrowing func refuse(_ message: String, fix: String? = nil) throws -> Never {
    try shared.report([Diagnostic(LinkDirectoryCodes.refused, message, fix: fix)])
    throw ExitStatus.contentHasErrors.code
  }

  /// What no build can take back.
  borrowing func tellWhatCannotBeReached() {
    shared.say(ConsentText.outOfReach)
  }
}
