package import Bitext
internal import CLibCMarkGFM

/// Reads Markdown (GFM) into paragraphs, its markup set apart.
///
/// `leading`, `text` and `trailing` of all paragraphs, one after the other, are the file byte for byte.
/// "> ## Le **président**" is a heading with the leading bytes "> ## " and two inert spans "**".
package enum MarkdownReader {
  /// The paragraphs of `file` (UTF-8): headings, list items, quotations, cells of tables, and code, HTML and
  /// front matter as `.verbatim`. A hard line break ends a paragraph.
  package static func paragraphs(of file: [UInt8]) -> [SourceParagraph] {
    file.withUnsafeBufferPointer { bytes in
      let lines = LineTable(bytes)
      var builder = MarkdownParagraphs(bytes: bytes, lines: lines)
      let body = frontMatterEnd(bytes, lines)
      if body > 0 {
        builder.add(0..<lines.contentEnd(ofLine: body), role: .verbatim)
      }
      guard isTame(bytes, lines) else {
        for line in (body + 1)..<(lines.count + 1) where !lines.isBlank(line) {
          builder.add(lines.start(ofLine: line)..<lines.contentEnd(ofLine: line), role: .body)
        }
        return builder.finish()
      }
      if let document = CMarkDocument(bytes, from: lines.start(ofLine: body + 1)) {
        var walk = MarkdownWalk(builder: builder, firstLine: body)
        walk.visit(document)
        builder = walk.builder
      }
      return builder.finish()
    }
  }

  /// Containers in a line, bars in a row and delimiters in a block that a text written by hand does not
  /// reach; more of them make the parser slow, so that such a file is read as plain lines.
  private static let mostContainers = 60
  private static let mostBars = 1000
  private static let mostDelimiters = 20_000

  private static func isTame(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable) -> Bool {
    var delimiters = 0
    for line in 1..<(lines.count + 1) {
      if lines.isBlank(line) { delimiters = 0 }
      var containers = 0
      var bars = 0
      var isPrefix = true
      for byte in bytes[lines.start(ofLine: line)..<lines.contentEnd(ofLine: line)] {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "["),
          UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "`"):
          delimiters += 1
        default: break
        }
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
          if isPrefix { containers += 1 }
        case 0x20, 0x09, UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39: break
        case UInt8(ascii: "|"):
          bars += 1
          isPrefix = false
        default: isPrefix = false
        }
      }
      // A long rule ("-----") is no container.
      if (containers > mostContainers && !isPrefix) || containers > 1000 || bars > mostBars
        || delimiters > mostDelimiters
      {
        return false
      }
    }
    return true
  }

  /// The last line of a YAML block at the start of the file, 0 if there is none.
  private static func frontMatterEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable
  ) -> Int {
    func isFence(_ line: Int) -> Bool {
      bytes[lines.start(ofLine: line)..<lines.contentEnd(ofLine: line)].elementsEqual("---".utf8)
    }
    guard lines.count > 1, isFence(1) else { return 0 }
    return (2..<(lines.count + 1)).first(where: isFence) ?? 0
  }
}

/// Where the lines of a file start; LF, CRLF and CR end a line.
struct LineTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var starts = [0]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
  }

  /// Lines, counting an empty one after the last line end.
  var count: Int { starts.count }

  /// The first byte of a line that counts from 1; the end of the file past the last one.
  func start(ofLine line: Int) -> Int {
    line < 1 ? 0 : line <= starts.count ? starts[line - 1] : bytes.count
  }

  /// Where the line ends, its line end left out.
  func contentEnd(ofLine line: Int) -> Int {
    let start = start(ofLine: line)
    var end = self.start(ofLine: line + 1)
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  func isBlank(_ line: Int) -> Bool {
    bytes[start(ofLine: line)..<contentEnd(ofLine: line)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The line that holds byte `offset`.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}

/// Collects paragraphs in the order of the file and gives every byte between them to one of them.
struct MarkdownParagraphs {
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: LineTable
  private var paragraphs: [SourceParagraph] = []
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>, lines: LineTable) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Adds the text at `range`, clipped to what no paragraph has yet; `inert` counts in the file.
  mutating func add(_ range: Range<Int>, role: ParagraphRole, inert: [InertSpan] = []) {
    let start = max(position, range.lowerBound)
    guard range.upperBound > start else { return }
    paragraphs.append(
      SourceParagraph(
        text: Array(bytes[start..<range.upperBound]), role: role, line: lines.line(at: start),
        inert: inert.compactMap { span in
          guard span.range.lowerBound >= start, span.range.upperBound <= range.upperBound,
            !span.range.isEmpty
          else { return nil }
          return InertSpan(
            range: SourceRange(span.range.lowerBound - start, span.range.upperBound - start),
            kind: span.kind)
        },
        leading: Array(bytes[position..<start])))
    position = range.upperBound
  }

  /// All paragraphs; what follows the last one becomes its trailing bytes.
  mutating func finish() -> [SourceParagraph] {
    let rest = Array(bytes[position...])
    if paragraphs.isEmpty, !rest.isEmpty {
      paragraphs.append(SourceParagraph(text: [], role: .verbatim, leading: rest))
    } else if !paragraphs.isEmpty {
      paragraphs[paragraphs.count - 1].trailing = rest
    }
    return paragraphs
  }
}
