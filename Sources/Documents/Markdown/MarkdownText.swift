/// Where a text stands in a Markdown file, which decides what must be escaped.
enum MarkdownPlace: Sendable {
  /// The start of a block or the middle of a line.
  case block
  /// A cell of a table.
  case cell
}

/// Plain text as Markdown that renders as that text: "a*b" becomes "a\*b".
struct MarkdownEscaper: Sendable {
  let place: MarkdownPlace
  /// True where a list marker, a heading or a rule could start.
  private var isAtBlockStart = true
  private var digits = 0

  init(_ place: MarkdownPlace) { self.place = place }

  /// Appends `text`; `next` is the byte that follows it in the segment.
  mutating func put(_ text: [UInt8], next: UInt8? = nil, into output: inout [UInt8]) {
    var urlEnd = 0
    for (index, byte) in text.enumerated() {
      if index >= urlEnd { urlEnd = Self.urlEnd(in: text, at: index) }
      if index < urlEnd {
        // GFM links a bare address and would show backslashes in it.
        if byte == UInt8(ascii: "|"), place == .cell { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
        isAtBlockStart = false
        continue
      }
      let following = index + 1 < text.count ? text[index + 1] : next
      if isAtBlockStart, Self.isSpace(byte) { continue }
      if needsEscape(byte, before: output.last, after: following) {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      let isDigit = (0x30...0x39).contains(byte)
      digits = isAtBlockStart && isDigit ? digits + 1 : 0
      isAtBlockStart = isAtBlockStart && isDigit && digits < 10
    }
  }

  /// The end of the web address that starts at `index`, or `index` if none does.
  private static func urlEnd(in text: [UInt8], at index: Int) -> Int {
    guard text[index] == UInt8(ascii: "h") || text[index] == UInt8(ascii: "w"),
      index == 0 || !isWord(text[index - 1]),
      ["http://", "https://", "www."].contains(where: { text[index...].starts(with: $0.utf8) })
    else { return index }
    return text[index...].firstIndex { isSpace($0) || $0 == UInt8(ascii: "<") } ?? text.count
  }

  private func needsEscape(_ byte: UInt8, before: UInt8?, after: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "~"):
      true
    case UInt8(ascii: "|"): place == .cell
    case UInt8(ascii: "<"):
      after.map { (0x61...0x7A).contains($0 | 0x20) || Self.tagStarts.contains($0) } ?? false
    case UInt8(ascii: "_"):
      !(Self.isWord(before) && Self.isWord(after))
    case UInt8(ascii: "&"):
      after == UInt8(ascii: "#") || Self.isWord(after)
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "="):
      place == .block && isAtBlockStart && digits == 0
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      place == .block && isAtBlockStart && digits > 0
    default: false
    }
  }

  private static let tagStarts: [UInt8] = [
    UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"),
  ]

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

/// Text that is Markdown already, on one line: line ends, with the marks of a quotation or the indent that
/// follow them, become spaces; bars are escaped in cells.
func putMarkdown(_ text: [UInt8], _ place: MarkdownPlace, into output: inout [UInt8]) {
  var isEscaped = false
  var isLineStart = false
  for byte in text {
    if byte == 0x0A || byte == 0x0D {
      if !isLineStart { output.append(0x20) }
      isLineStart = true
      continue
    }
    if isLineStart, MarkdownInline.isPrefix(byte) { continue }
    isLineStart = false
    if byte == UInt8(ascii: "|"), !isEscaped, place == .cell { output.append(UInt8(ascii: "\\")) }
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    output.append(byte)
  }
}

/// Keeps the definitions that links of a Markdown file refer to: `[note]: https://exemple.org`.
struct LinkDefinitions: Sendable {
  private(set) var lines: [[UInt8]] = []

  /// Looks for definitions between two paragraphs.
  mutating func collect(from bytes: [UInt8]) {
    guard bytes.contains(UInt8(ascii: "[")) else { return }
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = line.drop { MarkdownInline.isPrefix($0) }
      guard text.first == UInt8(ascii: "["), text.dropFirst().first != UInt8(ascii: "^"),
        let end = text.firstIndex(of: UInt8(ascii: "]")),
        end + 1 < text.endIndex, text[end + 1] == UInt8(ascii: ":")
      else { continue }
      lines.append(Array(text))
    }
  }
}
