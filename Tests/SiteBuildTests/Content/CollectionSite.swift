import Testing

/// A file of one kind of content that has every key of it, rightly written.
struct CollectionSample: Sendable, CustomTestStringConvertible {
  var path: String
  var front: String

  var testDescription: String { path }

  /// Every listed kind but those that ``SampleSite`` has already.
  static let all = [
    CollectionSample(
      path: "campaigns/sprint",
      front: """
        title: Documentation sprint
        summary: A week of writing.
        date: 2020-01-06
        until: 2020-01-12
        communities: [makers]
        aim: Fewer questions about welding.
        departments: [support]
        link: https://acme.example/sprint
        tags: [documentation]
        """),
    CollectionSample(
      path: "strategy/first-weld",
      front: """
        title: More first welds
        summary: Those who weld once stay.
        date: 2020-01-01
        behaviour: Beginners show their first weld.
        engagement: We answer within a day.
        measure: time_to_first_response.median
        target: under a day
        review: 2030-01-01
        owner: support
        communities: [makers]
        jobs: [join-metal]
        """),
    CollectionSample(
      path: "jobs/join-metal",
      front: """
        title: Join two pieces of metal for good
        summary: When something breaks.
        date: 2020-01-01
        phrases: [how do i weld, "weld #2"]
        struggle: The tools cost more than the piece.
        workaround: Glue.
        communities: [makers]
        owner: support
        """),
    CollectionSample(
      path: "criticism/glue",
      front: """
        title: Nobody answers about glue
        summary: Questions about glue stay open.
        number: 1
        date: 2020-01-07
        status: changed
        since: 2020-01-20
        sources: [makers/q2]
        communities: [makers]
        owner: support
        answer: We had nobody who knows glue.
        link: https://acme.example/glue
        reaction: Good.
        jobs: [join-metal]
        history:
          - date: 2020-01-08
            status: explained
            text: We said why.
        """),
    CollectionSample(
      path: "sketches/torch",
      front: """
        title: A smaller torch
        summary: It would fit a pocket.
        date: 2020-01-10
        communities: [makers]
        question: Would you carry it?
        said: Only with a cap.
        changed: It has a cap now.
        refused: No pink one, for the paint burns.
        sources: [makers/q1]
        owner: support
        """),
    CollectionSample(
      path: "explainers/cold",
      front: """
        title: Why cold metal cracks
        summary: It shrinks.
        date: 2020-01-11
        misconception: That it is bad metal.
        checked_by: Metallurgist
        communities: [makers]
        departments: [support]
        jobs: [join-metal]
        sources: [makers/q1]
        """),
    CollectionSample(
      path: "media/weld-along",
      front: """
        title: Weld along
        summary: A series of films.
        date: 2020-01-12
        address: https://films.example/weld-along/
        ownership: sponsored
        sponsor: Acme
        communities: [makers]
        owner: support
        """),
    CollectionSample(
      path: "experts/metal",
      front: """
        name: Ada Example
        person: p-7f3k9q
        summary: Asks back.
        role: Metallurgist
        subjects: [steel, cracks]
        contact: ada@acme.example
        languages: [en, de-AT]
        communities: [makers]
        """),
    CollectionSample(
      path: "corrections/first",
      front: """
        title: Not all questions are answered
        summary: The one about glue is not.
        date: 2020-01-25
        kind: correction
        about: [insights/first]
        community: makers
        link: https://makers.example/t/3
        answer: We mended the sentence.
        """),
    CollectionSample(
      path: "reps/ines",
      front: """
        name: Ines Example
        role: Community manager
        summary: Welds on Sundays.
        communities: [makers]
        contact: https://acme.example/ines
        department: support
        languages: [en]
        """),
    CollectionSample(
      path: "departments/support",
      front: """
        name: Support
        summary: Answers.
        owner: Head of support
        jobs: [join-metal]
        topics: [glue]
        communities: [makers]
        """),
  ]

  var text: String { "---\n\(front)\n---\n\nText.\n" }

  /// The small site with all of them, one of them perhaps written otherwise.
  static func site(with path: String = "", _ front: String = "") -> SampleSite {
    var site = SampleSite()
    for sample in all { site.files["Content/\(sample.path).md"] = sample.text }
    if !path.isEmpty { site.files["Content/\(path).md"] = "---\n\(front)\n---\n\nText.\n" }
    return site
  }
}
