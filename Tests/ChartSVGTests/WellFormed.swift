import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether a parser that knows nothing of drawings accepts the bytes as XML.
func isWellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }
