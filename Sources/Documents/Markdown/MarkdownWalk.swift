internal import Bitext

/// Goes through the blocks of a tree and adds each piece of text to the paragraphs.
struct MarkdownWalk {
  var builder: MarkdownParagraphs
  /// Lines of the file before the first line of the tree.
  let firstLine: Int

  private var quotes = 0
  private var lists = 0
  private var row = 0
  private var column = 0
  private var cells: [Range<Int>] = []

  init(builder: MarkdownParagraphs, firstLine: Int) {
    self.builder = builder
    self.firstLine = firstLine
  }

  mutating func visit(_ document: borrowing CMarkDocument) {
    CMarkNode(pointer: document.root).walk { node, isEntering in
      let step = isEntering ? 1 : -1
      switch node.kind {
      case .blockQuote: quotes += step
      case .list: lists += step
      case .paragraph where isEntering:
        inlines(node, role: containerRole)
        return false
      case .heading where isEntering:
        inlines(node, role: .heading(level: node.headingLevel))
        return false
      case .codeBlock where isEntering, .htmlBlock where isEntering: verbatim(node)
      case .other where isEntering: row = 0
      case .tableRow where isEntering: startRow(node)
      case .tableCell where isEntering:
        cell(node)
        return false
      default: break
      }
      return true
    }
  }

  private var containerRole: ParagraphRole {
    if lists > 0 { return .listItem(depth: lists) }
    return quotes > 0 ? .quote(depth: quotes) : .body
  }

  private var lines: LineTable { builder.lines }

  /// A paragraph or a heading.
  private mutating func inlines(_ node: CMarkNode, role: ParagraphRole) {
    let first = node.startLine + firstLine
    let last = max(first, node.endLine + firstLine)
    let limit = lines.contentEnd(ofLine: last)
    let start = min(limit, lines.start(ofLine: first) + max(0, node.startColumn - 1))
    var starts = [start]
    // Link definitions stand before the text of a paragraph; their lines are no part of it.
    for line in (first + 1)..<max(first + 2, min(last + 1, first + 50)) {
      starts.append(lines.start(ofLine: line))
    }
    for start in starts where start < limit || starts.count == 1 {
      var inline = MarkdownInline(bytes: builder.bytes, start: start, limit: limit)
      inline.skipBlockStart(isHeading: node.kind == .heading)
      if inline.match(node) { return add(inline, role: role) }
    }
    // The tree and the bytes do not agree: the text goes on as it is.
    let fallback = MarkdownInline(bytes: builder.bytes, start: start, limit: limit)
    builder.add(start..<limit, role: role, inert: fallback.continuations(to: limit))
  }

  /// Adds the matched text, cut at its hard line breaks.
  private mutating func add(_ inline: MarkdownInline, role: ParagraphRole) {
    var start = inline.start
    for pause in inline.hardBreaks + [inline.cursor..<inline.cursor] {
      let range = start..<max(start, pause.lowerBound)
      builder.add(range, role: role, inert: inline.inert.filter { range.contains($0.range) })
      start = pause.upperBound
    }
  }

  private mutating func verbatim(_ node: CMarkNode) {
    let first = node.startLine + firstLine
    let last = max(first, node.endLine + firstLine)
    let start = lines.start(ofLine: first) + max(0, node.startColumn - 1)
    builder.add(start..<max(start, lines.contentEnd(ofLine: last)), role: .verbatim)
  }

  // MARK: Tables

  private mutating func startRow(_ node: CMarkNode) {
    let line = node.startLine + firstLine
    row += 1
    column = 0
    cells = Self.cells(
      in: builder.bytes, lines.start(ofLine: line)..<lines.contentEnd(ofLine: line))
  }

  private mutating func cell(_ node: CMarkNode) {
    column += 1
    guard column <= cells.count else { return }
    let range = cells[column - 1]
    let role = ParagraphRole.tableCell(row: row, column: column)
    var inline = MarkdownInline(
      bytes: builder.bytes, start: range.lowerBound, limit: range.upperBound)
    inline.skipBlockStart(isHeading: false)
    if inline.match(node) {
      builder.add(inline.start..<inline.cursor, role: role, inert: inline.inert)
    } else {
      builder.add(range, role: role)
    }
  }

  /// The cells of a row between its bars; `\|` is no bar.
  static func cells(in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var start = line.lowerBound
    while start < line.upperBound, MarkdownInline.isPrefix(bytes[start]) { start += 1 }
    if start < line.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var cells: [Range<Int>] = []
    for index in start..<max(start, line.upperBound)
    where bytes[index] == UInt8(ascii: "|")
      && (index == start || bytes[index - 1] != UInt8(ascii: "\\"))
    {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<max(start, line.upperBound))
    return cells
  }
}

extension Range<Int> {
  fileprivate func contains(_ range: SourceRange) -> Bool {
    lowerBound <= range.lowerBound && range.upperBound <= upperBound
  }
}
