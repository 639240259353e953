package import Basics
internal import LinkDirectory
internal import SiteBuild

/// What is asked before a site is begun.
package enum StarterQuestion: Sendable, CaseIterable {
  case title, organisation, address

  /// `What is the site called? [Community insights] `
  package var prompt: String {
    switch self {
    case .title: "What is the site called? [\(usual)] "
    case .organisation: "Who listens and publishes? [\(usual)] "
    case .address: "Its address, if you know it (https://…, empty for later): "
    }
  }

  /// What an empty answer means; what is taken where nobody is there to be asked.
  package var usual: String {
    switch self {
    case .title: "Community insights"
    case .organisation: "Example Organisation"
    case .address: ""
    }
  }

  /// The flag that answers it.
  package var flag: String {
    switch self {
    case .title: "--title"
    case .organisation: "--organisation"
    case .address: "--base-url"
    }
  }

  /// Why an answer will not do.
  package func refusal(_ answer: String) -> Diagnostic {
    let fix =
      switch self {
      case .address:
        WebAddress(answer).flatMap { WebAddress.fix(ofSite: $0.text) }
          .map { "pages lie below the address: \($0)" }
          ?? "an address begins with https:// or http:// and has a host: https://insights.example.org/"
      case .title, .organisation: "a name is one line of at most 200 characters, and not blank"
      }
    return Diagnostic(
      MeadowCommandCodes.starterAnswer, "\(flag) cannot be `\(printable(answer))`", fix: fix)
  }
}
