// Classes of ASCII bytes: templates are read as bytes, never as `Character`.

func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

func isWord(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
}

/// Space, tab, line feed, vertical tab, form feed, carriage return.
func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 }

/// What parts attributes in HTML: as ``isBlank(_:)`` without the vertical tab, which HTML takes for a
/// part of a name or a value.
func isHTMLBlank(_ byte: UInt8) -> Bool { byte != 11 && isBlank(byte) }

func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
