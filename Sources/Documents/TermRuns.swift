internal import Bitext

/// A stretch of a segment's source or target: plain text, or text that terms stand for.
struct TermRun: Equatable {
  /// UTF-8 bytes of the text.
  var bytes: Range<Int>
  /// Indices into the segment's terms; several when source spans are merged in English.
  var terms: [Int]
}

/// The two texts of a segment.
enum TextSide: Sendable { case source, target }

extension BilingualSegment {
  func text(_ side: TextSide) -> String { side == .source ? source : target }

  /// The text of a side cut at its terms: "le ⟦président⟧ russe" becomes "le ", "président", " russe".
  ///
  /// Terms whose range is no part of the text are left out; of overlapping ones the first stays.
  func runs(_ side: TextSide) -> [TermRun] {
    let text = text(side)
    let spans = terms.indices.map { index -> (range: Range<Int>, term: Int) in
      let term = terms[index]
      let start = side == .source ? term.start : term.targetStart
      let end = side == .source ? term.end : term.targetEnd
      return (start..<max(start, end), index)
    }.sorted { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
    var finder = ScalarOffsets(text)
    var runs: [TermRun] = []
    var position = 0
    for span in spans where !span.range.isEmpty && span.range.lowerBound >= 0 {
      guard let start = finder.byteOffset(ofScalar: span.range.lowerBound) else { continue }
      guard start >= position else {
        // Merged in English: the same slice for both.
        if let last = runs.last, last.bytes.lowerBound == start, !last.terms.isEmpty {
          runs[runs.count - 1].terms.append(span.term)
        }
        continue
      }
      var probe = finder
      guard let end = probe.byteOffset(ofScalar: span.range.upperBound) else { continue }
      if start > position { runs.append(TermRun(bytes: position..<start, terms: [])) }
      runs.append(TermRun(bytes: start..<end, terms: [span.term]))
      position = end
    }
    let count = text.utf8.count
    if position < count { runs.append(TermRun(bytes: position..<count, terms: [])) }
    return runs
  }
}

/// Turns ascending code point offsets of a text into byte offsets, in one pass.
struct ScalarOffsets {
  private let text: String.UTF8View
  private var index: String.UTF8View.Index
  private var byte = 0
  private var scalar = 0

  init(_ text: String) {
    self.text = text.utf8
    index = self.text.startIndex
  }

  /// The byte at which code point `offset` starts (or the text ends), nil past the end.
  ///
  /// Offsets must ascend; a smaller one than before starts over.
  mutating func byteOffset(ofScalar offset: Int) -> Int? {
    if offset < scalar {
      index = text.startIndex
      byte = 0
      scalar = 0
    }
    while scalar < offset {
      guard index < text.endIndex else { return nil }
      repeat {
        index = text.index(after: index)
        byte += 1
      } while index < text.endIndex && text[index] & 0xC0 == 0x80
      scalar += 1
    }
    return byte
  }

  /// The code point that holds byte `offset`: the other way round, for findings.
  static func scalarOffset(ofByte offset: Int, in text: String) -> Int {
    var count = 0
    for byte in text.utf8.prefix(max(0, offset)) where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension String {
  /// The slice at a range of UTF-8 bytes.
  func slice(_ bytes: Range<Int>) -> Substring.UTF8View {
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return self.utf8[start..<utf8.index(start, offsetBy: bytes.count)]
  }
}
