package import Basics

/// The findings of this module.
package enum MeasuresCodes {
  static let unknownMetric = DiagnosticCode(
    "P001", "unknown metric",
    """
    A figure names a metric that is not in the list. `meadow measure --list` prints every metric \
    with its parts.
    """)
  static let unknownPart = DiagnosticCode(
    "P002", "unknown part of a metric",
    """
    Some metrics have parts, named after a dot: `time_to_first_response.median`. The metric is \
    there, this part of it is not, or it was left out.
    """)
  static let unknownCommunity = DiagnosticCode(
    "P003", "nothing measured for a community",
    """
    The table holds no row for this community: its slug is misspelt, or it has no snapshot yet.
    """)
  static let unknownPeriod = DiagnosticCode(
    "P004", "unknown period",
    """
    Periods are ISO weeks (`2016-W05`), months (`2016-01`), quarters (`2016-Q1`), years (`2016`) and \
    `all`, and only those that lie at least partly in the snapshot's window have rows. Some metrics \
    are measured for some kinds of period only.
    """)
  static let unknownSegment = DiagnosticCode(
    "P005", "unknown segment",
    """
    A segment is `all`, or `key=value` pairs in key order joined by `;`. The metric's page lists the \
    segments it has.
    """)
  static let thresholdTooLow = DiagnosticCode(
    "P006", "threshold too low",
    """
    A figure about people is about at least 5 of them in public data and at least 10 in data given \
    with consent. A site may ask for more, never for fewer.
    """)
  static let noSuchZone = DiagnosticCode(
    "P007", "no such time zone",
    """
    Days and weeks begin at midnight of one zone for the whole site, at most 14 hours from UTC.
    """)
  static let windowTooShort = DiagnosticCode(
    "P008", "window too short",
    """
    Some metrics look back: occasional contributors over twelve months, bursts over 26 weeks. Where \
    the snapshot's window is shorter than that they have no row at all.
    """)

  static let exposedCount = DiagnosticCode(
    "P009", "hidden count that can be worked out",
    """
    Counts of few people are hidden, and others with them, until none can be worked out from the \
    rest. The last audit found one that still can: nothing is published.
    """)

  static let measuredElsewhere = DiagnosticCode(
    "P010", "measured snapshot that does not fit",
    """
    What another engine measured is taken as a whole or not at all: every count of people that \
    decides what may be shown must be there, for the threshold and the time zone of the site.
    """)
  static let inputsChanged = DiagnosticCode(
    "P011", "site changed since it was measured elsewhere",
    """
    A measured snapshot keeps what the engine was told of the site: codex, jobs, ledger of criticism, \
    media, campaigns. Where the site says something else by now, these figures are as of then.
    """)

  static let unlisted = DiagnosticCode(
    "P012", "waiting threads that are not listed",
    """
    A measured snapshot hands on the threads that have waited longest and those of which something \
    came last. Lists of waiting conversations are of these; the counts are of all.
    """)

  package static let all: [DiagnosticCode] = [
    unknownMetric, unknownPart, unknownCommunity, unknownPeriod, unknownSegment, thresholdTooLow,
    noSuchZone, windowTooShort, exposedCount, measuredElsewhere, inputsChanged, unlisted,
  ]
}
