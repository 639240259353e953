internal import Basics

/// What must fit together inside one event.
enum EventConsistency {
  static func check(_ event: ConsentEvent, _ reader: inout FieldReader) {
    checkTimes(event, &reader)
    checkItem(event, &reader)
    checkProof(event, &reader)
  }

  private static func checkTimes(_ event: ConsentEvent, _ reader: inout FieldReader) {
    if let expires = event.expires {
      let seconds = expires.secondsSinceEpoch - event.at.secondsSinceEpoch
      if seconds <= 0 {
        reader.report(
          LinkDirectoryCodes.clock, "the consent ends before it begins", at: "expires")
      } else if seconds > Int64(ConsentEvent.longestDays) * 86_400 {
        reader.report(
          LinkDirectoryCodes.clock,
          "the consent holds for more than \(ConsentEvent.longestDays) days", at: "expires",
          fix: "ask again after a year")
      }
    }
    if let evidence = event.evidence, evidence.captured > event.at {
      reader.report(
        LinkDirectoryCodes.clock, "the evidence is younger than the event it proves",
        at: "evidence")
    }
  }

  private static func checkItem(_ event: ConsentEvent, _ reader: inout FieldReader) {
    if event.item != nil, !event.scopes.contains(.quote) {
      reader.report(
        LinkDirectoryCodes.fieldNeeds, "`item` belongs to the scope `quote`", at: "item")
    }
    if event.item == nil, event.scopes.contains(.quote), event.kind.isYes,
      reader.field("item") == nil
    {
      reader.report(
        LinkDirectoryCodes.fieldNeeds, "a yes to `quote` names its `item`", at: "scope")
    }
  }

  private static func checkProof(_ event: ConsentEvent, _ reader: inout FieldReader) {
    if (reader.field("method") == nil) != (reader.field("evidence") == nil) {
      reader.report(
        LinkDirectoryCodes.fieldNeeds, "`method` and `evidence` come together",
        at: reader.field("method") == nil ? "evidence" : "method")
    }
    if let method = event.method, let standing = event.standing,
      method.standing(of: event.subject) != standing
    {
      reader.report(
        LinkDirectoryCodes.wrongValue,
        "`\(method.rawValue)` does not show the standing `\(standing.rawValue)`", at: "standing",
        fix: "it shows `\(method.standing(of: event.subject).rawValue)`")
    }
    if let person = event.person, event.subject.isPerson, person != event.subject.description {
      reader.report(
        LinkDirectoryCodes.wrongValue, "nobody but the person speaks for a person", at: "by_ref")
    }
  }
}
