internal import Basics
internal import FlyingFox
internal import FlyingSocks
internal import struct Foundation.Data

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Serves the editions of a board on the loopback interface, and nowhere else.
package struct PreviewServer: Sendable {
  package let addresses: PreviewAddresses
  private let server: HTTPServer

  package init(_ board: PreviewBoard, at addresses: PreviewAddresses) throws {
    self.addresses = addresses
    server = HTTPServer(
      address: try loopback(addresses.port), timeout: 40, logger: .disabled,
      handler: PreviewHandler(board: board, addresses: addresses))
  }

  /// Whether nothing listens on a port of the loopback interface yet.
  package static func isFree(_ port: UInt16) -> Bool {
    guard let socket = try? Socket(domain: AF_INET) else { return false }
    defer { try? socket.close() }
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: loopback(port))
      try socket.listen()
      return true
    } catch {
      return false
    }
  }

  /// Listens until the task is cancelled; returns as soon as requests are answered.
  package func start() async throws -> Task<Void, any Error> {
    let task = Task { try await server.run() }
    try await server.waitUntilListening(timeout: 5)
    return task
  }
}

private func loopback(_ port: UInt16) throws -> sockaddr_in {
  try .inet(ip4: "127.0.0.1", port: port)
}

/// Turns requests into replies; only here do we meet the library's types.
private struct PreviewHandler: HTTPHandler {
  let board: PreviewBoard
  let addresses: PreviewAddresses

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let asked = PreviewRequest(
      method: request.method.rawValue, path: request.target.path(),
      query: request.target.query(), host: request.headers[.host],
      origin: request.headers[HTTPHeader("Origin")])
    return response(await reply(to: asked), isHead: asked.method == "HEAD")
  }

  private func reply(to request: PreviewRequest) async -> PreviewReply {
    let answer = PreviewAnswer(addresses: addresses, edition: await board.edition)
    if let refusal = answer.refusal(of: request) { return refusal }
    if request.path == PreviewFile.changes {
      let known = Int(request.query.split(separator: "=").last ?? "") ?? 0
      // Shorter than what browsers and proxies take for a dead connection.
      return changesReply(await board.edition(after: known, within: .seconds(25)))
    }
    if let file = PreviewFile.allCases.first(where: { $0.path == request.path }) {
      return PreviewReply(200, file.bytes, type: file.type)
    }
    return answer.reply(to: request)
  }

  private func response(_ reply: PreviewReply, isHead: Bool) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in reply.headers { headers[HTTPHeader(name)] = value }
    headers[.contentLength] = String(reply.body.count)
    return HTTPResponse(
      statusCode: HTTPStatusCode(reply.status, phrase: phrases[reply.status] ?? ""),
      headers: headers, body: isHead ? Data() : Data(reply.body))
  }
}

private let phrases = [
  200: "OK", 307: "Temporary Redirect", 403: "Forbidden", 404: "Not Found",
  405: "Method Not Allowed", 503: "Service Unavailable",
]
