internal import Basics

/// What is sent to whoever is asked: what we want, what we promise, how to say yes and how to say no.
package enum NoticeText {
  /// The text of a new notice, to be kept as it is sent.
  package static func standard(organisation: String, title: String) -> String {
    """
    May we list you?

    \(organisation) publishes "\(title)": what communities talk about and how well \
    \(organisation) listens. Nobody is in it by default. We ask you for up to four things, each by \
    itself; a yes to one is not a yes to another.

    link     a link to your place in our directory and on your page
    name     your name, wherever we speak of you
    metrics  figures about groups of people in your place, never about fewer than ten of them;
             posts and conversations are counted as they are, even a single one: we may say how long
             one question waited
    quotes   words from your place, each only if its author or its licence allows it too

    What we promise
    - A yes ends after a year at most. Then we ask again, or you are gone.
    - You can say no at any time, without a reason: tell us, or take away the file or the post \
    that said yes. At our next build every trace of you is gone, from earlier editions too.
    - A yes of your community never speaks for its members.
    - We keep what you wrote to say yes as proof, and nothing of it is published.
    - What others have copied we cannot take back: search engines, feed readers, archives.
    - Criticism stays among our figures when you leave; your name does not.

    """
  }

  /// What to put up, or to write, to say yes.
  package static func answers(_ terms: ConsentTerms, wellKnown: WebAddress?) -> String {
    var terms = terms
    var text = ""
    if let wellKnown {
      terms.canonical = wellKnown
      text += "To say yes, put this file up at \(wellKnown.text):\n\n"
      text += indented(ConsentStatement.text(terms))
      text += "\nOr let a moderator post this sentence where everybody can see it:\n\n"
      terms.canonical = nil
    } else {
      text += "To say yes, write this sentence:\n\n"
    }
    text += indented(GrantSentence.text(terms) + "\n")
    text += "\nOr sign the lines above with a key that you publish:\n\n"
    text += indented("ssh-keygen -Y sign -n \(SignedStatement.namespace) -f KEY statement.txt\n")
    text += "\nLeave out of `Scope` whatever you do not want. To say no, say nothing.\n"
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).map { "    \($0)\n" }.joined()
  }
}
