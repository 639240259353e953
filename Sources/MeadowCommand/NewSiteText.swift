/// What `meadow new` says at its end.
package enum NewSiteText {
  package static func summary(folder: String, files: Int) -> String {
    let site = shellWord(folder)
    return """
      \(folder): a site of \(files) files, with an invented, labelled community to look around in.

        meadow serve --site \(site) --open
            shows it, and every change you make to \(site)/Content
        meadow build --site \(site)
            publishes it in \(site)/Output
      """
  }
}
