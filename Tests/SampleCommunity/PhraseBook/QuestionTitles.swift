extension PhraseBook {
  /// Each stands for the question at the same place of its topic.
  static let questionTitles: [Topic: [String]] = [
    .scheduling: [
      "Jobs in the {queue} queue start late", "Calendar skips the last day of the month",
      "Retries never stop", "Two workers take the same job",
      "How do I pause the {queue} queue over a weekend?", "Job at {time} runs an hour early",
      "In which order are jobs taken?",
    ],
    .documentation: [
      "Setting for retries is not known", "Example for calendars does not run",
      "Search shows pages of an old version", "What happens when {store} is full?",
      "Queue, lane, slot: is there a glossary?",
    ],
    .upgrade: [
      "Moving queues from {previous} to {version}", "Upgrade to {version} stops half-way",
      "Workers take no jobs after {version}", "How long may the old agents stay?",
      "{previous} agents with a {version} scheduler?", "Step 6 wants empty queues",
    ],
    .dashboard: [
      "Dashboard stays empty", "Show one queue only", "Graph of waiting jobs drops to zero",
      "How do I share a view without a login?", "Table is cut off on a phone",
    ],
    .pricing: [
      "{n} workers, two at a time: what do we pay?", "What counts as a worker?",
      "Does a test machine need a plan?", "Are clubs charged like firms?",
    ],
    .forum: [
      "Can threads be moved?", "How do I get fewer mails?", "Is there a feed for a tag?",
    ],
    .security: [
      "How do I check my install after the advisory?", "Do all workers need a restart?",
      "{n} failed logins since Tuesday", "Can I limit the agent to one address?",
    ],
  ]
}
