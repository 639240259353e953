extension PhraseBook {
  static let questions: [Topic: [String]] = [
    .scheduling: [
      "Since yesterday jobs in the {queue} queue wait about {n} minutes before a worker takes them.",
      "My calendar says the last day of the month, and in short months nothing runs.",
      "A failed job in {queue} is tried again for ever, although I set {n} attempts.",
      "With two workers on {system} some {thing} are made twice.",
      "I want the {queue} queue to rest from Friday evening to Monday morning.",
      "A job set for {time} ran an hour early after the clocks changed.",
      "When {n} jobs arrive at once, the scheduler on {system} takes them in no order I understand.",
    ],
    .documentation: [
      "The page about retries shows a setting that my {version} does not know.",
      "I followed the calendar example word by word and get an empty list.",
      "The search in the docs brings me to pages of {previous}.",
      "I cannot find what happens to jobs when {store} is full.",
      "Is there a page that explains queue, lane and slot side by side?",
    ],
    .upgrade: [
      "I want to go from {previous} to {version} and have {n} jobs waiting in {queue}.",
      "The upgrade to {version} stopped at the queue migration on {system}.",
      "After the upgrade the workers start, but none of them takes a job from {queue}.",
      "The notes say to drain the queues, but not for how long the old agent may stay.",
      "Is it safe to run {previous} agents with a {version} scheduler for a week?",
      "Step 6 of the guide wants empty queues, and mine are never empty.",
    ],
    .dashboard: [
      "The dashboard shows no queues at all, the command line shows {n}.",
      "I would like to see only {queue} and hide the rest.",
      "The graph of waiting jobs drops to zero every hour and I do not believe it.",
      "Can I give the board of our club a view without an account?",
      "On a phone the table of workers is cut off on the right.",
    ],
    .pricing: [
      "We have {n} workers, but only two run at the same time. Do we pay for all of them?",
      "The pricing page says worker and never says what a worker is.",
      "Is a machine that only runs tests counted?",
      "Our club has no income. Is there a plan for us?",
    ],
    .forum: [
      "I posted in the wrong category and cannot move it.",
      "I get a mail for every reply in threads I only read once.",
      "Is there a way to follow just the {queue} tag?",
    ],
    .security: [
      "My agent on {system} has been open to the network for months. What should I look for?",
      "Does the fix for the advisory need a restart of every worker?",
      "I see {n} failed logins in the log since Tuesday. Is that the scan everyone talks about?",
      "Can I limit the agent to one address?",
    ],
  ]

  /// What comes before a question, now and then.
  static let questionOpenings = [
    "I run Halyard {version} on {system} for {tool}.",
    "I am new to this and moved {thing} over last week.",
    "We use it at a small club, mostly for {thing}.",
  ]

  static let questionDetails = Phrases(
    common: [
      "The log has nothing but the start line.", "It worked for months.",
      "A restart helps for an hour or so.", "The {part} says all is fine.",
    ],
    byTopic: [
      .upgrade: ["The old data are still in {store}.", "I have a backup from before."],
      .scheduling: ["It is always around {time}.", "It began about a week ago."],
    ])

  static let questionEndings = [
    "What am I missing?", "How do you do this?", "Any idea where to look?",
    "Does anybody else see this?", "Thanks for any hint.", "Is that how it should be?",
    "Which setting is it?",
  ]
}
