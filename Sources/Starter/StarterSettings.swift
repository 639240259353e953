internal import Basics
internal import LinkDirectory

/// `Content/site.yaml` of a first site, with a remark on each setting.
func starterSettings(_ answers: StarterAnswers, note: String) -> String {
  let address =
    answers.address.map { "base_url: \($0.text.hasSuffix("/") ? $0.text : $0.text + "/")" }
    ?? "# base_url: https://insights.example.org/"
  return """
    # The settings of the site as a whole. A key that does not exist is an error with the nearest one
    # that does; `meadow explain S002` tells more.

    title: \(answers.title.yaml)
    # Who listens and publishes; briefs and the notice to communities speak in this name.
    organisation: \(answers.organisation.yaml)
    # The language of the texts: en, de or ar; others by a file in Templates/strings.
    language: \(answers.language.rawValue)

    # The absolute address the site will have. Feeds, the sitemap and canonical addresses need it.
    \(address)

    # A sentence for the foot of every page. It goes when the sample goes.
    note: "\(note)"

    # What others may do with your texts and your figures, as SPDX ids.
    text_licence: CC-BY-4.0
    data_licence: CC-BY-4.0

    # Where readers of a brief ask: a page or a mail address.
    # contact: insights@example.org

    # The fewest people a figure may be about; 5 is the least there is. Posts and conversations are
    # counted as they are, even single ones.
    # k: 5

    # The insight that heads the home page, and the community whose course is drawn there.
    headline: first-wait
    timeline: \(StarterNames.community)

    # How the site wants to sound: the build warns of paragraphs that begin with these words.
    # voice:
    #   openings: [we are excited]
    #   answer_within: 30

    """
}
