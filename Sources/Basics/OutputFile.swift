/// One file of the built site, ready to be written.
package struct OutputFile: Sendable, Hashable {
  /// Relative to the output folder.
  package var path: SitePath
  package var bytes: [UInt8]

  package init(path: SitePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
