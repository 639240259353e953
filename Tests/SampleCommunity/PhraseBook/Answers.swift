extension PhraseBook {
  static let answers = Phrases(
    common: [
      "Had the same. A clean restart of the {part} and a look at {doc} fixed it here.",
      "That is a setting of the {part}, not of the queue. It is easy to overlook.",
      "Somebody wrote this up step by step: {wiki}",
      "Look at the second line of the log, not the first: it names the job.",
      "Try it with one worker first. If it goes away, two of them share a name.",
    ],
    byTopic: [
      .scheduling: [
        "Your worker polls every {n} minutes by default. Set it to one and the delay goes.",
        "Use the calendar word `month-end`, not day 31. Short months are covered then.",
        "Attempts are counted per lane. If {queue} has three lanes, you get three times as many.",
        "Give each worker its own name. Two with one name take the same job.",
        "Put a pause on {queue} with a calendar; a paused queue keeps its jobs.",
        "The scheduler keeps local time unless you set a zone. Set it to UTC and {time} stays {time}.",
        "Order is by priority, then by age. Without a priority it looks like chance.",
      ],
      .documentation: [
        "That setting moved in {version}. The new place is described here: {doc}",
        "The example lacks one line, `zone: UTC`. With it the list is filled.",
        "Add the version to the search, then the old pages go: {doc}",
        "It is on the page about stores, near the end, where nobody looks: {doc}",
        "We keep a glossary in the wiki: {wiki}",
      ],
      .upgrade: [
        "Drain first: pause the queues, wait until nothing runs, then migrate. {n} waiting jobs are fine.",
        "Run the queue migration by hand before you start the workers. The guide says so too late.",
        "Old agents may stay for as long as you like, they just do not see the new lanes.",
        "You can go back as long as you have not started a {version} worker.",
        "It stops because {store} is locked by an old agent. Stop that one and run it again.",
        "I did it on {system} last night: pause, back up, migrate, start. Took {n} minutes.",
      ],
      .dashboard: [
        "The dashboard reads from the agent, not from the scheduler. Open its port and it fills.",
        "Save a view with just {queue}; the address of the view can be shared.",
        "The zero is the moment the counter is reset. Take the hourly mean and it is gone.",
        "Views can be opened to read without an account. It is off by default.",
        "Turn the phone on its side until somebody mends the table.",
      ],
      .pricing: [
        "As I read it, only workers that run at the same time count. I would ask to be sure.",
        "Test machines do not count if they have the `test` label.",
        "Clubs can write to them; ours pays nothing for {n} workers.",
      ],
      .forum: [
        "Flag it and a moderator moves it, usually within the day.",
        "Set the thread to normal under the last post. The mails stop.",
        "Every category has a feed: put .rss behind its address.",
      ],
      .security: [
        "If your agent listens on localhost only, you are not affected.",
        "Yes: stop, update, start, every worker. Then make new tokens.",
        "Look for jobs you did not write. If there are none in {queue}, you are most likely fine.",
        "Bind it to one address with `listen`. It is described here: {doc}",
        "There is a good write-up for people with few machines: {press}",
      ],
    ])

  static let answerOpenings = [
    "Hi!", "From my notes:", "Short version:", "I know this one.", "For what it is worth:",
    "Welcome to the club.", "On {system} it was like this:", "Two things.", "Easy to miss:",
  ]

  static let answerEndings = [
    "Tell us whether it helps.", "Took me a weekend to find out.", "Works here with {version}.",
    "More in {doc}", "Write again if not.", "I had to read it twice, too.",
  ]
}
