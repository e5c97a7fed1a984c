extension [UInt8] {
  /// Text as XML and HTML hold it: `<`, `>`, `&` and both quotation marks escaped.
  ///
  /// Code points that XML 1.0 forbids (a form feed, U+FFFE) become U+FFFD; line ends that a parser would
  /// turn into others are written as references.
  mutating func putXML(_ text: some Sequence<UInt8>) {
    // The two bytes before, to find U+FFFE and U+FFFF.
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "\""): put("&quot;")
      case UInt8(ascii: "'"): put("&#39;")
      case 0x0D: put("&#13;")
      case 0x09, 0x0A: append(byte)
      case 0..<0x20: put("\u{FFFD}")
      case 0xBE where before == (0xEF, 0xBF), 0xBF where before == (0xEF, 0xBF):
        removeLast(2)
        put("\u{FFFD}")
      default: append(byte)
      }
      before = (before.1, byte)
    }
  }

  mutating func putXML(_ text: String) { putXML(text.utf8) }

  /// ` name="value"`, white space in the value kept.
  mutating func putAttribute(_ name: String, _ value: String) {
    put(" ")
    put(name)
    put("=\"")
    for part in value.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { put("&#10;") }
      putXML(part.element)
    }
    put("\"")
  }
}
