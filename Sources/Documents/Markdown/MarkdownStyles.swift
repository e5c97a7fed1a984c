internal import Bitext

/// How each byte of a Markdown text is shown.
struct MarkdownStyles: OptionSet {
  var rawValue: UInt8

  static let strong = MarkdownStyles(rawValue: 1)
  static let emphasis = MarkdownStyles(rawValue: 2)
  static let deletion = MarkdownStyles(rawValue: 4)
  static let code = MarkdownStyles(rawValue: 8)
  /// In a link, its brackets included.
  static let link = MarkdownStyles(rawValue: 16)
  /// Markup and atoms: no letters of the text.
  static let inert = MarkdownStyles(rawValue: 32)
  /// Markup that is not shown.
  static let hidden = MarkdownStyles(rawValue: 64)
  /// A reference such as `&nbsp;`, the same in HTML.
  static let reference = MarkdownStyles(rawValue: 128)

  /// The styles of the bytes of a sentence; nil if it is none that can be shown by itself, such as half of a
  /// bold passage.
  static func of(_ text: [UInt8]) -> [MarkdownStyles]? {
    text.withUnsafeBufferPointer { bytes in
      guard let inline = inline(bytes) else { return nil }
      var styles = [MarkdownStyles](repeating: [], count: bytes.count)
      func add(_ style: MarkdownStyles, _ range: Range<Int>) {
        for index in range { styles[index].insert(style) }
      }
      for link in inline.links { add(.link, link) }
      for span in inline.inert {
        add(.inert, span.range.range)
        if span.kind == .markup {
          add(.hidden, span.range.range)
        } else {
          let atom = span.range.range
          let isCode = bytes[atom.lowerBound] == UInt8(ascii: "`")
          if bytes[atom.lowerBound] == UInt8(ascii: "&") { add(.reference, atom) }
          if isCode { add(.code, atom) }
          for index in atom where isCode && bytes[index] == UInt8(ascii: "`") {
            styles[index].insert(.hidden)
          }
          if bytes[atom.lowerBound] == UInt8(ascii: "\\") {
            styles[atom.lowerBound].insert(.hidden)
          }
        }
      }
      for pair in MarkupPair.pairs(inline.inert, in: text) {
        switch pair.open {
        case Array("**".utf8), Array("__".utf8): add(.strong, pair.content)
        case Array("*".utf8), Array("_".utf8): add(.emphasis, pair.content)
        case Array("~~".utf8), Array("~".utf8): add(.deletion, pair.content)
        default: break
        }
      }
      return styles
    }
  }

  private static func inline(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkdownInline? {
    guard let document = CMarkDocument(bytes, from: 0) else { return nil }
    var inline = MarkdownInline(bytes: bytes, start: 0, limit: bytes.count)
    var isMatched: Bool?
    CMarkNode(pointer: document.root).walk { node, isEntering in
      if isEntering, node.kind == .paragraph, isMatched == nil {
        inline.skipBlockStart(isHeading: false)
        isMatched = inline.match(node)
      }
      return node.kind != .paragraph
    }
    return isMatched == true && inline.cursor == bytes.count ? inline : nil
  }
}
