public import Bitext
internal import Documents
internal import ICU

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads an input and gives its paragraphs one by one, in bounded memory.
///
/// Plain text: a line is a paragraph, or with `isWrapped` the lines up to a blank one are. Markdown by cmark-gfm.
public struct SourceReader: Sendable {
  public enum Format: String, Sendable, CaseIterable { case text, markdown }

  /// The path, or "-" for standard input.
  public let path: String
  public let format: Format
  /// Lines are hard-wrapped; a blank line ends a paragraph.
  public var isWrapped = false
  /// The name of the encoding, where the user gave one.
  public var encoding: String?

  /// Standard input up to this many bytes is seen whole before its encoding is decided.
  private static let lookahead = 16 << 20
  private static let chunk = 1 << 20
  private static let markdownLimit = 64 << 20

  /// `format` nil: Markdown by the extension, else text.
  public init(path: String, format: Format? = nil) {
    self.path = path
    let lower = path.lowercased()
    let isMarkdown = lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
    self.format = format ?? (isMarkdown ? .markdown : .text)
  }

  /// Calls `body` with each paragraph in order and gives the notices for the user. Throws `ReadingError` or what
  /// `body` throws.
  public func forEachParagraph(_ body: (SourceParagraph) throws -> Void) throws -> [String] {
    var file = try open()
    defer { file.closeIfOwned() }
    var head: [UInt8] = []
    while head.count < Self.lookahead, try file.read(into: &head, upTo: Self.chunk) {}
    try checkKind(head)
    var notices: [String] = []
    let (decoder, skipped) = try decide(head, file: file, notices: &notices)
    let text = LineSplitter(isWrapped: isWrapped)
    var stage = Stage(decoder: decoder, splitter: text, collected: format == .markdown ? [] : nil)
    stage.path = path
    var language = LanguageSample()
    func counted(_ paragraph: SourceParagraph) throws {
      language.add(paragraph.text)
      try body(paragraph)
    }
    try stage.push(head, from: skipped, isLast: file.isAtEnd, body: counted)
    head = []
    while !file.isAtEnd {
      var piece: [UInt8] = []
      _ = try file.read(into: &piece, upTo: Self.chunk)
      try stage.push(piece, from: 0, isLast: file.isAtEnd, body: counted)
      if let collected = stage.collected, collected.count > Self.markdownLimit {
        throw ReadingError.tooLarge(path: path, limit: Self.markdownLimit)
      }
    }
    if let collected = stage.collected {
      for paragraph in MarkdownReader.paragraphs(of: collected) { try counted(paragraph) }
    }
    if language.isForeign {
      notices.append("visavis: \(path): notice: the text does not look French")
    }
    return notices
  }

  private func open() throws -> InputFile {
    if path == "-" { return InputFile(descriptor: STDIN_FILENO, isOwned: false, path: path) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == EACCES ? ReadingError.noPermission(path: path) : .missing(path: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw ReadingError.directory(path: path) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == EACCES
        ? ReadingError.noPermission(path: path)
        : .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    return InputFile(descriptor: descriptor, isOwned: true, path: path)
  }

  /// Formats that are no text, by their first bytes or their extension.
  private func checkKind(_ head: [UInt8]) throws {
    let save = "save it as plain text (.txt) or Markdown (.md) first"
    func starts(_ magic: String) -> Bool { head.starts(with: magic.utf8) }
    let lower = path.lowercased()
    if starts("%PDF") || lower.hasSuffix(".pdf") {
      throw ReadingError.notText(
        path: path, kind: "a PDF", advice: "extract its text with pdftotext first")
    }
    if lower.hasSuffix(".docx") || lower.hasSuffix(".odt") || lower.hasSuffix(".doc") {
      throw ReadingError.notText(path: path, kind: "a word processor's document", advice: save)
    }
    if starts("PK\u{3}\u{4}") {
      throw ReadingError.notText(path: path, kind: "a ZIP archive or office document", advice: save)
    }
    if lower.hasSuffix(".html") || lower.hasSuffix(".htm") {
      throw ReadingError.notText(
        path: path, kind: "a web page", advice: "save its text as .txt or convert it to Markdown")
    }
    if starts("{\\rtf") || lower.hasSuffix(".rtf") {
      throw ReadingError.notText(path: path, kind: "a rich text document", advice: save)
    }
  }

  private func decide(_ head: [UInt8], file: InputFile, notices: inout [String]) throws
    -> (Decoder, Int)
  {
    if let encoding {
      let isUTF8 = ["utf-8", "utf8"].contains(encoding.lowercased())
      if isUTF8 { return (.utf8, head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) }
      return (.converter(try converter(encoding), encoding), 0)
    }
    let found = head.withUnsafeBufferPointer { TextEncoding.detect($0, isWhole: file.isAtEnd) }
    switch found {
    case .utf8(let skipped): return (.utf8, skipped)
    case .binary(let offset): throw ReadingError.binary(path: path, offset: offset)
    case .brokenUTF8(let offset): throw broken(head, offset)
    case .named(let name, let skipped, let isGuess):
      if isGuess {
        notices.append(
          "visavis: \(path): notice: not UTF-8; read as \(name) (another one: --encoding)")
      }
      return (.converter(try converter(name), name), skipped)
    }
  }

  private func converter(_ name: String) throws -> ConverterBox {
    do {
      return try ConverterBox(name)
    } catch {
      throw ReadingError.unknownEncoding(name, path: path)
    }
  }

  private func broken(_ head: [UInt8], _ offset: Int) -> ReadingError {
    let before = head[..<offset]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return .brokenUTF8(
      path: path, line: before.count { $0 == 0x0A } + 1, column: offset - lineStart + 1,
      offset: offset)
  }
}

/// An open file and whether its end was seen.
private struct InputFile {
  let descriptor: Int32
  let isOwned: Bool
  let path: String
  private(set) var isAtEnd = false

  init(descriptor: Int32, isOwned: Bool, path: String) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.path = path
  }

  /// Appends up to `limit` bytes; false at the end of the file.
  mutating func read(into bytes: inout [UInt8], upTo limit: Int) throws -> Bool {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: limit))
    let count = bytes.withUnsafeMutableBytes { buffer in
      Glibc.read(descriptor, buffer.baseAddress?.advanced(by: start), limit)
    }
    bytes.removeLast(limit - max(0, count))
    if count < 0 {
      if errno == EINTR { return true }
      throw ReadingError.unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    if count == 0 { isAtEnd = true }
    return count > 0
  }

  func closeIfOwned() {
    if isOwned { close(descriptor) }
  }
}

private final class ConverterBox {
  var converter: EncodingConverter

  init(_ name: String) throws { converter = try EncodingConverter(name) }
}

private enum Decoder {
  case utf8
  case converter(ConverterBox, String)
}

/// Bytes on their way from the file to paragraphs.
private struct Stage {
  let decoder: Decoder
  var splitter: LineSplitter
  /// The whole text, where the format needs it.
  var collected: [UInt8]?
  var path = ""
  private var offset = 0
  /// The bytes of a sequence cut at the end of the last piece.
  private var pending: [UInt8] = []

  init(decoder: Decoder, splitter: LineSplitter, collected: [UInt8]?) {
    self.decoder = decoder
    self.splitter = splitter
    self.collected = collected
  }

  mutating func push(
    _ piece: [UInt8], from start: Int, isLast: Bool, body: (SourceParagraph) throws -> Void
  ) throws {
    let text = try decoded(piece, from: start, isLast: isLast)
    offset += piece.count
    if collected != nil {
      collected?.append(contentsOf: text)
    } else {
      try splitter.push(text, isLast: isLast, body: body)
    }
  }

  private mutating func decoded(_ piece: [UInt8], from start: Int, isLast: Bool) throws -> [UInt8] {
    switch decoder {
    case .utf8:
      let text = pending + piece[start...]
      let base = offset + start - pending.count
      let scan = text.withUnsafeBufferPointer { UTF8Scan($0, isWhole: isLast) }
      if let error = scan.firstError {
        let before = text[..<error]
        let column = error - ((before.lastIndex(of: 0x0A) ?? -1) + 1) + 1
        throw ReadingError.brokenUTF8(
          path: path, line: splitter.line + before.count { $0 == 0x0A }, column: column,
          offset: base + error)
      }
      let cut = isLast ? text.count : Self.wholeLength(text)
      pending = Array(text[cut...])
      return cut == text.count ? text : Array(text[..<cut])
    case .converter(let box, let name):
      var output: [UInt8] = []
      let error = piece.withUnsafeBufferPointer {
        box.converter.convert(
          UnsafeBufferPointer(rebasing: $0[start...]), isLast: isLast, to: &output)
      }
      if let error {
        throw ReadingError.badSequence(path: path, encoding: name, offset: offset + start + error)
      }
      return output
    }
  }

  /// The length of `text` without a sequence that its end cuts.
  private static func wholeLength(_ text: [UInt8]) -> Int {
    var index = text.count
    while index > 0, text.count - index < 3, text[index - 1] & 0xC0 == 0x80 { index -= 1 }
    guard index > 0, text[index - 1] >= 0xC2 else { return text.count }
    let needed = text[index - 1] < 0xE0 ? 2 : text[index - 1] < 0xF0 ? 3 : 4
    return text.count - (index - 1) < needed ? index - 1 : text.count
  }
}
