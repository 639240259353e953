extension PhraseBook {
  static let suggestionTitles = Phrases(
    common: ["Idea for the {part}", "Could the {part} do this?", "A small wish"],
    byTopic: [
      .documentation: ["One page a task, please", "Mark pages by version"],
      .upgrade: ["A dry run for upgrades", "Check the queues before an upgrade"],
      .dashboard: ["A view for phones", "Let us sort the lanes"],
      .pricing: ["A table instead of a sentence"],
    ])

  static let suggestions = Phrases(
    common: [
      "It would help if the {part} told why it waits.",
      "Could there be a command that prints all settings with where they come from?",
      "I would trade two new features for better error texts.",
      "How about a `--dry-run` for everything that cannot be undone?",
    ],
    byTopic: [
      .scheduling: [
        "A calendar for the phases of the moon, please. I am serious, it is for the tide tables.",
        "Let a queue borrow workers from {queue} at night.",
        "Keep the first error of a job beside the last one.",
        "Please publish a calendar of your releases, so that we can plan around them.",
      ],
      .documentation: [
        "Put the version in the title of every page.",
        "A page for people who come from cron would save many threads here.",
        "Show the whole file in examples, not just the three lines that matter.",
      ],
      .upgrade: [
        "Let the upgrade check for waiting jobs and stop with a clear word.",
        "An upgrade should print what it will do and ask once.",
      ],
      .dashboard: [
        "Let us pin two queues to the top.", "A plain table for small screens would do.",
        "Show when a worker was last seen, not just a red dot.",
      ],
      .pricing: ["A table with three example set-ups would answer most questions about plans."],
      .forum: ["Could questions without an answer be listed on the front page?"],
      .security: ["Bind to localhost by default and let people open it on purpose."],
    ])

  static let showTitles = Phrases(common: [
    "How we run {tool} with Halyard", "Show: {thing} on {system}", "{n} queues, one small machine",
    "A month with {version}", "My calendar for {thing}", "From cron to Halyard in one evening",
  ])

  static let shows = Phrases(common: [
    "We moved {thing} of {tool} to Halyard {version}: {n} jobs a day, one worker, no trouble so far.",
    "Here is my set-up on {system}. The only odd part is the lane for {queue}. Notes: {wiki}",
    "I wrote a small script that draws the queues as text. Take it and change it: {wiki}",
    "After a year on {system}: {n} jobs a night, two outages, both my own fault.",
    "For those who come from cron: one calendar, one queue, ten lines. I can post the file.",
    "I gave a talk about this at our club, and a magazine wrote it up: {press}",
    "Photos of the rack are not worth it, but the calendar file for {thing} may be: {wiki}",
    "We print labels with it. {n} a day, from {time} on, and nobody has touched it since spring.",
  ])
}
