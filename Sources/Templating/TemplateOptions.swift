package import Basics

/// How templates are read and checked; the defaults are what a site uses.
package struct TemplateOptions: Sendable, Equatable {
  /// What an unknown name means.
  package enum Checking: Sendable, Equatable {
    /// An error at load time; values are escaped by their place in the HTML.
    case strict
    /// As in Jinja2: nothing is printed and nothing is known before rendering.
    case lenient
    /// As in Jinja2 with StrictUndefined: an error while rendering.
    case lenientStrictUndefined
  }

  package var checking: Checking = .strict
  /// Drops the first line end after a block tag.
  package var trimBlocks = false
  /// Drops blanks between the start of a line and a block tag.
  package var lstripBlocks = false
  package var keepTrailingNewline = false
  /// Whether values are escaped; false only with lenient checking.
  package var autoescape = true
  /// Whether templates may calculate with values of which nothing is known at load time: numbers from
  /// the site's data, which nobody would hold against its rules again.
  package var calculatesWithUnknown = true
  package var limits = TemplateLimits()
  /// What `strings.name` stands for, and how filters write numbers and days; English formats and no
  /// texts where there is none.
  package var wording: Wording?

  package init() {}

  var formats: TextFormats { wording?.formats ?? .english }
}

/// What one render may use before it is stopped with an error.
package struct TemplateLimits: Sendable, Equatable {
  /// Nested expressions and blocks in one template.
  package var nesting = 200
  /// Fields, filters and operators of one expression, each applied to what the one before gives.
  package var chain = 400
  /// Macro calls and recursive loops inside one another.
  package var recursion = 200
  /// Elements of one `range` or of one list repeated with `*`.
  package var range = 100_000
  /// Turns of loops, elements looked at by filters, compared values and the like in one page. What
  /// works on texts counts one for eight bytes.
  package var steps = 200_000_000
  /// Bytes of the values that a page is given and makes.
  package var memory = 512 << 20
  /// Bytes of one page.
  package var output = 64 << 20
  /// Machine words of one compiled template with everything it includes.
  package var program = 4 << 20

  package init() {}
}
