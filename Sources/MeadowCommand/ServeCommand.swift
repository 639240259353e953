internal import ArgumentParser
internal import Basics
internal import Preview
internal import SiteBuild

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the site in a browser while you write, and builds it again at each change.",
    discussion: helpText(
      """
      The site is kept in memory: nothing is published, and Output stays as it is. What is wrong is \
      shown over the page and here, while the last good edition stays up. Only this machine can \
      reach the preview. End it with Ctrl-C.
      """,
      examples: [
        (
          "meadow serve --open",
          "shows the site in the browser and builds it again at each change"
        ),
        (
          "meadow serve --port 8080 --audience internal",
          "shows drafts too, at a port of your choice"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Option(help: "The port to listen on; the first free one from 1313 on by default.")
  var port: UInt16?

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Option(
    help: "The moment for which consent and drafts are decided; now by default.",
    transform: MomentArgument.read)
  var asOf: MomentArgument?

  @Option(help: "For whom: public, or internal, with drafts and private notes.")
  var audience = Audience.everybody

  func validate() throws {
    if port == 0 { throw ValidationError("--port takes a number from 1 to 65535") }
  }

  func run() async throws {
    // Of a folder that is not there no change will ever be heard.
    try shared.requireSite()
    let board = PreviewBoard()
    var builds = PreviewBuilds(shared: shared, asOf: asOf?.moment, audience: audience)
    let folders = [SiteFolders.content, SiteFolders.templates].map { "\(shared.site)/\($0)" }
    // Watching begins before the first build, so that nothing written meanwhile is missed.
    let changes = fileChanges(in: folders)
    await board.show(builds.next(after: .nothing))
    let server = try PreviewServer(
      board, at: PreviewAddresses(port: try freePort(), basePath: builds.basePath))
    let listening = try await server.start()
    defer { listening.cancel() }
    console.line("The site is at \(server.addresses.home) (Ctrl-C ends the preview)", to: .errors)
    if open { openInBrowser(server.addresses.home) }
    for await _ in changes { await board.show(builds.next(after: await board.edition)) }
  }

  private var console: Console { shared.console }

  private func freePort() throws -> UInt16 {
    let candidates = port.map { [$0] } ?? Array(1313...1332)
    if let free = candidates.first(where: PreviewServer.isFree) { return free }
    let taken = port.map { "port \($0) is" } ?? "the ports 1313 to 1332 are"
    console.line("error: \(taken) taken; name a free one with --port", to: .errors)
    throw ExitStatus.outputRefused.code
  }
}
