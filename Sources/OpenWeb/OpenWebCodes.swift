package import Basics

/// What the open-web check can report.
package enum OpenWebCodes {
  static let unreadable = DiagnosticCode(
    "O0", "a file of the site cannot be read",
    "A check that skipped files would promise too much. Make the file readable and check again.")

  static let otherEncoding = DiagnosticCode(
    "O0b", "a file is not in UTF-8",
    """
    Browsers may read other bytes in other ways than this check does, so nothing else is said about \
    the file. Save it in UTF-8.
    """)

  static let thirdParty = DiagnosticCode(
    "O1a", "something is loaded from another site",
    """
    Whoever opens the page is made to call on somebody else, who learns of it. Copy the file into \
    the site, or link to it so that readers decide themselves. Data in a `data:` address may be an \
    image and nothing else.
    """)
  static let noPolicy = DiagnosticCode(
    "O1b", "the page has no content security policy",
    """
    Put `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' \
    data:; style-src 'self'">` into the head, before anything that is loaded: then browsers \
    enforce what the site promises.
    """)
  static let loosePolicy = DiagnosticCode(
    "O1c", "the content security policy allows too much, or comes too late",
    """
    It must allow no more than images and styles of the site itself and images as `data:` \
    (`default-src 'none'; img-src 'self' data:; style-src 'self'`; a page with a `style` element \
    may name its hash), and must stand before the first thing that is loaded. On the search page, beside \
    its script, one other policy is known letter by letter.
    """)
  static let inlineStyle = DiagnosticCode(
    "O1d", "a style is written into a tag",
    """
    The content security policy keeps browsers from following it, so the page looks other than \
    meant. Give the element a class and put the style into the style sheet.
    """)
  static let base = DiagnosticCode(
    "O1e", "a `base` leads to another site",
    "Every relative address of the page follows it there. Remove the element.")
  static let hiddenDocument = DiagnosticCode(
    "O1f", "a document is hidden in an attribute",
    "What stands in `srcdoc` is a page of its own that nothing checks. Put it into a file.")

  static let script = DiagnosticCode(
    "O2a", "the page runs a script",
    """
    All content is there without scripts, so none is needed, and none can watch readers. Data \
    blocks such as `<script type="application/ld+json">` are fine. One script is known byte by byte and \
    allowed: that of the search page, at its address and under its policy.
    """)
  static let handler = DiagnosticCode(
    "O2b", "an attribute runs a script",
    "Attributes that start with `on` run scripts. Remove it; `details`, `popover` and `:target` need none."
  )
  static let scriptAddress = DiagnosticCode(
    "O2c", "an address runs a script",
    "`javascript:` and its like are programs, not addresses. Link to a page.")
  static let noscript = DiagnosticCode(
    "O2d", "the page says other things to those without scripts",
    "All content is there for everyone, so nothing is left for `noscript`. Show it to all.")

  static let form = DiagnosticCode(
    "O3a", "the page asks readers to enter something",
    """
    The site answers to nobody's account and collects nothing. Name a mail address or the \
    community's own place instead of a form. Disabled check boxes of task lists are fine.
    """)
  static let cookie = DiagnosticCode(
    "O3b", "the page sets a cookie", "The site remembers nothing about its readers. Remove it.")
  static let ping = DiagnosticCode(
    "O3c", "a link reports who follows it",
    "`ping` and `attributionsrc` tell somebody about each click. Remove the attribute.")
  static let prefetch = DiagnosticCode(
    "O3d", "something is fetched before it is asked for",
    "Prefetching tells servers of pages nobody has opened. Remove the `link`.")
  static let refresh = DiagnosticCode(
    "O3e", "the page moves or reloads by itself",
    """
    Only the page that stands at an old address may send readers on: at once (`0;url=…`), to a page \
    of the same site, with a visible link to it and a `rel="canonical"` that says the same.
    """)

  static let noindex = DiagnosticCode(
    "O4a", "the page hides from search engines",
    "What communities helped to find out can be found. Remove the `noindex` or `none`.")
  static let distrustedLink = DiagnosticCode(
    "O4b", "a link to another site is devalued",
    """
    `nofollow`, `ugc` and `sponsored` tell search engines to ignore a community one takes from; \
    `noreferrer` hides from it who links there. Remove the word from `rel`; `noopener` may stay.
    """)
  static let closedRobots = DiagnosticCode(
    "O4c", "robots.txt shuts somebody out",
    "Everyone may read the site, by hand or by machine. Leave `Disallow:` empty.")
  static let hiddenReferrer = DiagnosticCode(
    "O4d", "the page hides from communities that it links to them",
    "Remove the referrer policy; the browsers' own tells a site's name and not more.")

  static let noWayBack = DiagnosticCode(
    "O5", "an insight that leads to no other site",
    """
    Whoever is reported about can be asked, joined and answered: inside of each `article` of the \
    class `insight` stands a link to the place where people talked. Name the conversations it rests \
    on.
    """)

  static let bareFigure = DiagnosticCode(
    "O6a", "a figure without its data",
    """
    Readers can check and reuse every figure: inside of each `figure` of the class `fig` stand a \
    link to its data as CSV, one as JSON, both files of the site, and a link to the licence, marked \
    `rel="license"`.
    """)
  static let missingData = DiagnosticCode(
    "O6b", "a figure's data file is missing",
    "The figure links to a file that is not in the site. Publish it, or mend the link.")

  package static let lostAddress = DiagnosticCode(
    "O7", "an old address leads nowhere",
    """
    Sealed editions remember every address the site ever had, and links of others still lead there. \
    When a page's file kept its name, it is found again by itself. Otherwise the page that took its \
    place names the address under `aliases:`; and what has no successor is declared under `gone:` in \
    `site.yaml`, with the day and a reason, which readers are then told.
    """)

  static let missingNumber = DiagnosticCode(
    "O9a", "a number is missing from a ledger",
    """
    Criticism is answered, changed or declined, and never removed: in a list of the class `numbered` the \
    items have their permanent numbers as ids (`c4`), and a number between two others that has none was \
    there, or is still to come. Publish it, with what became of it.
    """)
  static let lostRecords = DiagnosticCode(
    "O9b", "records that nobody accounts for",
    """
    What was read is measured, withheld with a reason (consent, privacy, a duplicate, no conversation) or \
    quarantined as malformed; whatever it says is no reason. In each row of a table of the class `records` \
    the `data` of the class `read` is the sum of the others.
    """)

  static let brokenLink = DiagnosticCode(
    "O8a", "a link to a page that is not there",
    "Mend the link, or publish the page. A link to a folder needs an `index.html` in it.")
  static let brokenAnchor = DiagnosticCode(
    "O8b", "a link to a place that is not in the page",
    "No element has this `id`. Mend the part after `#`, or give the place that id.")
  static let missingFile = DiagnosticCode(
    "O8c", "a file the page needs is not there",
    "An image, style sheet or other part of the page is not in the site.")
  static let leavesSite = DiagnosticCode(
    "O8d", "an address leads out of the site's folder",
    """
    It climbs above the folder the site is published in, so it works at no other address and not \
    from a disk. Link to a page of the site, or write the whole address.
    """)
  static let twoPlaces = DiagnosticCode(
    "O8e", "two elements of a page have the same id",
    "Links to it reach the first one only, and labels may name the wrong one. Rename one.")
  static let noLanguage = DiagnosticCode(
    "O8f", "the page does not say its language",
    "Screen readers pronounce by it (WCAG 3.1.1). Write `<html lang=\"en\">` with your language.")
  static let noTitle = DiagnosticCode(
    "O8g", "the page has no title",
    "Tabs, bookmarks and screen readers show it (WCAG 2.4.2). Write a `title` into the head.")
  static let noAlternative = DiagnosticCode(
    "O8h", "an image without words",
    """
    Who cannot see it learns nothing (WCAG 1.1.1). Give an `img` an `alt`, empty if it is mere \
    ornament; give an `svg` with `role="img"` a `title` or an `aria-label`.
    """)
  static let namelessLink = DiagnosticCode(
    "O8i", "a link without words",
    "Nobody can tell where it leads (WCAG 2.4.4). Put text into it.")
  static let skippedHeading = DiagnosticCode(
    "O8j", "a heading level is left out",
    "Readers who go from heading to heading miss a step (WCAG 1.3.1). Use the next level.")

  static let activeDrawing = DiagnosticCode(
    "O10", "an SVG file can do more than draw",
    """
    A drawing with a script, foreign content, a reference to another site, an entity or a style \
    sheet of its own acts like a page when it is opened alone. Save it as plain SVG.
    """)
  static let oddEntry = DiagnosticCode(
    "O11", "something in the site is no plain file",
    "Hosts and archives treat links and devices each in their own way. Copy the file instead.")

  /// What the internal edition does on purpose: it is not to be found.
  package static let ofHiding: [DiagnosticCode] = [noindex, closedRobots]

  package static let all: [DiagnosticCode] = [
    unreadable, otherEncoding, thirdParty, noPolicy, loosePolicy, inlineStyle, base, hiddenDocument,
    script,
    handler, scriptAddress, noscript, form, cookie, ping, prefetch, refresh, noindex,
    distrustedLink,
    closedRobots, hiddenReferrer, noWayBack, bareFigure, missingData, lostAddress, missingNumber,
    lostRecords, brokenLink,
    brokenAnchor,
    missingFile,
    leavesSite, twoPlaces, noLanguage, noTitle, noAlternative,
    namelessLink, skippedHeading, activeDrawing, oddEntry,
  ]
}
