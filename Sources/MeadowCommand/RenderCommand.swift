internal import ArgumentParser

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Renders one Markdown file or one template by itself.",
    discussion: helpText(
      examples: [
        ("meadow render markdown Content/pages/about.md", "prints the body of a page")
      ]),
    subcommands: [
      RenderMarkdownCommand.self, RenderTemplateCommand.self, RenderStreamCommand.self,
    ])
}
