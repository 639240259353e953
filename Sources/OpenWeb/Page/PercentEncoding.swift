/// `a%20b` → `a b`; a `%` without two digits stays, and so does an encoded `keeping`.
package func percentDecoded(_ bytes: some Sequence<UInt8>, keeping: UInt8? = nil) -> [UInt8] {
  let bytes = Array(bytes)
  var output: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2]),
      high << 4 | low != keeping
    {
      output.append(high << 4 | low)
      index += 3
    } else {
      output.append(bytes[index])
      index += 1
    }
  }
  return output
}

func hexDigit(_ byte: UInt8) -> UInt8? {
  switch lowercased(byte) {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): lowercased(byte) - UInt8(ascii: "a") + 10
  default: nil
  }
}
