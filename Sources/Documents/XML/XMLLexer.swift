/// Reads XML from memory, a piece at a time; knows where each piece stands in the file.
///
/// Strict on what matters for files from outside: tags must match, attributes must be quoted, entities are
/// XML's five and numbers, a document type with declarations is an error, depth is limited. It resolves and
/// loads nothing.
struct XMLLexer {
  enum Token: Equatable {
    case start
    case end
    /// Character data or CDATA.
    case text
  }

  private static let mostDepth = 256
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  /// The current token in the file.
  private(set) var range = 0..<0
  /// The qualified name of the current tag.
  private(set) var name = 0..<0
  /// For a start tag: it ends itself, and no `.end` follows.
  private(set) var isEmptyElement = false
  private(set) var isCData = false
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  private var open: [Range<Int>] = []
  private var hasRoot = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The elements that are open, the current start tag included.
  var depth: Int { open.count }

  /// Goes to the next tag or text; nil at the end of a well-formed file.
  mutating func next() throws(FormatError) -> Token? {
    while position < bytes.count {
      let start = position
      guard bytes[position] == UInt8(ascii: "<") else {
        position = index(of: UInt8(ascii: "<"), from: position) ?? bytes.count
        range = start..<position
        isCData = false
        if !open.isEmpty { return .text }
        guard bytes[range].allSatisfy({ $0 <= 0x20 }) else { throw expected("<") }
        continue
      }
      if starts("<!--") {
        try skip(past: "-->", from: position + 4)
      } else if starts("<![CDATA["), !open.isEmpty {
        try skip(past: "]]>", from: position + 9)
        range = start + 9..<position - 3
        isCData = true
        return .text
      } else if starts("<!DOCTYPE"), !hasRoot {
        try documentType()
      } else if starts("<?") {
        try skip(past: "?>", from: position + 2)
      } else if starts("</") {
        try endTag()
        return .end
      } else {
        try startTag()
        return .start
      }
    }
    if let last = open.last { throw error(.unclosed(string(last))) }
    guard hasRoot else { throw expected("<") }
    return nil
  }

  /// The name of the current tag without its prefix.
  var localName: String {
    let colon = bytes[name].firstIndex(of: UInt8(ascii: ":"))
    return string((colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound)
  }

  /// The prefix of the current tag with its colon: "x:" or "".
  var prefix: String {
    guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else { return "" }
    return string(name.lowerBound..<colon + 1)
  }

  /// The decoded value of an attribute of the current start tag, by its qualified name.
  func attribute(_ name: String) throws(FormatError) -> String? {
    for attribute in attributes where bytes[attribute.name].elementsEqual(name.utf8) {
      var value: [UInt8] = []
      try decode(attribute.value, into: &value)
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  /// Appends the text of the current `.text` token, references resolved and line ends as LF.
  func text(into output: inout [UInt8]) throws(FormatError) {
    if isCData {
      output += bytes[range]
    } else {
      try decode(range, into: &output)
    }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// An error at `offset`, or where the lexer stands.
  func error(_ reason: FormatError.Reason, at offset: Int? = nil) -> FormatError {
    let end = min(offset ?? position, bytes.count)
    var line = 1
    var start = 0
    for index in 0..<end where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return FormatError(reason, line: line, column: end - start + 1)
  }

  // MARK: Tags

  private mutating func startTag() throws(FormatError) {
    let start = position
    if open.isEmpty, hasRoot { throw expected("the end of the file") }
    guard open.count < Self.mostDepth else { throw error(.depth) }
    position += 1
    name = try takeName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      let hadSpace = skipSpaces()
      guard position < bytes.count else { throw expected(">") }
      if bytes[position] == UInt8(ascii: ">") || starts("/>") { break }
      guard hadSpace else { throw expected(">") }
      try takeAttribute()
    }
    isEmptyElement = bytes[position] == UInt8(ascii: "/")
    position += isEmptyElement ? 2 : 1
    hasRoot = true
    if !isEmptyElement { open.append(name) }
    range = start..<position
  }

  private mutating func takeAttribute() throws(FormatError) {
    let key = try takeName()
    guard !attributes.contains(where: { bytes[$0.name].elementsEqual(bytes[key]) }) else {
      throw expected("an attribute that is not there yet")
    }
    _ = skipSpaces()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { throw expected("=") }
    position += 1
    _ = skipSpaces()
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else { throw expected("a quotation mark") }
    let start = position + 1
    guard let end = index(of: bytes[position], from: start) else {
      throw expected("a closing quotation mark")
    }
    guard !bytes[start..<end].contains(UInt8(ascii: "<")) else { throw expected("&lt;") }
    attributes.append((key, start..<end))
    position = end + 1
  }

  private mutating func endTag() throws(FormatError) {
    let start = position
    position += 2
    name = try takeName()
    _ = skipSpaces()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { throw expected(">") }
    guard let last = open.popLast() else {
      throw error(.mismatch(found: string(name), open: nil), at: start)
    }
    guard bytes[last].elementsEqual(bytes[name]) else {
      throw error(.mismatch(found: string(name), open: string(last)), at: start)
    }
    position += 1
    range = start..<position
  }

  /// `<!DOCTYPE tmx SYSTEM "tmx14.dtd">` is passed over; one with declarations is refused.
  private mutating func documentType() throws(FormatError) {
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        throw error(.declarations)
      } else if byte == UInt8(ascii: ">") {
        position += 1
        return
      }
      position += 1
    }
    throw expected(">")
  }

  // MARK: Bytes

  private func expected(_ what: String) -> FormatError { error(.expected(what)) }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    bytes[start...].firstIndex(of: byte)
  }

  private mutating func skip(past end: String, from start: Int) throws(FormatError) {
    let mark = Array(end.utf8)
    var at = min(start, bytes.count)
    while let found = index(of: mark[0], from: at) {
      if bytes[found...].starts(with: mark) {
        position = found + mark.count
        return
      }
      at = found + 1
    }
    throw expected(end)
  }

  private mutating func skipSpaces() -> Bool {
    let start = position
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    return position > start
  }

  private mutating func takeName() throws(FormatError) -> Range<Int> {
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > start, !(0x2D...0x39).contains(bytes[start]) else { throw expected("a name") }
    return start..<position
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || MarkdownInline.isWord(byte) || "_:-.".utf8.contains(byte)
  }

  // MARK: References

  private func decode(_ range: Range<Int>, into output: inout [UInt8]) throws(FormatError) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        index = try reference(at: index, limit: range.upperBound, into: &output)
      } else if byte == 0x0D {
        if index + 1 >= bytes.count || bytes[index + 1] != 0x0A { output.append(0x0A) }
        index += 1
      } else {
        output.append(byte)
        index += 1
      }
    }
  }

  private func reference(
    at start: Int, limit: Int, into output: inout [UInt8]
  ) throws(FormatError) -> Int {
    guard
      let end = bytes[start..<min(limit, start + 32)].firstIndex(of: UInt8(ascii: ";"))
    else { throw error(.expected("&amp;"), at: start) }
    let name = string(start + 1..<end)
    switch name {
    case "amp": output.append(UInt8(ascii: "&"))
    case "lt": output.append(UInt8(ascii: "<"))
    case "gt": output.append(UInt8(ascii: ">"))
    case "quot": output.append(UInt8(ascii: "\""))
    case "apos": output.append(UInt8(ascii: "'"))
    default:
      let value =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      guard let value, let scalar = Unicode.Scalar(value),
        value >= 0x20 || value == 9 || value == 10 || value == 13
      else { throw error(.entity(name), at: start) }
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return end + 1
  }
}
