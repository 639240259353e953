package import Basics

/// What can be wrong with a template.
package enum TemplatingCodes {
  static let syntax = DiagnosticCode(
    "T001", "template syntax",
    "A tag or expression of a template cannot be read. The caret stands where reading "
      + "stopped.")
  static let unclosed = DiagnosticCode(
    "T002", "something is not closed",
    "A tag, a bracket, a string or a comment is opened and never closed, or closed "
      + "without being open. Close what is open, innermost first.")
  static let unknownName = DiagnosticCode(
    "T003", "unknown name or field",
    "A template reads a name or a field that the page's model does not have. "
      + "`docs/page-variables.md` lists the names each page gives to its template; nothing is "
      + "printed for an unknown name, so a slip of the pen cannot hide.")
  static let unknownTag = DiagnosticCode(
    "T004", "unknown tag",
    "There is no tag of this name. The tags are those of Jinja2.")
  static let unknownFilter = DiagnosticCode(
    "T005", "unknown filter or test",
    "There is no filter or test of this name. They are those of Jinja2, with `number`, "
      + "`decimal`, `percent`, `duration`, `date`, `shortdate` and `isodate` for figures and "
      + "days.")
  static let arguments = DiagnosticCode(
    "T006", "wrong arguments",
    "A filter, test, macro or function is called with arguments it does not take, or "
      + "without one it needs.")
  static let type = DiagnosticCode(
    "T007", "value of the wrong type",
    "A value is used as something it is not: a text as a list, a list as a number, a "
      + "record as a text. The message names both.")
  static let missingGuard = DiagnosticCode(
    "T008", "optional value without a guard",
    "The page's model says that this value may be missing. Say what happens then: put it "
      + "in `{% if value %}`, or write `value|default('…')`.")
  static let missingTemplate = DiagnosticCode(
    "T009", "template not found",
    "`extends`, `include` or `import` names a template that does not exist, or one that "
      + "leads back to itself.")
  static let inheritance = DiagnosticCode(
    "T010", "blocks and inheritance",
    "A block stands twice, a required block is not filled, or `super()` stands where "
      + "there is nothing above.")
  static let unsupported = DiagnosticCode(
    "T011", "left out of the language",
    "Jinja2 has this, Meadow's templates do not: names of templates are literals, values "
      + "have no Python methods, escaping cannot be switched off.")
  static let context = DiagnosticCode(
    "T012", "value in an unsafe place",
    "A value stands where no escaping makes it safe: in a tag or attribute name, an "
      + "unquoted attribute, a script, an event handler, a comment. Put it into text or into "
      + "a quoted attribute.")
  static let unevenContext = DiagnosticCode(
    "T013", "branches end in different places",
    "Each branch, loop body, block, macro and include must end in the same place of the "
      + "HTML in which it starts: in text, or inside the same tag or attribute. So every way "
      + "through the template is well-formed.")
  static let address = DiagnosticCode(
    "T014", "unsafe address",
    "An address in an attribute must start with an allowed scheme (http, https, mailto, "
      + "tel) or be relative, whatever the value is, and a value behind `/` must not make it the "
      + "address of another site; scripts and styles are loaded from this site's own files only.")
  static let limit = DiagnosticCode(
    "T015", "limit reached",
    "Nesting, recursion, ranges, the steps of a page, its size and the memory of its values are "
      + "bounded, so that a slip cannot take the machine's memory or its time.")
  package static let evaluation = DiagnosticCode(
    "T016", "value could not be computed",
    "An operation failed while rendering: a division by zero, a number too large, an "
      + "element that is not there.")
  static let model = DiagnosticCode(
    "T017", "page does not fit its model",
    "The engine handed a template values that its own model does not describe. This is a "
      + "fault of Meadow, not of the template; please report it.")

  static let calculation = DiagnosticCode(
    "T018", "a calculation with the site's data",
    "What a query gives was held against the rule about few people; what a template makes of it would "
      + "not be. So templates write such values, compare and sort them, and leave the calculating to the "
      + "query.")

  package static let all: [DiagnosticCode] = [
    syntax, unclosed, unknownName, unknownTag, unknownFilter, arguments, type, missingGuard,
    missingTemplate, inheritance, unsupported, context, unevenContext, address, limit, evaluation,
    model, calculation,
  ]
}
