package import Basics

/// The YAML between two `---` lines at the start of a file.
package struct FrontMatter: Sendable, Equatable {
  /// A map; empty when the file has no front matter.
  package var values: YAMLValue
  /// The offset of the first byte after it.
  package var bodyStart: Int
}

/// Reads the front matter of a Markdown file; throws the first thing that is wrong with its place.
package func readFrontMatter(_ source: SourceText) throws(Diagnostic) -> FrontMatter {
  FrontMatter(values: try readYAML(source), bodyStart: 0)
}
