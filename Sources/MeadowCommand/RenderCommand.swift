internal import ArgumentParser

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Renders one Markdown file or one template by itself.",
    subcommands: [
      RenderMarkdownCommand.self, RenderTemplateCommand.self, RenderStreamCommand.self,
    ])
}
