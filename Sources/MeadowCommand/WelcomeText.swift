/// What `meadow` alone says.
package enum WelcomeText {
  package static func text(isSite: Bool) -> String {
    let begin =
      isSite
      ? """
        This folder is a site.

          meadow serve --open    shows it while you write
          meadow build           publishes it in Output
          meadow measure         prints what was measured
      """
      : """
        There is no site in this folder.

          meadow new garden                    begins one, with a sample in it
          meadow serve --site garden --open    shows it while you write
          meadow build --site garden           publishes it in garden/Output
      """
    return """
      Meadow builds community insight sites from Markdown and snapshots of community data.

      \(begin)

      All verbs: meadow --help. One of them: meadow build --help.
      """
  }
}
