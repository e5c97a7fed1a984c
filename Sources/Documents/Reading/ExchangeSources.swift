package import Bitext

/// The French side of XLIFF and TMX files, a paragraph for each unit.
package enum ExchangeSources {
  /// Calls `body` with each source text of `file`, its tags inert, and with what tells the line and column of a
  /// byte of that text in the file. Units of XLIFF that are not to be translated are left out.
  ///
  /// Throws `FormatError`, and what `body` throws.
  package static func forEach(
    _ file: [UInt8], as format: BilingualFormat, language: String = "fr",
    _ body: (SourceParagraph, _ place: @escaping (Int) -> (line: Int, column: Int)) throws -> Void
  ) throws {
    let file = try XMLEncoding.utf8(file)
    try file.withUnsafeBufferPointer { bytes in
      var lines = LineCounter(bytes)
      func give(_ content: InlineContent) throws {
        let line = lines.line(at: content.inner.lowerBound)
        let paragraph = content.paragraph(line: line)
        let leading = paragraph.leading.count
        try body(paragraph) { offset in
          content.place(of: leading + offset, in: bytes, startLine: line)
        }
      }
      if format == .tmx {
        var variants = try TMXVariants(bytes)
        while let variant = try variants.next() {
          if BilingualReader.isLanguage(variant.language, language) { try give(variant.content) }
        }
      } else {
        var units = try XLIFFUnits(bytes)
        while let unit = try units.next() {
          guard unit.isTranslatable, let content = unit.source else { continue }
          try give(content)
        }
      }
    }
  }
}

extension InlineContent {
  /// The line and column in the file of a byte of `text`; `startLine` is the line of the content's first byte.
  func place(
    of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, startLine: Int
  ) -> (line: Int, column: Int) {
    let piece = pieces.last { $0.text <= offset } ?? (text: 0, file: inner.lowerBound)
    var position = piece.file
    var passed = piece.text
    // A reference is several bytes of the file for one letter of the text.
    while passed < offset, position < inner.upperBound {
      if bytes[position] == UInt8(ascii: "&"),
        let end = bytes[position..<inner.upperBound].firstIndex(of: UInt8(ascii: ";"))
      {
        let name = bytes[position + 1..<end]
        passed += Self.width(of: String(decoding: name, as: UTF8.self))
        position = end + 1
      } else {
        passed += 1
        position += 1
      }
    }
    var start = position
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let ends = bytes[inner.lowerBound..<max(inner.lowerBound, position)].count { $0 == 0x0A }
    return (startLine + ends, position - start + 1)
  }

  /// The bytes of UTF-8 that a reference stands for.
  private static func width(of name: String) -> Int {
    let value =
      name.hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    return value.flatMap { Unicode.Scalar($0) }.map { UTF8.width($0) } ?? 1
  }
}
