package import Bitext

/// An English sentence with the markup of its French one.
package struct MarkedTarget: Sendable, Equatable {
  /// What was put in at a byte of the bare text.
  struct Edit: Sendable, Equatable {
    var offset: Int
    var removed: Int
    var inserted: Int
  }

  package fileprivate(set) var text: String
  private var edits: [Edit]

  init(text: String, edits: [Edit]) {
    self.text = text
    self.edits = edits
  }

  /// Where the bytes `range` of the bare English stand in `text`; marks at either end stay outside.
  package func range(of range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    for edit in edits {
      let isInsertion = edit.removed == 0
      if edit.offset < range.lowerBound || (isInsertion && edit.offset == range.lowerBound) {
        start += edit.inserted - edit.removed
      }
      if edit.offset < range.upperBound { end += edit.inserted - edit.removed }
    }
    return start..<max(start, end)
  }
}

/// The markup of a paragraph, ready to be put into the English of its sentences.
///
///     let markup = ParagraphMarkup(of: paragraph)
///     let marked = markup.marked("the Russian president", sentence: 0..<27, links: links)
///     // "le **président** russe" → "the Russian **president**"
package struct ParagraphMarkup: Sendable {
  private let text: [UInt8]
  private let pairs: [MarkupPair]
  /// Where each mark starts in the text and the pair it belongs to, in order.
  private let marks: [(offset: Int, pair: Int)]
  private let atoms: [InertSpan]

  package init(of paragraph: SourceParagraph) {
    text = paragraph.text
    pairs = MarkupPair.pairs(paragraph.inert, in: paragraph.text)
    atoms = paragraph.inert.filter { $0.kind == .atom }
    var marks: [(offset: Int, pair: Int)] = []
    for (index, pair) in pairs.enumerated() {
      marks.append((pair.content.lowerBound - (pair.isPoint ? 0 : pair.open.count), index))
      if !pair.close.isEmpty { marks.append((pair.content.upperBound, index)) }
    }
    self.marks = marks.sorted { ($0.offset, $0.pair) < ($1.offset, $1.pair) }
  }

  /// `target` with the marks of the sentence at `sentence` (bytes of the paragraph's text) around the
  /// English of the same words.
  ///
  /// `target` has U+FFFC where an atom stands; `links` pair bytes of the paragraph's text with bytes of
  /// `target`. Marks enclose all of their words' English, nest as Markdown needs, and appear once each; only
  /// the marks at the starts of lines (`> `) go, since the English is one line.
  package func marked(
    _ target: String, sentence: Range<Int>, links: [(source: Range<Int>, target: Range<Int>)]
  ) -> MarkedTarget {
    let from = marks.lowerBound { $0.offset < sentence.lowerBound }
    let to = marks.lowerBound { $0.offset < sentence.upperBound }
    let pairs = Set(marks[from..<max(from, to)].map(\.pair)).sorted()
      .compactMap { self.pairs[$0].clipped(to: sentence) }
    let firstAtom = atoms.lowerBound { $0.range.lowerBound < sentence.lowerBound }
    let atoms = atoms[firstAtom...].prefix { $0.range.upperBound <= sentence.upperBound }
    if atoms.isEmpty, pairs.isEmpty { return MarkedTarget(text: target, edits: []) }
    var placement = MarkupPlacement(target: Array(target.utf8), links: links)
    placement.placeAtoms(Array(atoms), of: text)
    placement.placeMarks(pairs)
    return placement.marked()
  }
}

extension Array {
  /// The first index whose element does not come before; the elements are in order.
  fileprivate func lowerBound(_ comesBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Marks that open and close the same thing, or one mark that stands alone.
struct MarkupPair: Equatable {
  var open: [UInt8] = []
  var close: [UInt8] = []
  /// The bytes of the source between the marks.
  var content: Range<Int>
  var isPoint = false
  /// What a link "[label]" or "[label][]" refers to: its words, which the English ones do not name.
  var label: [UInt8] = []

  /// The closing mark as it is written around the English.
  var written: [UInt8] {
    if label.isEmpty || close.isEmpty { return close }
    return Array("][".utf8) + label + [UInt8(ascii: "]")]
  }

  var isLink: Bool { open == [UInt8(ascii: "[")] || close.first == UInt8(ascii: "]") }

  /// Pairs the marks of a paragraph, outer before inner.
  static func pairs(_ spans: [InertSpan], in text: [UInt8]) -> [MarkupPair] {
    var pairs: [MarkupPair] = []
    var open: [Int] = []
    for span in spans where span.kind == .markup {
      let range = span.range.range
      let bytes = Array(text[range])
      if bytes.allSatisfy({ MarkdownInline.isPrefix($0) }) { continue }
      if bytes.starts(with: "[^".utf8) {
        let point = range.lowerBound..<range.lowerBound
        pairs.append(MarkupPair(open: bytes, content: point, isPoint: true))
      } else if let match = open.lastIndex(where: { closes(bytes, pairs[$0].open) }) {
        let index = open.remove(at: match)
        pairs[index].close = bytes
        pairs[index].content = pairs[index].content.lowerBound..<range.lowerBound
        if bytes == Array("]".utf8) || bytes == Array("][]".utf8) {
          putMarkdown(Array(text[pairs[index].content]), .block, into: &pairs[index].label)
        }
      } else {
        open.append(pairs.count)
        let content = range.upperBound..<max(range.upperBound, text.count)
        pairs.append(MarkupPair(open: bytes, content: content))
      }
    }
    return pairs
  }

  /// The part of the pair that is in a sentence: one of the marks may be in another one.
  func clipped(to sentence: Range<Int>) -> MarkupPair? {
    var pair = self
    let start = content.lowerBound
    let end = content.upperBound
    if isPoint { return (sentence.lowerBound...sentence.upperBound).contains(start) ? pair : nil }
    if !sentence.holds(start - open.count..<start) { pair.open = [] }
    if !sentence.holds(end..<end + close.count) { pair.close = [] }
    if pair.open.isEmpty, pair.close.isEmpty { return nil }
    let from = min(max(start, sentence.lowerBound), sentence.upperBound)
    pair.content = from..<max(from, min(end, sentence.upperBound))
    return pair
  }

  private static func closes(_ mark: [UInt8], _ open: [UInt8]) -> Bool {
    switch mark.first {
    case UInt8(ascii: "]"): return open == [UInt8(ascii: "[")]
    case UInt8(ascii: "<"):
      guard let tag = MarkdownTag(mark), let other = MarkdownTag(open) else { return false }
      return tag.isClosing && !other.isClosing && tag.name == other.name
    default: return mark == open
    }
  }
}

extension Range<Int> {
  fileprivate func holds(_ range: Range<Int>) -> Bool {
    lowerBound <= range.lowerBound && range.upperBound <= upperBound
  }
}
