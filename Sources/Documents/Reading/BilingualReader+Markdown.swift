extension BilingualReader {
  /// Pairs of bilingual Markdown in any of its layouts, edited by hand or not.
  ///
  /// In a table every row of two cells is a pair; elsewhere a quoted block is French and the block after it
  /// English. The table of terms at the end is left out.
  static func readMarkdown(_ file: [UInt8], _ body: (BilingualPair) throws -> Void) throws {
    try file.withUnsafeBufferPointer { bytes in
      let lines = LineTable(bytes)
      var source: (text: String, line: Int, place: PairPlace)?
      var line = 1
      while line <= lines.count {
        let range = lines.start(ofLine: line)..<lines.contentEnd(ofLine: line)
        guard let first = bytes[range].first, !lines.isBlank(line) else {
          line += 1
          continue
        }
        if first == UInt8(ascii: "|") {
          if let pair = row(bytes, range, lines, line: line) { try body(pair) }
          line += 1
          continue
        }
        var last = line
        while last < lines.count, !lines.isBlank(last + 1) { last += 1 }
        let place = range.lowerBound..<lines.contentEnd(ofLine: last)
        let block = Array(bytes[place])
        if block.starts(with: "<!--".utf8) {
          // A comment is no text.
        } else if let french = source {
          let text = MarkdownPlainText.of(block)
          var pair = BilingualPair(source: french.text, target: text, line: french.line)
          pair.sourcePlace = french.place
          pair.targetPlace = PairPlace(of: text, in: bytes, place, lines)
          try body(pair)
          source = nil
        } else if first == UInt8(ascii: ">") {
          let text = MarkdownPlainText.of(block)
          source = (text, line, PairPlace(of: text, in: bytes, place, lines))
        } else if block.elementsEqual("## Terms".utf8) {
          return
        }
        line = last + 1
      }
    }
  }

  private static func row(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lines: LineTable, line: Int
  ) -> BilingualPair? {
    var cells = MarkdownWalk.cells(in: bytes, range)
    if let last = cells.last, bytes[last].allSatisfy({ $0 <= 0x20 }) { cells.removeLast() }
    guard cells.count == 2 else { return nil }
    let texts = cells.map { MarkdownPlainText.ofCell(Array(bytes[$0])) }
    if texts == ["Français", "English"] || texts[0].isEmpty { return nil }
    if texts.allSatisfy({ $0.utf8.allSatisfy { "-:".utf8.contains($0) } }) { return nil }
    var pair = BilingualPair(source: texts[0], target: texts[1], line: line)
    pair.sourcePlace = PairPlace(of: texts[0], in: bytes, cells[0], lines)
    pair.targetPlace = PairPlace(of: texts[1], in: bytes, cells[1], lines)
    return pair
  }
}

/// What Markdown says, without its marks.
enum MarkdownPlainText {
  /// "> - Le **président**" is "Le président".
  static func of(_ block: [UInt8]) -> String {
    block.withUnsafeBufferPointer { bytes in
      guard let document = CMarkDocument(bytes, from: 0) else { return "" }
      var output: [UInt8] = []
      CMarkNode(pointer: document.root).walk { node, isEntering in
        guard isEntering else { return true }
        switch node.kind {
        case .text, .code: output += node.literal
        case .softBreak, .lineBreak: output.append(0x20)
        default: break
        }
        return true
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// The words of a term as a reader sees them: "président&nbsp;**russe**" is "président russe".
  static func ofTerm(_ text: String, in document: DocumentInfo) -> String {
    guard document.syntax == .markdown,
      text.utf8.contains(where: { "*_[]&`\\<~\n".utf8.contains($0) })
    else { return text }
    return of(Array(text.utf8)).replacing("**", with: "")
  }

  /// The text of a cell without the signs that stand for a list item or a quotation.
  static func ofCell(_ cell: [UInt8]) -> String {
    var text = cell.drop { $0 <= 0x20 }
    while text.last.map({ $0 <= 0x20 }) ?? false { text.removeLast() }
    var isDecoration = true
    while isDecoration {
      isDecoration = false
      for sign in ["&emsp;", "• ", "&gt; "] where text.starts(with: sign.utf8) {
        text = text.dropFirst(sign.utf8.count)
        isDecoration = true
      }
    }
    // A cell is no block: "1." starts no list there.
    return String(of(Array("x ".utf8) + text).dropFirst(2))
  }
}
