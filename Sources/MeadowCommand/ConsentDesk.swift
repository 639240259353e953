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
    try shared.requireSite()
    let lock = try ConsentDesk.lock(shared)
    let reading = readConsent(shared.disk)
    try shared.report(reading.diagnostics)
    self.shared = shared
    self.lock = lock
    book = reading.book ?? .empty
  }

  private static func lock(_ shared: SharedOptions) throws -> SiteLock {
    do throws(PublishError) {
      return try SiteLock(site: shared.site)
    } catch {
      try shared.report([error.diagnostic])
      throw ExitCode(error.exitStatus)
    }
  }

  var canAsk: Bool { shared.console.isAsked && !shared.quiet }

  /// Asks on a terminal; elsewhere whatever is missing is an error that names the question.
  borrowing func ask(_ question: String) throws -> String {
    guard canAsk else {
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
      sayEntered(event)
      return event
    } catch {
      switch error {
      case .findings(let found): try shared.report(found)
      case .details(let event, let error):
        sayEntered(event)
        throw shared.refusal(
          error, after: "the details of \(event.person ?? "whoever spoke") are not kept: ",
          fix: "enter the yes once more with them")
      case .disk(let error):
        throw shared.refusal(error)
      }
      throw ExitStatus.contentHasErrors.code
    }
  }

  private borrowing func sayEntered(_ event: ConsentEvent) {
    shared.say("entered as line \(event.sequence): \(ConsentText.sentence(event))")
  }

  /// Says why nothing is entered, and gives the error to leave with.
  borrowing func refusal(_ message: String, fix: String? = nil) -> any Error {
    do throws(ExitCode) {
      try shared.report([Diagnostic(LinkDirectoryCodes.refused, message, fix: fix)])
    } catch {
      return error
    }
    return ExitStatus.contentHasErrors.code
  }

  /// What no build can take back.
  borrowing func tellWhatCannotBeReached() {
    shared.say(ConsentText.outOfReach(gone: .next))
  }
}
