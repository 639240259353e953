package import Basics

/// What this module may find wrong with an author's Markdown and YAML.
package enum MarkdownHTMLCodes {
  package static let all: [DiagnosticCode] = MarkdownCodes.all + FrontMatterCodes.all
  /// For whoever finds more in a file than anybody reads.
  package static let more = MarkdownCodes.more
}

enum MarkdownCodes {
  static let fileTooLarge = DiagnosticCode(
    "M001", "Markdown file too large",
    "A Markdown file may have 2 MiB. Split the page, or move the data into a snapshot or a table.")
  static let tooDeep = DiagnosticCode(
    "M002", "nested too deeply",
    "Lists, quotations and emphasis may stand inside one another 96 deep; browsers stop there too. "
      + "Many blank lines inside lists deeper than that are refused unread, as each takes as long "
      + "as its lists are deep.")
  static let outputTooLarge = DiagnosticCode(
    "M003", "output grows too large",
    "A page may grow to 20 times its Markdown. A long address used by many references does this.")
  static let reservedCharacter = DiagnosticCode(
    "M004", "reserved character",
    "The private-use characters of the planes 15 and 16 mark inline values while a page is "
      + "rendered, so a text cannot hold them. Remove the character.")
  static let invalidUTF8 = DiagnosticCode(
    "M005", "not UTF-8",
    "Content is read as UTF-8 and nothing else. Save the file as UTF-8.")
  static let directionOverride = DiagnosticCode(
    "M006", "direction override left out",
    "U+202A–U+202E turn the direction of the text that follows, which can make a page read other "
      + "than it is. They are left out; right-to-left text needs none.")
  static let openValue = DiagnosticCode(
    "M007", "inline value not closed",
    "`{{` starts an inline value, which ends with `}}` on the same line. "
      + "Write `\\{{` for two braces.")
  static let valueInAddress = DiagnosticCode(
    "M008", "inline value in an address",
    "An address is checked before any value is known, so it cannot hold one.")
  static let rawHTML = DiagnosticCode(
    "M009", "raw HTML left out",
    "Pages hold no HTML but what Markdown and the templates make: it could break the page, load "
      + "from other sites or run scripts. The tags are left out, the text between them stays.")
  static let badAddress = DiagnosticCode(
    "M010", "address not allowed",
    "Links lead to http, https, mailto, tel or a page of this site. Everything else, in any "
      + "disguise, is refused; the text stays without the link.")
  static let foreignImage = DiagnosticCode(
    "M011", "image from another site",
    "Readers' browsers ask nobody but this site. Put the image into `static/`.")
  static let noAlternative = DiagnosticCode(
    "M012", "image without alternative text",
    "Who cannot see the image gets the text between the brackets: `![what it shows](image.png)`.")
  static let tableTooLarge = DiagnosticCode(
    "M013", "table too large",
    "A table may have 64 columns and 20,000 cells, all tables of a page 100,000 cells. Publish larger ones as data."
  )
  static let unknownFootnote = DiagnosticCode(
    "M014", "footnote not defined",
    "`[^name]` refers to a line `[^name]: text`, which must start the line outside lists and "
      + "quotations. A name has no blanks. Write `\\[^name]` for the characters themselves.")
  static let unusedFootnote = DiagnosticCode(
    "M015", "footnote never used",
    "Nothing refers to the footnote, so it is not shown.")
  static let footnoteTwice = DiagnosticCode(
    "M016", "footnote defined twice",
    "Two definitions have one name; the first is shown. Rename one.")
  static let tooManyValues = DiagnosticCode(
    "M017", "too many inline values",
    "A page may have 131,068 inline values, footnote marks and bare addresses.")
  static let tooManyImages = DiagnosticCode(
    "M018", "too many images",
    "A page may have 20,000 images, as reading more can take minutes.")
  static let emptyValue = DiagnosticCode(
    "M019", "empty inline value",
    "Between `{{` and `}}` stands an expression, such as `measure(\"active_members\")`.")
  static let tooManyCells = DiagnosticCode(
    "M020", "row longer than its table",
    "A row has more cells than the header, so its last cells are not shown. "
      + "A `|` inside a cell is written `\\|`.")
  static let openFence = DiagnosticCode(
    "M021", "code block not closed",
    "A code block or component starts with three backticks and ends with a line of as many. "
      + "Without it everything that follows is code.")
  static let more = DiagnosticCode(
    "M022", "more findings",
    "Only the first findings of a file are shown. Mend them and build again.")

  static let controlCharacter = DiagnosticCode(
    "M023", "control character left out",
    "Control characters and noncharacters are not allowed in HTML and break feeds. They come from "
      + "copying out of a terminal or a PDF.")
  static let hiddenCharacter = DiagnosticCode(
    "M024", "invisible character left out",
    "Tag characters (U+E0000–U+E007F) say things that nobody sees, except in a flag. Machines that "
      + "read the page would see them.")

  static let nearlyComponent = DiagnosticCode(
    "M025", "a block that may be meant for a component",
    "A fenced block is a component only under its exact name. Under a name nearly like it the block is "
      + "published as code.")

  static let underlinedTable = DiagnosticCode(
    "M026", "a table that is read as a heading",
    "A line of `---` or `===` right under a text makes a heading of it, and so of a table. A blank line "
      + "ends the table.")

  static let alert = DiagnosticCode(
    "M027", "an alert of GitHub's",
    "A quotation that starts with `[!NOTE]` is a box on GitHub and a quotation here, with the words of "
      + "the mark in it. A fenced block `note` is a box.")

  static let all = [
    fileTooLarge, tooDeep, outputTooLarge, reservedCharacter, invalidUTF8, directionOverride,
    openValue, valueInAddress, rawHTML, badAddress, foreignImage, noAlternative, tableTooLarge,
    unknownFootnote, unusedFootnote, footnoteTwice, tooManyValues, tooManyImages, emptyValue,
    tooManyCells, openFence, more, controlCharacter, hiddenCharacter,
    nearlyComponent, underlinedTable, alert,
  ]
}
