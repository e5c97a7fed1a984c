public import Bitext
internal import Documents
internal import ICU

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
  /// Whether text that is no French is worth a notice.
  var expectsFrench = true

  /// A pipe is seen up to this many bytes before its encoding is decided; a file is seen whole.
  var lookahead = 8 << 20
  private static let chunk = 1 << 18
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
    var file = try InputFile(path: path)
    var notices: [String] = []
    var language = LanguageSample()
    func counted(_ paragraph: SourceParagraph) throws {
      language.add(paragraph)
      try body(paragraph)
    }
    var splitter = LineSplitter(isWrapped: isWrapped)
    var whole: [UInt8] = []
    var place = TextPlace()
    try decode(&file, &notices) { text, isLast in
      if format == .text {
        try splitter.push(text, isLast: isLast, body: counted)
        return TextPlace(line: splitter.line, column: splitter.pending.count + 1)
      }
      whole += text
      if whole.count > Self.markdownLimit {
        throw ReadingError.tooLarge(path: path, limit: Self.markdownLimit)
      }
      place.advance(over: text)
      return place
    }
    if format == .markdown {
      for paragraph in MarkdownReader.paragraphs(of: whole) { try counted(paragraph) }
    }
    if expectsFrench, language.isForeign {
      notices.append("visavis: \(path): notice: the text does not look French")
    }
    return notices
  }

  /// Calls `body` with the input in UTF-8, piece by piece; it gives the place where the next piece begins.
  private func decode(
    _ file: inout InputFile, _ notices: inout [String],
    _ body: ([UInt8], _ isLast: Bool) throws -> TextPlace
  ) throws {
    var head: [UInt8] = []
    try file.read(into: &head, upTo: Self.chunk)
    if let error = ForeignFormat.error(path: path, head: head) { throw error }
    let (encoding, survey) = try decide(&file, &head)
    if case .named(let name, _, true) = encoding { notices.append(guessNotice(name)) }
    var decoder = try decoder(encoding, survey)
    var place = TextPlace()
    var piece = head
    switch encoding {
    case .utf8(let skipped), .named(_, let skipped, _): piece.removeFirst(min(skipped, piece.count))
    }
    let skipped = head.count - piece.count
    head = []
    while true {
      var text: [UInt8] = []
      let isLast = file.isAtEnd
      do {
        if try decoder.decode(piece, isLast: isLast, to: &text) {
          notices.append(guessNotice(decoder.name))
        }
      } catch let failure as TextDecoder.Failure {
        place.advance(over: text)
        throw error(failure, at: place, decoder.name, skipped)
      }
      place = try body(text, isLast)
      if isLast { return }
      piece.removeAll(keepingCapacity: true)
      try file.read(into: &piece, upTo: Self.chunk)
    }
  }

  private func decoder(_ encoding: TextEncoding, _ survey: EncodingSurvey?) throws -> TextDecoder {
    do {
      return try TextDecoder(encoding, survey: survey)
    } catch {
      throw ReadingError.unknownEncoding(self.encoding ?? "", path: path)
    }
  }

  private func guessNotice(_ name: String) -> String {
    "visavis: \(path): notice: not UTF-8; read as \(name) (another one: --encoding)"
  }

  // MARK: The encoding

  /// The encoding of the input: the user's, a byte order mark's, or what its bytes tell. Binary files and
  /// broken UTF-8 throw.
  ///
  /// `head` then is what was read and not given back. The survey is nil if no more need be looked through.
  private func decide(_ file: inout InputFile, _ head: inout [UInt8]) throws
    -> (TextEncoding, EncodingSurvey?)
  {
    let isUTF8 = encoding.map { ["utf-8", "utf8"].contains($0.lowercased()) } ?? false
    if let encoding, !isUTF8 { return (.named(encoding, skipping: 0, isGuess: false), nil) }
    let mark = TextEncoding(byteOrderMark: head)
    if !isUTF8, let mark, mark != .utf8(skipping: 3) { return (mark, nil) }
    let survey = try survey(&file, &head)
    if let offset = survey.firstControl {
      if let encoding = TextEncoding.unmarkedUTF16(head) {
        throw ReadingError.unmarkedUTF16(path: path, encoding: encoding)
      }
      let place = try place(of: offset, &file, head)
      throw ReadingError.binary(
        path: path, line: place.line, column: place.column, offset: offset)
    }
    // A pipe of which only the start was seen is looked through while it is read.
    let isSeen = file.isSeekable || file.isAtEnd
    guard let offset = survey.firstError else {
      if file.isSeekable { try restart(&file, &head) }
      return (mark ?? .utf8(skipping: 0), isSeen ? nil : EncodingSurvey())
    }
    guard survey.isMostlyUTF8 || mark != nil || isUTF8 else {
      if file.isSeekable { try restart(&file, &head) }
      return (.fallback, nil)
    }
    let place = try place(of: offset, &file, head)
    throw ReadingError.brokenUTF8(
      path: path, line: place.line, column: place.column, offset: offset)
  }

  /// Looks through the whole file, of which `head` is then the start; or through the start of a pipe.
  private func survey(_ file: inout InputFile, _ head: inout [UInt8]) throws -> EncodingSurvey {
    var survey = EncodingSurvey()
    survey.add(head, isLast: false)
    while !file.isAtEnd, survey.firstControl == nil {
      if file.isSeekable {
        var piece: [UInt8] = []
        try file.read(into: &piece, upTo: Self.chunk)
        survey.add(piece, isLast: file.isAtEnd)
      } else {
        guard head.count < lookahead else { break }
        let start = head.count
        try file.read(into: &head, upTo: Self.chunk)
        survey.add(Array(head[start...]), isLast: file.isAtEnd)
      }
    }
    return survey
  }

  private func restart(_ file: inout InputFile, _ head: inout [UInt8]) throws {
    try file.rewind()
    head = []
    try file.read(into: &head, upTo: Self.chunk)
  }

  /// The line and column of the byte at `offset`.
  private func place(of offset: Int, _ file: inout InputFile, _ head: [UInt8]) throws -> TextPlace {
    var place = TextPlace()
    guard file.isSeekable else {
      place.advance(over: head.prefix(offset))
      return place
    }
    try file.rewind()
    var passed = 0
    while passed < offset, !file.isAtEnd {
      var piece: [UInt8] = []
      try file.read(into: &piece, upTo: min(Self.chunk, offset - passed))
      place.advance(over: piece)
      passed += piece.count
    }
    return place
  }

  private func error(
    _ failure: TextDecoder.Failure, at place: TextPlace, _ name: String, _ skipped: Int
  ) -> ReadingError {
    switch failure {
    case .brokenUTF8(let offset):
      .brokenUTF8(
        path: path, line: place.line, column: place.column, offset: offset + skipped)
    case .control(let offset):
      .binary(path: path, line: place.line, column: place.column, offset: offset + skipped)
    case .badSequence(let offset):
      .badSequence(
        path: path, encoding: name, line: place.line, column: place.column,
        offset: offset + skipped)
    }
  }
}
