package import Bitext
internal import Documents

extension SourceReader {
  /// Calls `body` with each French paragraph in order, of XLIFF and TMX files the source texts, and with what tells
  /// the line and column of a byte of it in the file. Gives the notices for the user.
  ///
  /// Throws `ReadingError` or what `body` throws.
  package func forEachSource(
    _ body: (SourceParagraph, _ place: @escaping (Int) -> (line: Int, column: Int)) throws -> Void
  ) throws -> [String] {
    guard let exchange = exchangeFormat else {
      var start = TextPlace()
      return try forEachParagraph { paragraph in
        // Paragraphs are the file without a gap.
        start.advance(over: paragraph.leading)
        let first = start
        try body(paragraph) { offset in
          var place = first
          place.advance(over: paragraph.text[..<offset])
          return (place.line, place.column)
        }
        start.advance(over: paragraph.text)
        start.advance(over: paragraph.trailing)
      }
    }
    var file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while !file.isAtEnd { try file.read(into: &bytes, upTo: 1 << 20) }
    do {
      try ExchangeSources.forEach(bytes, as: exchange, body)
    } catch let error as FormatError {
      throw ReadingError.malformed(
        path: path, line: error.line, column: error.column, reason: error.message)
    }
    return []
  }

  private var exchangeFormat: BilingualFormat? {
    let format = BilingualFormat(path: path)
    return format == .xliff || format == .tmx ? format : nil
  }
}
