internal import ArgumentParser
internal import Basics
internal import SiteBuild

/// Lists of what a publication changed, for whoever copies a site or keeps it in a cache.
struct ChangeListOptions: ParsableArguments {
  @Option(
    help: "Write which files were added or changed, a line each, sorted; `-` prints them.",
    completion: .file())
  var changed: String?

  @Option(help: "Write which files were removed, likewise.", completion: .file())
  var removed: String?

  @Option(help: "What the lists name: files below Output, or their addresses in the web.")
  var changedAs = ChangeListForm.files

  func validate() throws {
    for (option, path) in [("--changed", changed), ("--removed", removed)]
    where path?.isEmpty == true {
      throw ValidationError("\(option) takes a file to write, or `-` to print the list")
    }
    if let changed, changed == removed {
      throw ValidationError(
        "--changed and --removed both name `\(changed)`, and nobody could tell one list from the other"
      )
    }
    if changed == nil, removed == nil, changedAs != .files {
      throw ValidationError("--changed-as goes with --changed or --removed")
    }
  }

  /// Refuses lists of addresses for a site that has none, before anything is published.
  func admit(baseURL: String?) throws {
    if changedAs == .addresses, baseURL == nil {
      throw ValidationError(
        "--changed-as addresses needs `base_url` in Content/site.yaml, or --base-url")
    }
  }

  func write(_ changes: ChangedFiles, baseURL: String?, _ shared: SharedOptions) throws {
    let lists = [(changed, changes.written), (removed, changes.removed)]
    for (path, files) in lists {
      guard let path else { continue }
      let text = ChangeListForm.text(files, as: changedAs, baseURL: baseURL)
      if path == "-" {
        shared.console.write(Array(text.utf8))
        continue
      }
      do throws(FileError) {
        try WrittenFile.write(Array(text.utf8), to: path)
      } catch {
        throw shared.refusal(error, after: "the site is published, but ")
      }
    }
  }
}

extension ChangeListForm: ExpressibleByArgument {}
