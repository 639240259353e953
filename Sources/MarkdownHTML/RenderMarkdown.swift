package import Basics

/// Renders a Markdown body from an offset on: `*a* {{ b }}` → `<p><em>a</em> `, a hole, `</p>`.
package func renderMarkdown(
  _ source: SourceText, from bodyStart: Int = 0, _ options: MarkdownOptions = MarkdownOptions()
) -> RenderedMarkdown {
  RenderedMarkdown()
}
