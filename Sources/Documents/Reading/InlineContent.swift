internal import Bitext

/// The content of a `source`, `target` or `seg` element: text with tags in it.
struct InlineContent {
  /// The text, references resolved, with the tags in it as they stand in the file.
  private(set) var text: [UInt8] = []
  private(set) var inert: [InertSpan] = []
  /// The element and what is between its tags, in the file.
  private(set) var element = 0..<0
  private(set) var inner = 0..<0
  private(set) var isEmptyElement = false
  /// Where each stretch of `text` starts, there and in the file.
  private(set) var pieces: [(text: Int, file: Int)] = []

  /// Elements whose content is native code and not text.
  private static let codes: Set<String> = ["bpt", "ept", "ph", "it", "ut", "x", "bx", "ex"]
  /// Elements without content.
  private static let points: Set<String> = ["sc", "ec", "cp", "sm", "em"]

  /// Reads to the end of the element whose start tag is the current token of `lexer`.
  init(_ lexer: inout XMLLexer) throws(FormatError) {
    let start = lexer.range
    isEmptyElement = lexer.isEmptyElement
    element = start
    inner = start.upperBound..<start.upperBound
    if isEmptyElement { return }
    let depth = lexer.depth
    var codeStart: (depth: Int, offset: Int)?
    while let token = try lexer.next() {
      let range = lexer.range
      switch token {
      case .end where lexer.depth < depth:
        element = start.lowerBound..<range.upperBound
        inner = start.upperBound..<range.lowerBound
        return
      case .text where codeStart == nil:
        pieces.append((text.count, range.lowerBound))
        try lexer.text(into: &text)
      case .text: break
      case .start where codeStart == nil:
        let name = lexer.localName
        if lexer.isEmptyElement || Self.points.contains(name) {
          add(lexer.bytes[range], .atom)
        } else if Self.codes.contains(name) {
          codeStart = (lexer.depth, range.lowerBound)
        } else {
          add(lexer.bytes[range], .markup)
        }
      case .start: break
      case .end:
        if let code = codeStart {
          guard lexer.depth < code.depth else { continue }
          add(lexer.bytes[code.offset..<range.upperBound], .atom)
          codeStart = nil
        } else {
          add(lexer.bytes[range], .markup)
        }
      }
    }
  }

  private mutating func add(_ tag: some Collection<UInt8>, _ kind: InertSpan.Kind) {
    inert.append(InertSpan(range: SourceRange(text.count, text.count + tag.count), kind: kind))
    text += tag
  }

  /// The text without its tags.
  var plain: String {
    var output: [UInt8] = []
    var position = 0
    for span in inert {
      output += text[position..<span.range.lowerBound]
      position = span.range.upperBound
    }
    return String(decoding: output + text[position...], as: UTF8.self)
  }

  var isBlank: Bool { plain.utf8.allSatisfy { $0 <= 0x20 } && !inert.contains { $0.kind == .atom } }

  /// The content as a paragraph; white space around it becomes its leading and trailing bytes.
  func paragraph(line: Int) -> SourceParagraph {
    var start = 0
    var end = text.count
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return SourceParagraph(
      text: Array(text[start..<end]), line: line,
      inert: inert.map { span in
        let range = span.range
        return InertSpan(
          range: SourceRange(range.lowerBound - start, range.upperBound - start), kind: span.kind)
      },
      leading: Array(text[..<start]), trailing: Array(text[end...]))
  }

  /// `translation` as XML: the tags of this content stay tags, everything else is escaped.
  func encode(_ translation: String, into output: inout [UInt8]) {
    var tags = inert.map { Array(text[$0.range.range]) }
    let bytes = Array(translation.utf8)
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"),
        let tag = tags.firstIndex(where: { bytes[index...].starts(with: $0) })
      {
        output.putXML(bytes[start..<index])
        output += tags[tag]
        index += tags.remove(at: tag).count
        start = index
      } else {
        index += 1
      }
    }
    output.putXML(bytes[start...])
  }
}
