package import Basics

/// What can be wrong with a site's settings and content.
package enum SiteBuildCodes {
  static let unreadable = DiagnosticCode(
    "S001", "a file cannot be read",
    "The disk refused a file or folder of the site. The message says why; nothing was published.")
  static let unknownKey = DiagnosticCode(
    "S002", "unknown key",
    """
    Front matter and settings have a fixed set of keys, so that a misspelt one is found. Keys you \
    want to keep for yourself go into a comment.
    """)
  static let missingKey = DiagnosticCode(
    "S003", "a required key is missing", "The reference of each content kind lists what it needs.")
  static let wrongType = DiagnosticCode(
    "S004", "a value has the wrong form",
    "A key wants a day, a text, a list or another form, and the value is not written like that.")
  package static let unknownReference = DiagnosticCode(
    "S005", "a reference leads nowhere",
    "A key or link names a community, an item or a file that the site does not have.")
  static let sameAddress = DiagnosticCode(
    "S006", "two pages have one address",
    "Each page needs an address of its own: rename one of the files.")
  static let unreadableImage = DiagnosticCode(
    "S031", "an image's size cannot be read",
    """
    Pages tell browsers how large an image is, so that the text below does not jump when it arrives. \
    The size is read from PNG, JPEG, GIF, WebP and SVG files.
    """)
  static let noBasis = DiagnosticCode(
    "S007", "a community may not be published",
    """
    A community's page is built only on a stated basis: its consent, the licence of its content, or \
    the public terms of its place, each with a link to the proof.
    """)
  package static let noSnapshot = DiagnosticCode(
    "S008", "a community has no snapshot",
    "Its page needs data: `meadow import` writes a snapshot from an export.")
  package static let badComponent = DiagnosticCode(
    "S009", "a component cannot be shown",
    "A fenced component block asks for something that the site does not have.")
  static let quoteRefused = DiagnosticCode(
    "S010", "a quote may not be published",
    """
    Words are quoted verbatim only where the author's grant or a content licence allows it, with \
    the credit it asks for and a link to the post.
    """)
  static let quoteDiffers = DiagnosticCode(
    "S011", "a quote is not what was written",
    "Quotes are verbatim; what is left out is marked […]. The post may have been edited since.")
  static let unusedCommunity = DiagnosticCode(
    "S012", "snapshots without a community file",
    "Snapshots are published only for communities that have a file in `Content/communities/`.")
  static let insightWithoutSource = DiagnosticCode(
    "S013", "an insight links to no place of the community",
    """
    Every insight leads back to where people talked: name at least one item under `sources`, or \
    quote one.
    """)
  static let badFileName = DiagnosticCode(
    "S014", "a file name is no address",
    "Content files are named in small letters, digits and hyphens, since their names become addresses."
  )
  static let inlineValue = DiagnosticCode(
    "S015", "an inline value cannot be shown", "The expression asks for a figure there is none of.")
  static let noSite = DiagnosticCode(
    "S016", "there is no site here",
    "A site is a folder with `Content/site.yaml`. `--site` names another folder.")

  static let keysDisagree = DiagnosticCode(
    "S017", "keys that disagree",
    """
    Some values are right only together with others: a campaign ends after it began, a criticism \
    that is declined has a reason.
    """)
  static let sameNumber = DiagnosticCode(
    "S018", "two criticisms have one number",
    "The numbers of the criticism ledger are permanent addresses: take the next free one.")
  static let strayFile = DiagnosticCode(
    "S019", "a file that is not read",
    """
    Folders of content hold Markdown files, whose names end in `.md`; those of a collection lie in its \
    folder itself, and pages that belong to no folder in `Content/pages/`. What is to be copied as it \
    is lies in `Content/static/`.
    """)
  static let nearlyListedFolder = DiagnosticCode(
    "S020", "a folder with nearly the name of a collection",
    """
    A folder that is not listed in the reference of content is a plain section of pages. One letter \
    off, that is hardly what was meant: rename it.
    """)

  static let brokenChain = DiagnosticCode(
    "S021", "a strategy chain that breaks off",
    """
    A chain leads from an objective over what people would do and what we do for that to a measure and \
    a day of review. Where a link is missing, nobody will know whether the objective was served.
    """)
  static let overdueReview = DiagnosticCode(
    "S022", "a review that is overdue",
    "The day on which a chain was to be looked at again has passed.")

  static let opensWithUs = DiagnosticCode(
    "S023", "a paragraph begins with ourselves",
    """
    People read a report about their community to find themselves in it. A paragraph that begins with \
    the organisation’s name, or with how excited it is, speaks of somebody else. The beginnings can be \
    changed under `voice:` in site.yaml.
    """)
  static let superlative = DiagnosticCode(
    "S024", "a word that praises ourselves",
    """
    Superlatives are not believed, and they are not useful. Say what a thing does, with a number or a \
    link. The words can be changed under `voice:` in site.yaml.
    """)
  static let waitingCriticism = DiagnosticCode(
    "S025", "a criticism waits for an answer",
    """
    Who criticises is interested. The answer may be a no with its reason, but it should come. How many \
    days are allowed is said by `answer_within` under `voice:` in site.yaml.
    """)

  static let quoteRemoved = DiagnosticCode(
    "S030", "a quoted post was deleted",
    """
    Its author or its community took the post back, so its words are not printed any more: in their \
    place stands “[removed by its author]”. The site is published all the same.
    """)

  static let reachesNobody = DiagnosticCode(
    "S040", "an insight that reaches nobody",
    """
    An insight is written for somebody: it goes into the briefs of the departments that it names, or, \
    where it names none, of those that share a job, a topic or a community with it. This one is in no \
    brief, so nobody who could act on it is told.
    """)

  static let badQuery = DiagnosticCode(
    "S041", "a query cannot be run",
    """
    A `sql` block with a name runs while the site is built, over the tables that the site publishes, and \
    may only read. It must give the same in every build: without `ORDER BY` its rows are sorted by all \
    columns, and what would still depend on the order of reading is an error.
    """)
  static let revealingQuery = DiagnosticCode(
    "S042", "a query tells about too few people",
    """
    Counts of few people are withheld from everything that is published. A query can still subtract its \
    way to a small group, and such a number is not printed either. Shares and growth may be asked for.
    """)
  static let badDataPages = DiagnosticCode(
    "S043", "pages cannot be made from data",
    """
    A file with `pages_from` becomes a page for each row: one column gives the addresses, in small \
    letters, digits and hyphens. Each row needs an address of its own, and a title.
    """)

  static let missingNumber = DiagnosticCode(
    "S044", "a criticism is missing",
    """
    Criticism is answered, changed or declined, and never removed: a number between two others belongs to \
    a file that was there. Put it back, as a draft where it is not ready. What must not be read any more, \
    because somebody took back their consent or would be recognised, is said in other words under its \
    number.
    """)

  static let unusedOverride = DiagnosticCode(
    "S046", "something in Templates that nothing uses",
    """
    A file in `Templates/` takes the place of the theme's file of the same name, or is named by another \
    template. Under any other name it changes nothing. Folders there are `strings` and `queries`. A token \
    in `Templates/tokens.css` counts under the names that the style sheet uses.
    """)
  static let lookalikeName = DiagnosticCode(
    "S045", "a name that may be taken for another",
    """
    Letters of several alphabets look alike, and a name that mixes them in one word can pass for that of \
    somebody else. Names are printed as their bearers write them, so this is a warning: make sure that it \
    is theirs.
    """)

  package static let all: [DiagnosticCode] = [
    unreadable, unknownKey, missingKey, wrongType, unknownReference, sameAddress, noBasis,
    noSnapshot, badComponent, quoteRefused, quoteDiffers, unusedCommunity, insightWithoutSource,
    badFileName, inlineValue, noSite, keysDisagree, sameNumber, strayFile, nearlyListedFolder,
    unreadableImage, brokenChain, overdueReview, opensWithUs, superlative, waitingCriticism,
    quoteRemoved, reachesNobody, badQuery, revealingQuery, missingNumber, lookalikeName,
    badDataPages,
    unusedOverride,
  ]
}
