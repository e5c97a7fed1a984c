package import Bitext

/// Bilingual Markdown (GFM), terms linked to a table of all terms at the end; or one language alone.
///
/// A table's row in French and English:
///
///     | Le [**président**](#term-1) parle. | The [**president**](#term-1) speaks. |
///
/// The last line of a bilingual file is a comment with its checksum, so that a file edited since is known; in one
/// language only where that is asked for.
package struct MarkdownWriter: DocumentWriter {
  private let layout: DocumentLayout
  private let side: DocumentSide
  private let isSealed: Bool
  private var document = DocumentInfo(path: "-")
  private var documents = 0
  private var tally = TermTally()
  private var definitions = LinkDefinitions()
  private var isInTable = false
  private var checksum = MarkdownChecksum()
  private var endsWithNewline = true

  package init(
    layout: DocumentLayout = .table, side: DocumentSide = .both, isSealed: Bool = false
  ) {
    self.layout = layout
    self.side = side
    self.isSealed = isSealed || side == .both
  }

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    self.document = document
    let start = output.count
    if side == .both, documents > 0 {
      closeTable(into: &output)
      output.put("---\n\n")
    }
    documents += 1
    endsWithNewline = true
    checksum.add(output[start...])
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    let start = output.count
    if document.syntax == .markdown, side == .both {
      definitions.collect(from: paragraph.leading)
      definitions.collect(from: paragraph.trailing)
    }
    switch (side, document.syntax, layout) {
    case (.both, _, _) where paragraph.role == .verbatim: verbatim(paragraph, into: &output)
    case (.both, _, .table): rows(paragraph, into: &output)
    case (.both, _, .stacked): stack(paragraph, into: &output)
    case (.both, _, .interleaved): interleave(paragraph, into: &output)
    case (_, .markdown, _): restore(paragraph, into: &output)
    case (_, .plain, _): single(paragraph, into: &output)
    }
    checksum.add(output[start...])
    if output.count > start { endsWithNewline = output.last == UInt8(ascii: "\n") }
  }

  package mutating func end(into output: inout [UInt8]) {
    let start = output.count
    if !endsWithNewline { output.put("\n") }
    endsWithNewline = true
    checksum.add(output[start...])
  }

  package mutating func finish(into output: inout [UInt8]) {
    guard documents > 0, isSealed else { return }
    let start = output.count
    guard side == .both else {
      // A blank line keeps the comment out of the last paragraph or list.
      output.put("\n")
      checksum.add(output[start...])
      return output.put(checksum.line)
    }
    closeTable(into: &output)
    for line in definitions.lines { output.append(contentsOf: line + [UInt8(ascii: "\n")]) }
    if !definitions.lines.isEmpty { output.put("\n") }
    appendix(into: &output)
    checksum.add(output[start...])
    output.put(checksum.line)
  }

  // MARK: One language

  /// The file as it was, the text of the paragraph in its place.
  private func restore(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    output.append(contentsOf: paragraph.leading)
    output.put(side == .target ? paragraph.target : paragraph.source)
    output.append(contentsOf: paragraph.trailing)
  }

  private mutating func single(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    output.put(paragraph.role.markdownMarker)
    var escaper = MarkdownEscaper(.block)
    let text = side == .target ? paragraph.target : paragraph.source
    escaper.put(Array(text.utf8), into: &output)
    output.put("\n\n")
  }

  // MARK: Both languages

  private mutating func rows(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    if isInTable {
      if !paragraph.role.isPartOfSequence { output.put("|  |  |\n") }
    } else {
      output.put("| Français | English |\n| --- | --- |\n")
      isInTable = true
    }
    var decoration = paragraph.role.cellDecoration
    if let number = paragraph.listNumber(in: document.syntax) {
      decoration.before = decoration.before.replacing("• ", with: number + " ")
    }
    var isFirst = true
    for segment in paragraph.segments where !segment.source.isEmpty {
      let marks = numbers(of: segment)
      for side in [TextSide.source, .target] {
        output.put(side == .source ? "| " : " | ")
        output.put(isFirst ? decoration.before : decoration.repeated)
        text(segment, side, marks, place: .cell, isBold: decoration.after.isEmpty, into: &output)
        output.put(decoration.after)
      }
      output.put(" |\n")
      isFirst = false
    }
  }

  private mutating func stack(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    let marks = paragraph.segments.map { numbers(of: $0) }
    for side in [TextSide.source, .target] {
      if side == .source { output.put("> ") }
      let marker = paragraph.role.markdownMarker
      let number = paragraph.listNumber(in: document.syntax)
      output.put(number.map { marker.replacing("-", with: $0) } ?? marker)
      var gap: [UInt8] = []
      for (segment, marks) in zip(paragraph.segments, marks) {
        putMarkdown(gap, .block, into: &output)
        text(segment, side, marks, place: .block, isBold: true, into: &output)
        gap = Array(segment.gap.utf8)
      }
      output.put("\n\n")
    }
  }

  private mutating func interleave(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    for segment in paragraph.segments where !segment.source.isEmpty {
      stack(
        BilingualParagraph(
          id: paragraph.id, role: paragraph.role, line: paragraph.line, segments: [segment],
          leading: paragraph.leading),
        into: &output)
    }
  }

  /// Code, HTML and front matter, once, as they are.
  private mutating func verbatim(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    closeTable(into: &output)
    output.put(paragraph.source)
    if output.last != UInt8(ascii: "\n") { output.put("\n") }
    output.put("\n")
  }

  private mutating func closeTable(into output: inout [UInt8]) {
    if isInTable { output.put("\n") }
    isInTable = false
  }

  /// The numbers that the segment's terms have in the appendix.
  private mutating func numbers(of segment: BilingualSegment) -> [Int] {
    segment.terms.map { term in
      var term = term
      term.source = MarkdownPlainText.ofTerm(term.source, in: document)
      term.target = MarkdownPlainText.ofTerm(term.target, in: document)
      return tally.add(term)
    }
  }

  private func text(
    _ segment: BilingualSegment, _ side: TextSide, _ numbers: [Int], place: MarkdownPlace,
    isBold: Bool, into output: inout [UInt8]
  ) {
    let text = Array(segment.text(side).utf8)
    var escaper = MarkdownEscaper(place)
    let isMarkdown = document.syntax == .markdown
    let styles = isMarkdown ? MarkdownStyles.of(text) : nil
    for run in segment.runs(side) {
      let term = run.terms.first
      let isMarked = term != nil && (!isMarkdown || isLinkable(run.bytes, styles))
      let isStrong = isMarked && styles?[run.bytes.lowerBound].contains(.strong) == true
      let marks = isBold && !isStrong ? "**" : ""
      if isMarked { output.put("[" + marks) }
      let piece = Array(text[run.bytes])
      if !isMarkdown {
        let next = run.bytes.upperBound < text.count ? text[run.bytes.upperBound] : nil
        escaper.put(piece, next: isMarked ? UInt8(ascii: "*") : next, into: &output)
      } else {
        putMarkdown(piece, place, into: &output)
      }
      if isMarked, let term { output.put("\(marks)](#term-\(numbers[term]))") }
    }
  }

  /// No link can hold markup or be in another link.
  private func isLinkable(_ range: Range<Int>, _ styles: [MarkdownStyles]?) -> Bool {
    guard let styles else { return false }
    return range.allSatisfy { styles[$0].isDisjoint(with: [.link, .inert]) }
  }

  // MARK: Appendix

  private func appendix(into output: inout [UInt8]) {
    guard !tally.entries.isEmpty else { return }
    output.put("## Terms\n\n| French | English | Kind | Count | Origin | Glossary |\n")
    output.put("| --- | --- | --- | ---: | --- | --- |\n")
    for entry in tally.sorted {
      output.put("| <a id=\"term-\(entry.number)\"></a>")
      cell(entry.sources.joined(separator: "; "), into: &output)
      output.put(" | ")
      cell(entry.target, into: &output)
      output.put(" | \(entry.kind.rawValue) | \(entry.count) | \(entry.origin.rawValue) | ")
      cell(entry.glossary, into: &output)
      output.put(" |\n")
    }
    output.put("\n")
  }

  private func cell(_ text: String, into output: inout [UInt8]) {
    var escaper = MarkdownEscaper(.cell)
    escaper.put(Array(text.utf8), into: &output)
  }
}

extension ParagraphRole {
  /// What starts such a block: "## ", "- ".
  var markdownMarker: String {
    switch self {
    case .heading(let level): String(repeating: "#", count: min(max(1, level), 6)) + " "
    case .listItem(let depth): String(repeating: "  ", count: min(max(0, depth - 1), 1)) + "- "
    case .quote: "> "
    default: ""
    }
  }

  /// What stands around the text in a cell, where no block can start.
  fileprivate var cellDecoration: (before: String, repeated: String, after: String) {
    switch self {
    case .heading: ("**", "**", "**")
    case .listItem(let depth):
      (String(repeating: "&emsp;", count: min(max(0, depth - 1), 8)) + "• ", "&emsp;", "")
    case .quote(let depth):
      (
        String(repeating: "&gt; ", count: min(max(1, depth), 8)),
        String(repeating: "&gt; ", count: min(max(1, depth), 8)), ""
      )
    default: ("", "", "")
    }
  }

  /// True for list items and cells, which follow each other without a gap.
  var isPartOfSequence: Bool {
    switch self {
    case .listItem, .tableCell: true
    default: false
    }
  }
}

extension BilingualParagraph {
  /// "12." of an item of a numbered list in Markdown.
  func listNumber(in syntax: DocumentInfo.Syntax) -> String? {
    guard syntax == .markdown, case .listItem = role else { return nil }
    let marker = leading.reversed().drop { $0 == 0x20 || $0 == 0x09 }
    guard let mark = marker.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
      return nil
    }
    let digits = marker.dropFirst().prefix { $0 &- 0x30 < 10 }.reversed()
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self) + "."
  }
}

/// Tells whether a bilingual file was edited after it was written.
package struct MarkdownChecksum: Sendable {
  private static let prefix = "<!-- visavis/1 "
  private static let suffix = " -->\n"
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  var line: String {
    let digits = String(hash, radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.count)
    return Self.prefix + zeros + digits + Self.suffix
  }

  /// True unless `file` ends with the checksum of what stands before it.
  package static func isEdited(_ file: [UInt8]) -> Bool {
    var checksum = MarkdownChecksum()
    let length = checksum.line.utf8.count
    guard file.count >= length else { return true }
    checksum.add(file.dropLast(length))
    return !file.suffix(length).elementsEqual(checksum.line.utf8)
  }
}
