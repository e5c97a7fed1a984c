/// One character of UTF-8 text: its scalar, and how many bytes it takes.
struct DecodedScalar {
  var value: UInt32
  var length: Int
}

extension UnsafeBufferPointer<UInt8> {
  /// The character at `offset`, or nil if the bytes there, up to `end`, are no well-formed one.
  func scalar(at offset: Int, end: Int) -> DecodedScalar? {
    let lead = self[offset]
    if lead < 0x80 { return DecodedScalar(value: UInt32(lead), length: 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, offset + length <= end else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in offset + 1..<offset + length {
      guard self[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return DecodedScalar(value: value, length: length)
  }
}

extension UInt8 {
  /// Whether the byte continues a character of several bytes.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
