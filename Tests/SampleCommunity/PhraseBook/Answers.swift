extension PhraseBook {
  /// Each answers the question at the same place of its topic.
  static let answers: [Topic: [String]] = [
    .scheduling: [
      "Your worker polls every {n} minutes by default. Set it to one and the delay goes.",
      "Use the calendar word `month-end`, not day 31. Short months are covered then.",
      "Attempts are counted per lane. If the queue has three lanes, you get three times as many.",
      "Give each worker its own name. Two with one name take the same job.",
      "Put a pause on it with a calendar; a paused queue keeps its jobs.",
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
      "Pause the queues, wait until nothing runs, then migrate. {n} waiting jobs are fine.",
      "It stops because {store} is locked by an old agent. Stop that one and run it again.",
      "Run the queue migration by hand before you start the workers. The guide says so too late.",
      "Old agents may stay for as long as you like, they just do not see the new lanes.",
      "A week is fine. You can go back as long as you have not started a {version} worker.",
      "They need not be empty, only paused. The step is worded badly.",
    ],
    .dashboard: [
      "The dashboard reads from the agent, not from the scheduler. Open its port and it fills.",
      "Save a view with just that queue; the address of the view can be shared.",
      "The zero is the moment the counter is reset. Take the hourly mean and it is gone.",
      "Views can be opened to read without an account. It is off by default.",
      "Turn the phone on its side until somebody mends the table.",
    ],
    .pricing: [
      "As I read it, only workers that run at the same time count. I would ask to be sure.",
      "Whatever runs a job at that moment, they told me. The page should say so.",
      "Test machines do not count if they have the `test` label.",
      "Clubs can write to them; ours pays nothing for {n} workers.",
    ],
    .forum: [
      "Flag it and a moderator moves it, usually within the day.",
      "Set the thread to normal under the last post. The mails stop.",
      "Every category and tag has a feed: put .rss behind its address.",
    ],
    .security: [
      "If your agent listens on localhost only, you are not affected.",
      "Yes: stop, update, start, every worker. Then make new tokens.",
      "Look for jobs you did not write. If there are none, you are most likely fine.",
      "Bind it to one address with `listen`. It is described here: {doc}",
    ],
  ]

  /// Another answer to the same question.
  static let otherAnswers: [Topic: [String]] = [
    .scheduling: [
      "Look at the number of lanes. With one lane a long job holds up all that wait behind it.",
      "I keep two calendars, one for 30 and one for 31, but `month-end` is the better way.",
      "There is a limit for the whole queue beside the one for the job. Set both.",
      "Check the locks in {store}. On a shared disk they come late, and both believe they won.",
      "`halyard pause --until monday` does it by hand, if you need it only once.",
      "That is summer time. I gave all my calendars a zone and it never came back.",
      "Oldest first, unless a lane is full. Watch the lanes and it makes sense.",
    ],
    .documentation: [
      "It is called `attempts` now. The page is older than your install.",
      "Mine ran after I named the calendar. An empty name is taken for none.",
      "Use the list of contents, not the search. I gave up on the search.",
      "Nothing is lost: jobs wait until there is room, and the log says so.",
      "A queue has lanes, a lane has slots. I drew it once: {wiki}",
    ],
    .upgrade: [
      "I did it on {system} last night: pause, back up, migrate, start. Took {n} minutes.",
      "Had this on {system}. The old lock file was still there; remove it and go on.",
      "Their names changed. Look at the list of workers, then set the lane by hand.",
      "We ran both for a month. Nothing broke, but the dashboard was confused.",
      "Works, but do it for days, not for months. The log fills with warnings.",
      "Skip it, finish the other steps, and come back to it at the end. Odd, but it works.",
    ],
    .dashboard: [
      "Same here until I gave the dashboard its own token.",
      "Put the name of the queue into the filter and save. There is no button for it.",
      "Known since winter. The number in the table is right, the graph is not.",
      "I export the view as a page every hour and put it on our own site.",
      "Hide the columns you do not need; three fit on mine.",
    ],
    .pricing: [
      "We asked for an invoice first. It said two, not all of them.",
      "It is not what the old page said. I would wait for a clear word.",
      "Ours ran for a year without anybody asking.",
      "There is a line about associations at the very end of the page.",
    ],
    .forum: [
      "You can edit the category yourself on the first day, after that ask a moderator.",
      "There is a weekly digest, I like it better than single mails.",
      "I follow tags in my profile, under tracking.",
    ],
    .security: [
      "Compare your list of tokens with the people you know. That was quick here.",
      "The scheduler too, I overlooked that at first.",
      "I had those as well. They stopped when the port was closed.",
      "A firewall rule does as well, and you have it for other things.",
    ],
  ]

  /// An answer to almost any question.
  static let commonAnswers = [
    "Had the same. A clean restart of the {part} and a look at {doc} fixed it here.",
    "That is a setting of the {part}, not of the queue. It is easy to overlook.",
    "Somebody wrote this up step by step: {wiki}",
    "Look at the second line of the log, not the first: it tells more.",
    "Try it with one worker first. If it goes away, you know where to look.",
    "There is a good write-up for people with few machines: {press}",
    "Compare your settings with the defaults. `halyard settings --changed` shows the difference.",
  ]

  static let answerOpenings = [
    "Hi!", "From my notes:", "Short version:", "I know this one.", "For what it is worth:",
    "Welcome to the club.", "On {system} it was like this:", "Easy to miss:",
  ]

  static let answerEndings = [
    "Tell us whether it helps.", "Took me a weekend to find out.", "Works here with {version}.",
    "More in {doc}", "Write again if not.", "I had to read it twice, too.",
  ]
}
