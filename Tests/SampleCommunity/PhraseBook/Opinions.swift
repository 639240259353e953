extension PhraseBook {
  static let praise = Phrases(
    common: [
      "Been running for {n} weeks without a look at it. That is the best I can say of software.",
      "Small, quiet, does what it says. Thank you all.",
      "I read about it here: {press}. It holds up.",
    ],
    byTopic: [
      .scheduling: [
        "{n} jobs a night on {system} and not one lost. The scheduler is solid.",
        "Calendars are the best part of Halyard. Nothing else lets me say `second Tuesday`.",
        "Pulled the plug in the middle of {queue}. It went on where it was. Well done.",
      ],
      .documentation: [
        "The new page about retries is the clearest I have read on the subject.",
        "The docs now have examples one can paste. That saved my evening.",
        "Whoever wrote the chapter on lanes: thank you.",
      ],
      .upgrade: [
        "From {previous} to {version} in {n} minutes, nothing lost. Well done.",
        "Read the notes, did as they said, and it simply worked.",
        "The old agents kept running until the new ones were ready. Lovely.",
        "Smooth upgrade on {system}. I had feared worse.",
      ],
      .dashboard: [
        "The new dashboard is a joy, and quick even on {system}.",
        "I like that I can see the waiting jobs per lane now.",
      ],
      .forum: [
        "I asked on Sunday night and had my answer before breakfast. What a place.",
        "Good to see somebody from Halyard answer here and not just announce.",
        "Nobody laughed at my beginner's question. That is rare.",
      ],
      .pricing: [
        "Fair that a club pays nothing. Thanks for that.",
        "I like that there is no price for trying.", "Cheap for what it does here.",
      ],
      .security: [
        "Advisory, fix and a plain account of what went wrong within two days. That is how to do it."
      ],
    ])

  /// Praise for the upgrade guide, once it is rewritten.
  static let praiseOfNewGuide = Phrases(common: [
    "The rewritten guide is so much better, step 6 makes sense now.",
    "New guide, new try: {n} minutes and all queues were there.",
    "You listened. The migration now stands where it belongs, before the workers.",
    "I followed the new guide word by word and nothing surprised me.",
  ])

  static let criticism = Phrases(
    common: [
      "I like Halyard, but this cost me a day that one sentence would have saved.",
      "This has been asked every month for a year. Perhaps it is not us.",
      "The {part} should not fail without a word.",
    ],
    byTopic: [
      .scheduling: [
        "Retry logs keep the last error and lose the first, which is the one I need.",
        "That two workers of one name take the same job should be an error, not a footnote.",
        "Local time by default is a trap, and I fell into it twice.",
      ],
      .documentation: [
        "The docs search ranks pages of {previous} first. I no longer trust it.",
        "Half the examples are for people who know the answer already.",
        "Settings move from one version to the next and the old pages stay. That is unkind.",
      ],
      .upgrade: [
        "I spent a Saturday on the upgrade because step 6 takes drained queues for granted.",
        "The guide skips the queue migration. How did nobody notice before {version} went out?",
        "An upgrade that cannot be undone should say so on its first line.",
        "{n} minutes of reading, four hours of repair. The notes for {version} are not good enough.",
      ],
      .dashboard: [
        "The new dashboard hides what I look at most behind three clicks.",
        "On a phone the dashboard is of no use, and that is where I am when things break.",
        "A graph that drops to zero every hour teaches people to ignore graphs.",
      ],
      .pricing: [
        "The pricing page does not say what a worker is. I cannot plan with that.",
        "First it was per machine, now per worker. Please decide.",
        "The licence text can be read in two ways, and our treasurer read it in the bad one.",
        "I do not mind paying. I mind not knowing what for.",
      ],
      .forum: [
        "I asked two weeks ago and got nothing but the bot.",
        "Please do not use this place as a notice board and then not read the replies.",
      ],
      .security: [
        "An open port by default in a tool for beginners. I am angry about this one.",
        "Why do I learn of this from the press and not from you? {press}",
        "The advisory says little about agents on {system}. Am I safe or not?",
        "Two weeks between the report and the fix is long for a service that runs as root.",
        "I have taken Halyard off {n} machines until somebody explains how this passed review.",
      ],
    ])

  static let criticismTitles = Phrases(
    common: ["This should not be so hard", "A word about the {part}"],
    byTopic: [
      .upgrade: ["The guide to {version} lacks a step", "A Saturday lost to {version}"],
      .security: ["Why was the port open?", "The advisory leaves questions"],
      .pricing: ["Define worker, please", "The licence wording worries us"],
      .documentation: ["Docs search is no help", "Old pages should go"],
      .dashboard: ["The new dashboard is a step back"],
      .scheduling: ["Retry logs lose the first error"],
      .forum: ["Unanswered for two weeks"],
    ])
}
