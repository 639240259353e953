internal import Basics
internal import MarkdownHTML

extension RenderedMarkdown {
  /// The HTML with words in the holes, as whoever fills them writes them.
  var filled: String {
    var output: [UInt8] = []
    write(to: &output) { piece, output in
      switch piece {
      case .html, .imageSize, .component: break
      case .inlineValue, .attributeValue: output += "value".utf8
      case .destination(let index):
        AddressEscaping.append(links[index].destination.utf8, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
