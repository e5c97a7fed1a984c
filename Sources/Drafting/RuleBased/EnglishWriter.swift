internal import Bitext
internal import English

/// Writes the words of a draft: spaces, capitals, a or an, spelling, links.
struct EnglishWriter {
  private(set) var output: [UInt8] = []
  private(set) var links: [DraftLink] = []
  var placements: [Range<Int>?]
  /// The next word begins the sentence.
  var capitalizes: Bool
  private var needsSpace = false
  /// Tokens of an indefinite article that waits for the word after it.
  private var indefinite: Range<Int>?
  private let article: Article
  private let spelling: Spelling?

  init(article: Article, spelling: Spelling?, matches: Int, capitalizes: Bool, capacity: Int) {
    self.article = article
    self.spelling = spelling
    self.capitalizes = capitalizes
    placements = [Range<Int>?](repeating: nil, count: matches)
    output.reserveCapacity(capacity)
  }

  var isEmpty: Bool { output.isEmpty }

  /// Writes a word or several as they stand, after a space if one is due.
  mutating func write(_ word: UnsafeRawBufferPointer, _ tokens: Range<Int>) {
    guard !word.isEmpty else { return }
    settleArticle(before: word)
    let start = begin()
    if let spelling, let british = spelling.british(word) {
      output += british
    } else {
      output.append(contentsOf: word)
    }
    end(start, tokens)
  }

  mutating func write(_ word: StaticString, _ tokens: Range<Int>) {
    word.withUTF8Buffer { write(UnsafeRawBufferPointer($0), tokens) }
  }

  mutating func write(_ word: [UInt8], _ tokens: Range<Int>) {
    word.withUnsafeBytes { write($0, tokens) }
  }

  /// Writes a recognised term and notes where it stands.
  mutating func write(term: Int, _ target: String, _ tokens: Range<Int>) {
    var target = target
    target.withUTF8 { bytes in
      settleArticle(before: UnsafeRawBufferPointer(bytes))
      let start = begin()
      output.append(contentsOf: bytes)
      end(start, tokens)
      if placements.indices.contains(term) { placements[term] = start..<output.count }
    }
  }

  /// "a" or "an" before the word that comes next.
  mutating func writeIndefiniteArticle(_ tokens: Range<Int>) { indefinite = tokens }

  /// Writes a mark without a space before it: a comma, a closing quotation mark, the ending of a genitive.
  mutating func attach(_ mark: StaticString, _ tokens: Range<Int>) {
    settleArticle(before: UnsafeRawBufferPointer(start: nil, count: 0))
    let start = output.count
    mark.withUTF8Buffer { output.append(contentsOf: $0) }
    links.append(DraftLink(tokens: tokens, target: start..<output.count))
    needsSpace = true
  }

  mutating func attach(_ bytes: some Collection<UInt8>, _ tokens: Range<Int>) {
    // "at 9 a.m." ends in the stop of the sentence.
    if output.last == UInt8(ascii: "."), bytes.elementsEqual(CollectionOfOne(UInt8(ascii: "."))) {
      links.append(DraftLink(tokens: tokens, target: output.count - 1..<output.count))
      needsSpace = true
      return
    }
    let start = output.count
    output.append(contentsOf: bytes)
    links.append(DraftLink(tokens: tokens, target: start..<output.count))
    needsSpace = true
  }

  /// Whether the last word is an auxiliary that takes "n't".
  func endsInContractible() -> Bool {
    let start = output.lastIndex { $0 == 0x20 || $0 == 0x22 }.map { $0 + 1 } ?? 0
    let word = output[start...].map { $0 | 0x20 }
    return Self.contractible.contains { word.elementsEqual($0.utf8) }
  }

  /// Whether the last word is "can", which "not" joins.
  func endsInCan() -> Bool {
    output.suffix(4).elementsEqual(" can".utf8)
      || output.map { $0 | 0x20 }.elementsEqual("can".utf8)
  }

  private static let contractible = [
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could",
    "should",
  ]

  /// Writes a mark that the next word follows without a space: an opening quotation mark.
  mutating func open(_ mark: StaticString, _ tokens: Range<Int>) {
    settleArticle(before: UnsafeRawBufferPointer(start: nil, count: 0))
    if needsSpace { output.append(0x20) }
    let start = output.count
    mark.withUTF8Buffer { output.append(contentsOf: $0) }
    links.append(DraftLink(tokens: tokens, target: start..<output.count))
    needsSpace = false
  }

  /// The next word follows without a space.
  mutating func join() { needsSpace = false }

  /// Puts `mark` inside the quotation marks just closed: American punctuation.
  mutating func insertBeforeClosingQuote(_ mark: UInt8, _ tokens: Range<Int>) -> Bool {
    guard let last = output.last, last == 0x22, output.count > 1 else { return false }
    let before = output[output.count - 2]
    if before == mark || before == 0x21 || before == 0x3F || before == 0x2E || before == 0x2C {
      return mark == 0x2C || before == mark
    }
    output.insert(mark, at: output.count - 1)
    links.append(DraftLink(tokens: tokens, target: output.count - 2..<output.count - 1))
    return true
  }

  private mutating func settleArticle(before word: UnsafeRawBufferPointer) {
    guard let tokens = indefinite else { return }
    indefinite = nil
    if word.elementsEqual("other".utf8) {
      write("an", tokens)
      needsSpace = false
      return
    }
    if article.takesAn(word) { write("an", tokens) } else { write("a", tokens) }
  }

  private mutating func begin() -> Int {
    if needsSpace { output.append(0x20) }
    return output.count
  }

  private mutating func end(_ start: Int, _ tokens: Range<Int>) {
    needsSpace = true
    if capitalizes { capitalize(start) }
    capitalizes = false
    links.append(DraftLink(tokens: tokens, target: start..<output.count))
  }

  private mutating func capitalize(_ start: Int) {
    guard start < output.count else { return }
    let first = output[start]
    if first >= 0x61, first <= 0x7A { output[start] = first & 0xDF }
    if first == 0xC3, start + 1 < output.count, output[start + 1] >= 0xA0, output[start + 1] != 0xB7
    {
      output[start + 1] &= 0xDF
    }
  }

  /// The draft, with the doubts of the transfer.
  func draft(doubts: [Draft.Doubt]) -> Draft {
    Draft(
      text: String(decoding: output, as: UTF8.self), links: links, placements: placements,
      doubts: doubts)
  }
}
