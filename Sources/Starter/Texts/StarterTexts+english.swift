internal import Basics

extension StarterTexts {
  static func english(_ story: StarterStory) -> StarterTexts {
    StarterTexts(
      note: "Sample data: the community on these pages is invented.",
      pages: [
        ("communities/sample-forum.md", englishCommunity),
        ("insights/first-wait.md", englishInsight(story)),
        ("departments/support.md", englishDepartment),
        ("campaigns/release-2.md", englishCampaign(story)),
        ("pages/about.md", englishAbout),
      ],
      phrases: englishPhrases)
  }
}

private let englishCommunity = """
  ---
  name: Lantern forum (sample)
  kind: Forum of volunteers
  summary: "Sample data: Lantern, its forum and every post in it are invented. They stand in for a forum of people who use one product."
  basis: licence
  subject: \(StarterNames.subject)
  proof: \(StarterNames.licence)
  origin: \(StarterNames.origin)/
  languages: [en]
  etiquette: Answer when asked, and say who you work for.
  sample: true
  ---

  **Sample data: Lantern and its forum are invented.** These are nine months of a small forum, so that a new site has something to show. Put a community of yours in its place: write a file like this one, and `meadow import` turns an export of it into a snapshot.

  ### Etiquette for guests

  - Answer when asked. Say who you work for.
  - Criticism is answered in the thread where it was raised, with what became of it.

  """

private func englishInsight(_ story: StarterStory) -> String {
  """
  ---
  title: "Sample: when 2.0 came out, people waited longer"
  summary: "Sample data: Lantern and its forum are invented. In the month of the release, half of all questions waited longer for a first response than the month before."
  date: \(story.today)
  author: Community research
  communities: [\(StarterNames.community)]
  departments: [support]
  unknown: Whether the release made the wait longer, or chance; there is no forum without a release to compare with.
  sources: [\(StarterNames.community)/\(SampleForum.complaint)]
  ---

  **Sample data: Lantern and its forum are invented.** The figures are counted as those of a real community are.

  In \(story.release), when 2.0 came out, half of all questions waited \(StarterNames.wait(story.release)) or longer for a first response, those that never got one counted as still waiting. The month before it was \(StarterNames.wait(story.before)); in \(story.last) it was \(StarterNames.wait(story.last)).

  ```chart
  title: The wait grew with the release and went back
  metric: time_to_first_response.median
  community: \(StarterNames.community)
  period: month
  annotations:
    - "\(story.release): 2.0 is out"
  ```

  ## Twice as many questions

  People asked \(StarterNames.threads(story.release)) questions in that month, against \(StarterNames.threads(story.before)) the month before. Many were about one step of the upgrade.

  ```quote
  community: \(StarterNames.community)
  item: "\(SampleForum.complaint)"
  words: The upgrade guide skips the step where old notebooks are converted.
  ```

  """
}

private let englishDepartment = """
  ---
  name: Support (sample)
  summary: Answers questions about Lantern, which is invented.
  owner: Head of support
  topics: [upgrade, sync]
  communities: [\(StarterNames.community)]
  ---

  """

private func englishCampaign(_ story: StarterStory) -> String {
  """
  ---
  title: 2.0 is out
  date: \(story.releaseDay)
  communities: [\(StarterNames.community)]
  link: \(StarterNames.origin)/t/news-2
  ---

  """
}

private let englishAbout = """
  ---
  title: About
  summary: What this site is, and what it promises the people it is about.
  ---

  This site was begun with Meadow. Its first community, the [Lantern forum](../communities/sample-forum.md), is invented and there to be replaced; write here who listens, to whom, and what for.

  ## What it promises

  - **No one is followed.** No cookies, no scripts, nothing from anywhere else.
  - **No one is singled out.** Figures about few people are withheld. Posts and conversations are counted as they are, even single ones, such as how long one question waited.
  - **Criticism stays.** What people criticise is shown with what was done about it.

  """

private let englishPhrases = StarterPhrases(
  topics: [
    .init(
      tag: "sync",
      questions: [
        (
          "Sync stops on the second device",
          "My notes sync from the laptop, but the phone shows those of yesterday. What can I check?"
        ),
        (
          "Can I sync over the local network only?",
          "I would rather not send notes through a server. How do I turn that off?"
        ),
        (
          "How often does it sync?",
          "A change needs some minutes to arrive. Can the interval be set anywhere?"
        ),
      ]),
    .init(
      tag: "export",
      questions: [
        (
          "How do I export a notebook with its pictures?",
          "The export leaves the pictures out. Is there an option that I missed?"
        ),
        (
          "Export as plain Markdown",
          "I want to keep a copy that other programs can read. Which format do you use?"
        ),
      ]),
    .init(
      tag: "search",
      questions: [
        (
          "Search does not find words with accents",
          "When I look for “cafe” the note with “café” is not in the list. Is that a fault?"
        ),
        (
          "A search for two words at once?",
          "How do I find notes that have both words, not one of them?"
        ),
        (
          "It would be great to save searches",
          "I type the same search every morning. Could the app remember it?"
        ),
      ]),
    .init(
      tag: "upgrade",
      questions: [
        (
          "Notebooks are empty after the upgrade to 2.0",
          "I upgraded, and two of my notebooks are empty. The files are still on the disk. What now?"
        ),
        (
          "How do I go back to 1.9?",
          "The upgrade is confusing and I need my notes today. Can I go back without losing anything?"
        ),
        (
          "Does 2.0 run on an old tablet?",
          "Before I upgrade: has anybody tried it on a tablet that is six years old?"
        ),
      ]),
  ],
  answers: [
    "I had the same. Close the app on both devices, then open the one with the newer notes first.",
    "There is a switch for it under Settings, Advanced. It took me a while to find it, too.",
    "Which version is it? With 1.9 this works here.",
    "Look into the log first: the last lines usually name the notebook.",
    "I wrote a small guide about this in the wiki, see if it helps.",
    "It is not possible yet, as far as I know. I would like to have it as well.",
  ],
  thanks: [
    "Thank you, that was it.", "Thanks, it works now.", "Great, thanks for the quick help!",
  ],
  complaint: (
    "The upgrade guide leaves out a step",
    "The upgrade guide skips the step where old notebooks are converted. It is confusing, and I lost an evening."
  ),
  channel: "Help")
