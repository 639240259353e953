extension PhraseBook {
  static let questionTitles = Phrases(
    common: [
      "Where do I start with {thing}?", "Is this a bug or am I holding it wrong?",
      "New here, one question about the {part}", "What does this warning mean?",
    ],
    byTopic: [
      .scheduling: [
        "Jobs in the {queue} queue start late", "Calendar skips the last day of the month",
        "Retries never stop", "Two workers take the same job",
        "How do I pause the {queue} queue over a weekend?", "Job at {time} runs twice",
      ],
      .documentation: [
        "Which page describes retries?", "Example for calendars does not run",
        "Search shows pages of an old version", "Is there a glossary?",
        "Where is the setting for {store} described?",
      ],
      .upgrade: [
        "Moving queues from {previous} to {version}", "Upgrade to {version} stops half-way",
        "Do I have to drain the queues first?", "Can I go back to {previous}?",
        "Workers do not come back after {version}",
      ],
      .dashboard: [
        "Dashboard stays empty", "Can the dashboard show {n} queues on one page?",
        "Graph of waiting jobs looks wrong", "How do I share a view without a login?",
        "Dark colours for the dashboard?",
      ],
      .pricing: [
        "What counts as a worker?", "Does a test machine need a plan?",
        "Are clubs charged like firms?", "What happens above {n} workers?",
      ],
      .forum: [
        "Can threads be moved?", "How do I change my notifications?",
        "Is there a feed for this category?",
      ],
      .security: [
        "Are agents on {system} affected?", "How do I check my install after the advisory?",
        "Do tokens expire?", "Is TLS between workers on by default?",
      ],
    ])
}
