package import Bitext

/// Side by side for a terminal: French on the left, English on the right, a sentence in each row.
///
///     Le président russe est arrivé.   │ The Russian president has arrived.
///
/// Under 60 columns the English stands below the French, indented.
package struct ColumnsWriter: DocumentWriter {
  private static let separator = " │ "
  private let layout: ColumnLayout
  private let width: Int
  private let isColored: Bool
  private let isNamed: Bool
  private var documents = 0
  private var isMarkdown = false
  private var isInSequence = false

  /// Columns that fill `width`; with `isColored` a term has the same colour on both sides, with `isNamed`
  /// the name of each document stands above it.
  package init(
    width: Int = 100, isColored: Bool, isNamed: Bool = false,
    measure: @escaping ColumnLayout.Measure
  ) {
    self.width = max(20, width)
    self.isColored = isColored
    self.isNamed = isNamed
    layout = ColumnLayout(measure: measure)
  }

  private var isStacked: Bool { width < 60 }
  private var left: Int { (width - 3) / 2 }
  private var right: Int { width - 3 - left }

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    isMarkdown = document.syntax == .markdown
    isInSequence = false
    if documents > 0 { output.put("\n") }
    documents += 1
    if isNamed {
      let name = StyledText(plain: document.name, style: Style.heading)
      for line in name.lines(layout, width: width) {
        put(name, line, into: &output)
        output.put("\n")
      }
      output.put("\n")
    }
    if isStacked { return }
    row(
      StyledText(plain: "Français", style: Style.heading),
      StyledText(plain: "English", style: Style.heading), into: &output)
    output.put(String(repeating: "─", count: left + 1) + "┼")
    output.put(String(repeating: "─", count: right + 1) + "\n")
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    if isInSequence, !paragraph.role.isPartOfSequence, !paragraph.segments.isEmpty {
      space(into: &output)
      isInSequence = false
    }
    if paragraph.role == .verbatim { return verbatim(paragraph, into: &output) }
    let style = if case .heading = paragraph.role { Style.heading } else { Style.plain }
    let marker = paragraph.role.marker(
      number: paragraph.listNumber(in: isMarkdown ? .markdown : .plain))
    var isFirst = true
    for segment in paragraph.segments where !segment.source.isEmpty || !segment.target.isEmpty {
      let prefix = isFirst ? marker.first : marker.next
      var source = StyledText(segment, .source, style: style, isMarkdown: isMarkdown)
      var target = StyledText(segment, .target, style: style, isMarkdown: isMarkdown)
      (source.prefix, source.next) = (prefix, marker.next)
      (target.prefix, target.next) = (prefix, marker.next)
      if isStacked {
        stack(source, target, into: &output)
      } else {
        row(source, target, into: &output)
      }
      isFirst = false
    }
    // A line of its own between paragraphs, none between the items of a list.
    if paragraph.role.isPartOfSequence {
      isInSequence = true
    } else if !isFirst {
      space(into: &output)
    }
  }

  /// Code as it is, its lines not joined.
  private func verbatim(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    for line in paragraph.source.split(whereSeparator: \.isNewline) {
      let text = StyledText(plain: String(line), style: Style.plain)
      if isStacked {
        stack(text, StyledText(plain: "", style: Style.plain), into: &output)
      } else {
        row(text, text, into: &output)
      }
    }
    space(into: &output)
  }

  private func space(into output: inout [UInt8]) {
    output.put(isStacked ? "" : String(repeating: " ", count: left) + " │")
    output.put("\n")
  }

  package mutating func end(into output: inout [UInt8]) {}
  package mutating func finish(into output: inout [UInt8]) {}

  private func row(_ source: StyledText, _ target: StyledText, into output: inout [UInt8]) {
    let sourceLines = source.lines(layout, width: left)
    let targetLines = target.lines(layout, width: right)
    for index in 0..<max(sourceLines.count, targetLines.count) {
      var padding = left
      if index < sourceLines.count {
        put(source, sourceLines[index], into: &output)
        padding -= source.indent + sourceLines[index].width
      }
      output.append(contentsOf: repeatElement(0x20, count: max(0, padding)))
      guard index < targetLines.count else {
        output.put(" │\n")
        continue
      }
      output.put(Self.separator)
      put(target, targetLines[index], into: &output)
      output.put("\n")
    }
  }

  private func stack(_ source: StyledText, _ target: StyledText, into output: inout [UInt8]) {
    for line in source.lines(layout, width: width) {
      put(source, line, into: &output)
      output.put("\n")
    }
    for line in target.lines(layout, width: width - 2) {
      output.put("  ")
      put(target, line, into: &output)
      output.put("\n")
    }
  }

  /// A line of `text` with its colours; controls that a terminal would obey become U+FFFD.
  private func put(_ text: StyledText, _ line: ColumnLayout.Line, into output: inout [UInt8]) {
    output.put(text.prefix(of: line))
    var current = Style.plain
    var span = 0
    for position in line.bytes {
      while span < text.spans.count, text.spans[span].bytes.upperBound <= position { span += 1 }
      let isInside = span < text.spans.count && text.spans[span].bytes.contains(position)
      let style = isInside ? text.spans[span].style : text.style
      if isColored, style != current {
        if current != Style.plain { output.put("\u{1B}[0m") }
        if style != Style.plain { output.put("\u{1B}[\(style)m") }
        current = style
      }
      putVisible(text.bytes, at: position, into: &output)
    }
    if current != Style.plain { output.put("\u{1B}[0m") }
  }

  private func putVisible(_ bytes: [UInt8], at position: Int, into output: inout [UInt8]) {
    let byte = bytes[position]
    if ColumnLayout.isSpace(byte) {
      output.append(0x20)
    } else if byte < 0x20 || byte == 0x7F {
      output.put("\u{FFFD}")
    } else if byte == 0xC2, position + 1 < bytes.count, bytes[position + 1] < 0xA0 {
      output.put("\u{FFFD}")
    } else if byte < 0xA0, position > 0, byte >= 0x80, bytes[position - 1] == 0xC2 {
      return
    } else {
      output.append(byte)
    }
  }
}

/// ANSI "select graphic rendition" parameters.
private enum Style {
  static let plain = 0
  static let heading = 1
  /// Colours that both a light and a dark terminal show, taken in turn.
  static let terms = [36, 35, 33, 32, 34, 31]
}

/// Text for one cell, with the style of its stretches.
private struct StyledText {
  var bytes: [UInt8]
  var style: Int
  var spans: [(bytes: Range<Int>, style: Int)] = []
  /// What stands before the first line and before the others: a list marker, the bars of a quotation.
  var prefix = ""
  var next = ""

  var indent: Int { prefix.count }

  init(plain: String, style: Int) {
    bytes = Array(plain.utf8)
    self.style = style
  }

  init(_ segment: BilingualSegment, _ side: TextSide, style: Int, isMarkdown: Bool) {
    bytes = []
    self.style = style
    let text = segment.text(side)
    for run in segment.runs(side) {
      let start = bytes.count
      if isMarkdown {
        putMarkdown(Array(text.slice(run.bytes)), .block, into: &bytes)
      } else {
        bytes.append(contentsOf: text.slice(run.bytes))
      }
      guard let term = run.terms.first else { continue }
      spans.append((start..<bytes.count, Style.terms[term % Style.terms.count]))
    }
  }

  func lines(_ layout: ColumnLayout, width: Int) -> [ColumnLayout.Line] {
    layout.lines(of: bytes, width: width - indent)
  }

  func prefix(of line: ColumnLayout.Line) -> String {
    let first = bytes.firstIndex { !ColumnLayout.isSpace($0) } ?? 0
    return line.bytes.lowerBound == first ? prefix : next
  }
}

extension ParagraphRole {
  /// What shows the role before its text, of equal widths: "• " or "12. " for a list item, "│ " for a quotation.
  fileprivate func marker(number: String?) -> (first: String, next: String) {
    switch self {
    case .listItem(let depth):
      let indent = String(repeating: "  ", count: min(max(0, depth - 1), 8))
      let mark = (number ?? "•") + " "
      return (indent + mark, indent + String(repeating: " ", count: mark.count))
    case .quote(let depth):
      let bars = String(repeating: "│ ", count: min(max(1, depth), 8))
      return (bars, bars)
    default: return ("", "")
    }
  }
}
