extension BilingualReader {
  /// Pairs of the format `visavis/1`.
  static func readJSON(_ file: [UInt8], _ body: (BilingualPair) throws -> Void) throws {
    var lexer = JSONLexer(file)
    // documents: [ { segments: [ { source: "…", … } ] } ]
    let segment = ["", "documents", "", "segments", ""]
    var pair = BilingualPair(source: "", target: "", line: 1)
    var isOurs = false
    while let token = try lexer.next() {
      let isMember = lexer.path.count == 6 && lexer.path.dropLast().elementsEqual(segment)
      switch token {
      case .string(let text) where lexer.path == ["", "format"]: isOurs = text == "visavis/1"
      case .string(let text) where isMember && lexer.path.last == "source": pair.source = text
      case .string(let text) where isMember && lexer.path.last == "target": pair.target = text
      case .string(let text) where isMember && lexer.path.last == "id": pair.id = text
      case .string(let text) where isMember && lexer.path.last == "note": pair.notes.append(text)
      case .other(let text) where isMember && lexer.path.last == "id": pair.id = text
      case .open where lexer.path == segment:
        pair = BilingualPair(source: "", target: "", line: lexer.line)
      case .close where lexer.path == segment: if !pair.source.isEmpty { try body(pair) }
      default: break
      }
    }
    guard isOurs else { throw FormatError(.format("visavis/1"), line: 1, column: 1) }
  }
}

/// Reads JSON token by token, with the path to each value and no recursion.
struct JSONLexer {
  enum Token: Equatable {
    case open, close
    case string(String)
    /// A number, true, false or null, as written.
    case other(String)
  }

  private static let mostDepth = 64
  private let bytes: [UInt8]
  private var position = 0
  /// The bracket of every open container, `{` or `[`.
  private var open: [UInt8] = []
  private(set) var line = 1
  /// A part for each open container and one for the value: the member's name, "" in a list or at the top.
  private(set) var path: [String] = []
  private var key = ""
  private var expectsValue = true
  private var isAfterComma = false

  init(_ file: [UInt8]) {
    bytes = file
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next value or bracket; nil at the end. For `.open` and `.close` the path leads to the container.
  mutating func next() throws(FormatError) -> Token? {
    while true {
      skipSpaces()
      guard position < bytes.count else {
        guard open.isEmpty, !expectsValue else { throw expected("a value") }
        return nil
      }
      let byte = bytes[position]
      defer { if byte != UInt8(ascii: ",") { isAfterComma = false } }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard expectsValue, open.count < Self.mostDepth else { throw expected("a simple value") }
        position += 1
        setPath()
        open.append(byte)
        expectsValue = byte == UInt8(ascii: "[")
        key = ""
        return .open
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard !isAfterComma, let last = open.popLast(), last + 2 == byte else {
          throw expected("a value")
        }
        position += 1
        expectsValue = false
        path = Array(path.prefix(open.count + 1))
        return .close
      case UInt8(ascii: ","):
        guard let last = open.last, !expectsValue else { throw expected("a value") }
        position += 1
        isAfterComma = true
        expectsValue = last == UInt8(ascii: "[")
      case UInt8(ascii: "\""):
        let text = try string()
        if open.last == UInt8(ascii: "{"), !expectsValue {
          skipSpaces()
          guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
            throw expected("':'")
          }
          position += 1
          key = text
          expectsValue = true
        } else {
          guard expectsValue else { throw expected("','") }
          setPath()
          expectsValue = false
          return .string(text)
        }
      default:
        guard expectsValue else { throw expected("','") }
        setPath()
        expectsValue = false
        return .other(try word())
      }
    }
  }

  private mutating func setPath() {
    path = Array(path.prefix(open.count))
    path.append(open.last == UInt8(ascii: "{") ? key : "")
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] <= 0x20 {
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func word() throws(FormatError) -> String {
    let start = position
    while position < bytes.count,
      MarkdownInline.isWord(bytes[position]) || "+-.".utf8.contains(bytes[position])
    {
      position += 1
    }
    guard position > start else { throw expected("a value") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(FormatError) -> String {
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte >= 0x20 else { break }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        text.append(byte)
      }
    }
    throw expected("a closing quotation mark")
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
    UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
  ]

  private mutating func escape(into text: inout [UInt8]) throws(FormatError) {
    guard position < bytes.count else { throw expected("an escape") }
    let byte = bytes[position]
    position += 1
    if let plain = Self.escapes[byte] { return text.append(plain) }
    guard byte == UInt8(ascii: "u"), var value = unit() else { throw expected("an escape") }
    if (0xD800..<0xDC00).contains(value), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      guard let low = unit(), (0xDC00..<0xE000).contains(low) else {
        throw expected("a surrogate pair")
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: String(scalar).utf8)
  }

  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    position += 4
    return UInt32(digits, radix: 16)
  }

  private func expected(_ what: String) -> FormatError {
    let start = bytes[..<min(position, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return FormatError(.expected(what), line: line, column: position - start + 1)
  }
}
