internal import ArgumentParser
internal import Basics
internal import SiteBuild
internal import Templating

struct RenderTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Prints a template rendered with values from a JSON file.",
    discussion: helpText(
      examples: [
        (
          "meadow render template card.html --context card.json",
          "tries a template on its own"
        ),
        (
          "meadow render template page.html --context page.json --templates Templates",
          "with the templates that it extends"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Option(
    help: "The file with the values: a JSON object, a field for each variable.",
    completion: .file())
  var context: String

  @Option(
    help: "The folder of the templates that this one extends, includes or imports.",
    completion: .directory)
  var templates: String?

  @Flag(help: "Jinja2's rules: what is unknown prints nothing, and every place is escaped alike.")
  var lenient = false

  @Flag(help: "Drop the line end after a block tag.")
  var trimBlocks = false

  @Flag(help: "Drop the blanks before a block tag that begins its line.")
  var lstripBlocks = false

  @Flag(name: .customLong("no-autoescape"), help: "Escape nothing; only with --lenient.")
  var leavesRaw = false

  @Argument(help: "The template.", completion: .file())
  var file: String

  func validate() throws {
    if leavesRaw && !lenient {
      throw ValidationError("--no-autoescape goes with --lenient only: a page's values are escaped")
    }
  }

  func run() throws {
    do {
      let main = TemplateSource(name: fileName, text: try readSource(file))
      let others = try readTemplates().filter { $0.name != main.name }
      let trial = TemplateTrial(
        main.name, of: [main] + others, context: try readSource(context), options: options)
      let (html, found) = trial.render()
      if let html { shared.console.write(html) }
      try shared.report(found)
    } catch let error as FileError {
      throw shared.refusal(error)
    }
  }

  private var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// Every file below the folder of templates, named by its path in there.
  private func readTemplates() throws -> [TemplateSource] {
    guard let templates else { return [] }
    let disk = DiskFileSystem(root: templates)
    guard try disk.entry(at: .root) != nil else {
      throw FileError("read", templates, reason: "there is no such folder")
    }
    return try disk.walk(.root).filter(isTemplate).map { entry in
      let text = SourceText(
        file: "\(templates)/\(entry.path)", bytes: try disk.read(entry.path))
      return TemplateSource(name: "\(entry.path)", text: text)
    }
  }

  private func isTemplate(_ entry: FileEntry) -> Bool {
    entry.kind == .file && !entry.path.name.hasPrefix(".")
  }

  private var options: TemplateOptions {
    var options = TemplateOptions()
    options.checking = lenient ? .lenient : .strict
    options.trimBlocks = trimBlocks
    options.lstripBlocks = lstripBlocks
    options.autoescape = !leavesRaw
    // Templates of the theme name its texts; they are tried in English.
    if !lenient { options.wording = readEnglish().wording }
    return options
  }
}
