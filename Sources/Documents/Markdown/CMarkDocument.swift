internal import CLibCMarkGFM
internal import Synchronization

/// A syntax tree of cmark-gfm, freed with its owner.
struct CMarkDocument: ~Copyable {
  let root: OpaquePointer

  /// The extensions are registered in the process once.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// While it parses, cmark-gfm keeps the marks of its extensions in variables of the process: one parse at a time.
  private static let parsing = Mutex(())

  /// Parses the bytes from `start` on: CommonMark with GFM's tables, strikethrough and task lists.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let text = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start...]))
    let address = Self.parsing.withLock { _ in UInt(bitPattern: Self.parse(text)) }
    guard let root = OpaquePointer(bitPattern: address) else { return nil }
    self.root = root
  }

  private static func parse(_ text: UnsafeRawBufferPointer) -> OpaquePointer? {
    guard isRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    cmark_parser_feed(parser, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
    return cmark_parser_finish(parser)
  }

  deinit { cmark_node_free(root) }
}

/// A node of the tree; valid while its `CMarkDocument` lives.
struct CMarkNode: Equatable {
  enum Kind: Hashable {
    case blockQuote, list, item, paragraph, heading, codeBlock, htmlBlock, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case other
  }

  let pointer: OpaquePointer

  var kind: Kind { Self.kinds[String(cString: cmark_node_get_type_string(pointer))] ?? .other }

  private static let kinds: [String: Kind] = [
    "block_quote": .blockQuote, "list": .list, "item": .item, "tasklist": .item,
    "paragraph": .paragraph, "heading": .heading, "code_block": .codeBlock,
    "html_block": .htmlBlock, "table_row": .tableRow, "table_header": .tableRow,
    "table_cell": .tableCell, "text": .text, "softbreak": .softBreak, "linebreak": .lineBreak,
    "code": .code, "html_inline": .htmlInline, "emph": .emphasis, "strong": .strong,
    "strikethrough": .strikethrough, "link": .link, "image": .image,
  ]

  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The text of the node, valid while the tree lives.
  var literal: UnsafeBufferPointer<UInt8> {
    guard let text = cmark_node_get_literal(pointer) else { return .init(start: nil, count: 0) }
    let raw = UnsafeRawPointer(text)
    var count = 0
    while text[count] != 0 { count += 1 }
    return .init(start: raw.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Calls `body` when a node under this one begins and ends, without recursion; `false` skips the node's
  /// children.
  func walk(_ body: (_ node: CMarkNode, _ isEntering: Bool) -> Bool) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let current = cmark_iter_get_node(iterator), current != pointer else { continue }
      let isEntering = event == CMARK_EVENT_ENTER
      if !body(CMarkNode(pointer: current), isEntering), isEntering {
        cmark_iter_reset(iterator, current, CMARK_EVENT_EXIT)
      }
    }
  }
}
