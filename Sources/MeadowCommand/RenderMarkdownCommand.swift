internal import ArgumentParser
internal import Basics
internal import MarkdownHTML

struct RenderMarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Prints the HTML of a Markdown file's body.",
    discussion: helpText(
      examples: [
        (
          "meadow render markdown Content/pages/about.md",
          "prints the body of a page"
        ),
        (
          "meadow render markdown README.md --commonmark",
          "renders by the bare specification"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Flag(help: "The bare CommonMark specification: extensions off, raw HTML kept.")
  var commonmark = false

  @Argument(help: "The file.", completion: .file())
  var file: String

  func run() throws {
    do {
      let source = try readSource(file)
      if commonmark { return shared.console.write(try renderCommonMark(source)) }
      let front = try readFrontMatter(source)
      let rendered = renderMarkdown(source, from: front.bodyStart)
      var output: [UInt8] = []
      rendered.write(to: &output) { piece, output in
        HTMLEscaping.append(placeholder(piece, of: rendered).utf8, to: &output)
      }
      shared.console.write(output)
      try shared.report(rendered.diagnostics)
    } catch let error as Diagnostic {
      try shared.report([error])
    } catch let error as FileError {
      throw shared.refusal(error)
    }
  }

  /// What stands for a hole that only a whole site can fill.
  private func placeholder(
    _ piece: RenderedMarkdown.Piece, of rendered: RenderedMarkdown
  ) -> String {
    switch piece {
    case .html, .imageSize: ""
    case .inlineValue(let index), .attributeValue(let index):
      "{{\(rendered.inlineValues[index].expression)}}"
    case .component(let index): "[\(rendered.components[index].name)]"
    case .destination(let index): rendered.links[index].destination
    }
  }
}

/// A file named on the command line; an error names it as it was typed.
func readSource(_ path: String) throws(FileError) -> SourceText {
  guard let (disk, name) = CapturedFile.place(path), let file = try? SitePath(name) else {
    throw FileError("read", path, reason: "this is no name of a file")
  }
  do throws(FileError) {
    return SourceText(file: path, bytes: try disk.read(file))
  } catch {
    throw FileError(error.action, path, reason: error.reason)
  }
}
