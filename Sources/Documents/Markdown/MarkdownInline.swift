internal import Bitext

/// Finds the bytes that the inline nodes of a block stand for.
///
/// cmark's columns are not reliable inside a block, so the tree is read along with the bytes: text must be
/// there letter by letter, and what is between is markup. Where the two disagree, `match` is false.
struct MarkdownInline {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var start: Int
  let limit: Int
  private(set) var cursor: Int
  private(set) var inert: [InertSpan] = []
  private(set) var hardBreaks: [Range<Int>] = []
  /// The text of links, brackets included.
  private(set) var links: [Range<Int>] = []
  /// Where the images that are open started: all of an image is one atom.
  private var images: [Int] = []
  private var openLinks: [Int] = []

  init(bytes: UnsafeBufferPointer<UInt8>, start: Int, limit: Int) {
    self.bytes = bytes
    self.start = start
    self.limit = limit
    cursor = start
  }

  /// Steps over `#` of a heading, the box of a task and white space.
  mutating func skipBlockStart(isHeading: Bool) {
    skip { Self.isPrefix($0) }
    if isHeading { skip { $0 == UInt8(ascii: "#") } }
    for box in ["[ ] ", "[x] ", "[X] "] where starts(with: box) { cursor += 3 }
    skip { $0 == 0x20 || $0 == 0x09 }
    start = cursor
  }

  /// Reads the inline nodes of `block` along with the bytes; false if they do not agree.
  mutating func match(_ block: CMarkNode) -> Bool {
    var agrees = true
    block.walk { node, isEntering in
      if !agrees { return true }
      switch (node.kind, isEntering) {
      case (.text, _): agrees = text(node.literal)
      case (.softBreak, _): agrees = lineEnd(isHard: false)
      case (.lineBreak, _): agrees = lineEnd(isHard: true)
      case (.code, _): agrees = code()
      case (.htmlInline, _): agrees = html(node.literal)
      case (.emphasis, _): agrees = delimiter(1...1)
      case (.strong, _): agrees = delimiter(2...2)
      case (.strikethrough, _): agrees = delimiter(1...2)
      case (.link, true):
        if peek == UInt8(ascii: "<") {
          agrees = autolink()
          return false
        }
        agrees = openLink()
      case (.link, false): agrees = closeLink()
      case (.image, true): agrees = openImage()
      case (.image, false): agrees = closeImage()
      default: agrees = false
      }
      return true
    }
    skipFootnoteName()
    return agrees && cursor > start
  }

  /// The name of a footnote ("[^1]: ") is no part of its text.
  private mutating func skipFootnoteName() {
    guard let name = inert.first?.range, name.lowerBound == start, name.upperBound < cursor,
      bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^"),
      bytes[name.upperBound] == UInt8(ascii: ":")
    else { return }
    inert.removeFirst()
    start = name.upperBound + 1
    while start < cursor, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
  }

  /// The marks of quotations and the indents at the starts of lines, for text that was not matched.
  func continuations(to end: Int) -> [InertSpan] {
    var spans: [InertSpan] = []
    var index = start
    while index < end {
      let isEnd = bytes[index] == 0x0A || bytes[index] == 0x0D
      index += 1
      guard isEnd else { continue }
      let from = index
      while index < end, Self.isPrefix(bytes[index]) { index += 1 }
      if index > from { spans.append(InertSpan(range: SourceRange(from, index), kind: .markup)) }
    }
    return spans
  }

  // MARK: Text

  private mutating func text(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < literal.count {
      guard cursor < limit else { return false }
      let byte = bytes[cursor]
      let next = cursor + 1 < limit ? bytes[cursor + 1] : 0
      if byte == UInt8(ascii: "\\"), Self.isPunctuation(next) {
        guard literal[index] == next else { return false }
        take(2, .atom)
        index += 1
      } else if byte == UInt8(ascii: "&"), let entity = entity(literal, at: index) {
        take(entity.source, entity.kind)
        index += entity.decoded
      } else if byte == UInt8(ascii: "["), next == UInt8(ascii: "^"), let end = footnoteEnd,
        literal.count - index >= end - cursor,
        (0..<(end - cursor)).allSatisfy({ literal[index + $0] == bytes[cursor + $0] })
      {
        index += end - cursor
        take(end - cursor, .markup)
      } else {
        guard literal[index] == byte else { return false }
        cursor += 1
        index += 1
      }
    }
    return true
  }

  /// The lengths of the entity at the cursor and of its text, if it is one: "&eacute;" 8 and 2.
  ///
  /// Letters, spaces and marks of French are read; what Markdown would take for markup stays an atom.
  private func entity(
    _ literal: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (source: Int, decoded: Int, kind: InertSpan.Kind)? {
    var end = cursor + 1
    while end < limit, end - cursor < 34, Self.isWord(bytes[end]) || bytes[end] == 0x23 { end += 1 }
    guard end < limit, end > cursor + 1, bytes[end] == UInt8(ascii: ";") else { return nil }
    let source = UnsafeBufferPointer(rebasing: bytes[cursor...end])
    guard let document = CMarkDocument(source, from: 0) else { return nil }
    var decoded: [UInt8] = []
    CMarkNode(pointer: document.root).walk { node, isEntering in
      if node.kind == .text { decoded += node.literal }
      return true
    }
    guard !decoded.isEmpty, !decoded.elementsEqual(source), literal.count - index >= decoded.count,
      (0..<decoded.count).allSatisfy({ literal[index + $0] == decoded[$0] })
    else { return nil }
    let scalars = String(decoding: decoded, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first,
      !scalar.isASCII || scalar == "'" || scalar == "\"" || scalar == " "
    else { return (source.count, decoded.count, .atom) }
    return (source.count, decoded.count, .character(scalar))
  }

  /// The end of the footnote mark "[^1]" at the cursor.
  private var footnoteEnd: Int? {
    var end = cursor + 2
    while end < limit, end - cursor < 64, bytes[end] > 0x20 {
      if bytes[end] == UInt8(ascii: "]") { return end > cursor + 2 ? end + 1 : nil }
      end += 1
    }
    return nil
  }

  private mutating func lineEnd(isHard: Bool) -> Bool {
    let from = cursor
    if isHard, peek == UInt8(ascii: "\\") { cursor += 1 }
    skip { $0 == 0x20 || $0 == 0x09 }
    guard cursor < limit, bytes[cursor] == 0x0A || bytes[cursor] == 0x0D else { return false }
    cursor += bytes[cursor] == 0x0D && cursor + 1 < limit && bytes[cursor + 1] == 0x0A ? 2 : 1
    let prefix = cursor
    skip { Self.isPrefix($0) }
    if isHard, images.isEmpty {
      hardBreaks.append(from..<cursor)
    } else if cursor > prefix {
      span(prefix..<cursor, .markup)
    }
    return true
  }

  // MARK: Atoms

  private mutating func code() -> Bool {
    let from = cursor
    skip { $0 == UInt8(ascii: "`") }
    let ticks = cursor - from
    guard ticks > 0 else { return false }
    while cursor < limit {
      skip { $0 != UInt8(ascii: "`") }
      let run = cursor
      skip { $0 == UInt8(ascii: "`") }
      if cursor - run == ticks {
        span(from..<cursor, .atom)
        return true
      }
    }
    return false
  }

  /// Raw HTML: phrase tags open and close something, anything else stands for itself.
  private mutating func html(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    let from = cursor
    for byte in literal {
      guard cursor < limit, bytes[cursor] == byte else { return false }
      cursor += 1
      if byte == 0x0A { skip { Self.isPrefix($0) } }
    }
    span(from..<cursor, MarkdownTag(bytes[from..<cursor])?.isPhrase == true ? .markup : .atom)
    return true
  }

  private mutating func autolink() -> Bool {
    guard let end = bytes[cursor..<limit].firstIndex(of: UInt8(ascii: ">")) else { return false }
    take(end + 1 - cursor, .atom)
    return true
  }

  // MARK: Pairs

  private mutating func delimiter(_ lengths: ClosedRange<Int>) -> Bool {
    guard let mark = peek, "*_~".utf8.contains(mark) else { return false }
    let from = cursor
    while cursor < limit, bytes[cursor] == mark, cursor - from < lengths.upperBound { cursor += 1 }
    span(from..<cursor, .markup)
    return lengths.contains(cursor - from)
  }

  private mutating func openLink() -> Bool {
    guard peek == UInt8(ascii: "[") else { return false }
    openLinks.append(cursor)
    take(1, .markup)
    return true
  }

  private mutating func closeLink() -> Bool {
    guard let from = openLinks.popLast(), let end = linkTail(bytes, at: cursor, limit: limit) else {
      return false
    }
    links.append(from..<end)
    take(end - cursor, .markup)
    return true
  }

  private mutating func openImage() -> Bool {
    guard starts(with: "![") else { return false }
    images.append(cursor)
    cursor += 2
    return true
  }

  private mutating func closeImage() -> Bool {
    guard let from = images.popLast(), let end = linkTail(bytes, at: cursor, limit: limit) else {
      return false
    }
    cursor = end
    span(from..<end, .atom)
    return true
  }

  // MARK: Bytes

  private var peek: UInt8? { cursor < limit ? bytes[cursor] : nil }

  private func starts(with text: String) -> Bool {
    bytes[cursor..<max(cursor, limit)].starts(with: text.utf8)
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while cursor < limit, isSkipped(bytes[cursor]) { cursor += 1 }
  }

  private mutating func take(_ count: Int, _ kind: InertSpan.Kind) {
    span(cursor..<(cursor + count), kind)
    cursor += count
  }

  /// Notes an inert stretch; inside an image nothing counts by itself.
  private mutating func span(_ range: Range<Int>, _ kind: InertSpan.Kind) {
    guard images.isEmpty, !range.isEmpty else { return }
    inert.append(InertSpan(range: SourceRange(range.lowerBound, range.upperBound), kind: kind))
  }

  static func isPrefix(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isWord(byte)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
