extension PhraseBook {
  static let agreement = Phrases(
    common: [
      "Same here, on {system}.", "+1, I see this too.", "Yes please.",
      "I would like to know as well.",
      "Same with {version}.", "You are not alone, we have it on {n} machines.",
      "Agreed. It bit us in spring.",
    ],
    byTopic: [
      .pricing: ["Our treasurer asks the same.", "We could not plan with it either."],
      .upgrade: ["Same at the same step.", "Step 6, yes. Lost an evening there, too."],
      .security: ["Same question here.", "I took ours off the network until this is clear."],
    ])

  static let remarks = Phrases(
    common: [
      "Which version is that?", "What does the log of the {part} say?",
      "Is {store} full by any chance?",
      "Could you post the calendar file?", "How many workers do you have?",
      "Does it happen with an empty queue, too?", "There was a thread about this in winter.",
      "I am not sure the {part} is to blame.", "On {system} I cannot make it happen.",
      "It depends: for {thing} I would do it another way.",
    ],
    byTopic: [
      .upgrade: ["From which version did you come?", "Did you start the new workers already?"],
      .pricing: ["I asked them by mail and got an answer the next day."],
      .security: ["The write-up is here, for those who missed it: {press}"],
    ])

  static let thanks = Phrases(common: [
    "That was it, thank you!", "Works now. Thanks.", "Perfect, I would never have looked there.",
    "Thanks, that saved me a night.", "Great, it runs again.", "Thank you all, solved.",
    "It helps, thanks. I added it to the wiki.", "Good to know, thanks for the quick reply.",
    "Thank you. I will try it tonight.", "Many thanks, also for the link.",
  ])

  /// Thanks for news or for something shown.
  static let gratitude = Phrases(common: [
    "Thanks for writing this up.", "Thank you for sharing.", "Good to hear, thanks.",
    "Thanks for telling us here and not just by mail.", "I have been waiting for this. Thank you!",
    "Bookmarked. Thanks.", "Thank you, I will try that on a quiet day.",
    "Nice. Thanks for the details.",
  ])

  /// Questions back, about news or something shown.
  static let curiosity = Phrases(common: [
    "How many workers is that?", "Does it work with {store}, too?", "Would this run on {system}?",
    "Do old calendars stay as they are?", "How long did it take you?",
    "What happens to waiting jobs?", "Is there a way back if it goes wrong?",
    "Could you post the settings?", "Which version do I need for that?",
  ])

  static let explanations = Phrases(
    common: [
      "You are right, and it is on our list. I will write here when it is done.",
      "I asked the people who wrote it: it was meant otherwise, and it will change.",
      "Short answer: not soon. The reason is that {store} would have to change first.",
      "Thank you for the plain words. We got this one wrong.",
      "This is how it came about: the {part} was made for one worker. It shows.",
    ],
    byTopic: [
      .upgrade: [
        "You are right, the guide takes too much for granted there. It will be written anew.",
        "We tested with empty queues only. That was the mistake.",
      ],
      .pricing: [
        "A worker is whatever runs a job at that moment. The page will say so by Friday.",
        "The licence has not changed, the sentence about it has. The old one was bad.",
      ],
      .security: [
        "The port was open since 2.7. We closed it, and the default is localhost now, in all versions.",
        "We told the press when we told you, and should have told you first.",
      ],
      .documentation: ["Old pages carry a notice as of today. Search follows next week."],
      .dashboard: ["The phone view is being mended. It was not tested on small screens."],
      .scheduling: ["The first error will be kept from the next version on."],
    ])

  static let requestTitles = Phrases(common: [
    "Would you try the early version?", "Five questions about upgrades",
    "Looking for people with many queues", "Which page of the docs should we mend first?",
  ])

  static let requests = Phrases(common: [
    "We look for ten people who would try the early version on a spare machine.",
    "Would you take five minutes for our questions about upgrades? https://forms.halyard.example/upgrade",
    "Who runs more than {n} queues and would talk to us for half an hour?",
    "Please try the early version and tell us what breaks: https://get.halyard.example/early",
    "Which page of the docs failed you last? One line is enough.",
  ])

  /// What the welcome bot says.
  static let welcomes = [
    "Welcome! Tell us your version and system, and somebody will find it easier to help.",
    "Welcome to Selfhost Commons. Nobody here is paid to answer, so be patient and be kind.",
    "Hello and welcome! Tip: mark the reply that helped you, so that others find it.",
  ]
}
