package import Basics

/// What can be wrong with consent: the ledger, its evidence, and what is asked of it.
package enum LinkDirectoryCodes {
  static let malformed = DiagnosticCode(
    "L001", "a line of the consent ledger cannot be read",
    """
    Each line of `Content/consent/ledger.ndjson` is one JSON object, ended by a line feed, as \
    `meadow consent` writes it. A line that is no such thing means that the file was damaged or \
    edited. Nothing is guessed: take the file from version control again.
    """)
  static let unknownField = DiagnosticCode(
    "L002", "unknown field in the consent ledger",
    "A field that is not in the table of docs/consent.md could mean anything, so it is refused.")
  static let fieldNeeds = DiagnosticCode(
    "L003", "a field is missing or does not belong to the event",
    """
    A yes needs a role, a standing, a method, evidence, and until when it holds; a no needs none of \
    these. The table in docs/consent.md tells which event has which fields.
    """)
  static let wrongValue = DiagnosticCode(
    "L004", "a value that the consent ledger cannot have",
    "Scopes, events, roles, standings and methods are fixed words; moments are UTC to the second.")
  static let notCanonical = DiagnosticCode(
    "L005", "a line of the consent ledger was edited",
    """
    The line reads well, but it is not what `meadow consent` would write: its fields are in another \
    order, or it is spaced or escaped in another way.
    """)
  static let brokenChain = DiagnosticCode(
    "L006", "the chain of the consent ledger is broken",
    """
    Each line holds the SHA-256 of the bytes of the line before. Where it does not fit, the line \
    before was edited, or lines were taken out or put in between. Take the file from version control \
    again; an event is corrected by a new event, never by an edit.
    """)
  static let fork = DiagnosticCode(
    "L007", "the consent ledger is forked or has a gap",
    """
    Lines are numbered 1, 2, 3 … without a gap. Two lines with one number come from two people who \
    wrote at the same time: keep one history and enter the other events again with `meadow consent`.
    """)
  static let duplicate = DiagnosticCode(
    "L008", "an event comes twice", "Each event has an id of its own; a second one is a copy.")
  static let clock = DiagnosticCode(
    "L009", "a moment that cannot be",
    """
    Events are in the order of time, evidence is older than the event it proves, and a consent ends \
    after it began and at most 365 days later.
    """)
  package static let past = DiagnosticCode(
    "L010", "the moment lies before the last event of the ledger",
    """
    Consent is decided for a moment, `--as-of` or now. A moment before the last event would bring \
    back what was withdrawn since, so it is refused. Look whether the clock of this machine is right.
    """)
  static let doesNotFollow = DiagnosticCode(
    "L011", "an event does not follow from those before",
    """
    A renewal cannot give more than a grant gave, a resumption needs a suspension, a community has \
    one place, and nothing is entered about a person whose details were erased.
    """)
  package static let evidence = DiagnosticCode(
    "L012", "evidence does not prove what the ledger says",
    """
    The captured bytes must have the checksum of the ledger, and they must say themselves who allows \
    what, until when, under which notice. Until then the consent counts as not given.
    """)
  package static let noEvidence = DiagnosticCode(
    "L013", "evidence is missing",
    """
    Without its evidence a consent counts as not given. Bring the file back, or enter the end of the \
    consent with `meadow consent revoke`.
    """)
  package static let notice = DiagnosticCode(
    "L014", "a notice cannot be read or is not the one agreed to",
    """
    Notices lie in `Content/consent/notices/` as `VERSION.LANGUAGE.txt`. A consent counts for the \
    newest version only: whoever changes what is asked has to ask again.
    """)
  package static let people = DiagnosticCode(
    "L015", "a line of the people file cannot be read",
    """
    `Content/consent/people.ndjson` holds the details of people, apart from the ledger, so that they \
    can be erased: one JSON object a line with `id`, `name` and what else there is to know.
    """)
  package static let endsSoon = DiagnosticCode(
    "L016", "a consent ends soon",
    "Ask again in time: `meadow consent notice` prints what to send, `renew` enters the answer.")
  package static let leftOut = DiagnosticCode(
    "L017", "a consent is not live",
    "The message says why. Nothing about it is published, and this is said on the terminal only.")
  package static let refused = DiagnosticCode(
    "L018", "an event is not entered",
    """
    `meadow consent` writes only what it can show. The message says what is missing or what the \
    evidence does not say.
    """)
  package static let withdrawn = DiagnosticCode(
    "L019", "the text mentions somebody who may not be named",
    """
    A name, address or alias of a community without a live consent is printed as “[withdrawn]”, and \
    what is built on it is left out. The site is published all the same; change the text when you can.
    """)
  static let strange = DiagnosticCode(
    "L020", "something else in the consent folder",
    "The folder holds the ledger, people.ndjson, `evidence/` and `notices/`, and nothing else.")
  package static let unreadable = DiagnosticCode(
    "L021", "consent cannot be read or written",
    "The disk refused; the message says why. Without the ledger nothing is published.")
  static let truncated = DiagnosticCode(
    "L022", "the consent ledger has lost lines",
    """
    `Content/consent/head` names the last line that was written, and the ledger has no such line, or \
    one of the two files is gone. A ledger without its last lines would bring back what they \
    withdrew. Take it from version control again.
    """)

  /// Findings that follow from a withdrawal: they never stop a build, not even a strict one.
  package static let neverStopping: [DiagnosticCode] = [endsSoon, leftOut, withdrawn, noEvidence]

  package static let all: [DiagnosticCode] = [
    malformed, unknownField, fieldNeeds, wrongValue, notCanonical, brokenChain, fork, duplicate,
    clock, past, doesNotFollow, evidence, noEvidence, notice, people, endsSoon, leftOut, refused,
    withdrawn, strange, unreadable, truncated,
  ]
}
