/// What the preview answers.
package struct PreviewReply: Sendable, Equatable {
  package var status: Int
  package var headers: [String: String]
  package var body: [UInt8]

  /// Nothing is kept by the browser, guessed about, framed, or told to others.
  private static let always = [
    "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
  ]

  init(_ status: Int, _ body: [UInt8], type: String, more headers: [String: String] = [:]) {
    self.status = status
    self.body = body
    self.headers = Self.always.merging(headers) { _, new in new }
    self.headers["Content-Type"] = type
  }

  /// A refusal or a redirection, in a sentence.
  static func sentence(
    _ status: Int, _ text: String, more headers: [String: String] = [:]
  ) -> PreviewReply {
    PreviewReply(
      status, Array((text + "\n").utf8), type: "text/plain; charset=utf-8", more: headers)
  }
}
