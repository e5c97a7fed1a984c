import Bitext
import Testing

@testable import Documents

struct MarkupReinsertionTests {
  /// A case: Markdown, bare English, the words that belong together, English with its markup.
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var target: String
    var links: String
    var expected: String
    var testDescription: String { source }
  }

  /// `"mot=word"` pairs, parted by spaces; `_` stands for a space in a word.
  private static func links(
    _ text: String, in paragraph: SourceParagraph, _ target: String
  ) -> [(source: Range<Int>, target: Range<Int>)] {
    let source = String(decoding: paragraph.text, as: UTF8.self)
    return text.split(separator: " ").compactMap { pair in
      let words = pair.split(separator: "=").map { $0.replacing("_", with: " ") }
      guard words.count == 2, let from = source.ranges(of: words[0]).first,
        let to = target.ranges(of: words[1]).first
      else { return nil }
      return (bytes(from, in: source), bytes(to, in: target))
    }
  }

  private static func bytes(_ range: Range<String.Index>, in text: String) -> Range<Int> {
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return start..<text.utf8.distance(from: text.startIndex, to: range.upperBound)
  }

  @Test(arguments: [
    Case(
      source: "le **président** russe parle", target: "the Russian president speaks",
      links: "président=president russe=Russian parle=speaks",
      expected: "the Russian **president** speaks"),
    Case(
      source: "le [*président* russe](u \"t\")", target: "the Russian president",
      links: "le=the président=president russe=Russian",
      expected: "the [Russian *president*](u \"t\")"),
    Case(
      source: "**La ministre** *turque* part", target: "The Turkish minister leaves",
      links: "La=The ministre=minister turque=Turkish part=leaves",
      expected: "**The *Turkish* minister** leaves"),
    Case(
      source: "_a_ et [b][r]", target: "and", links: "et=and", expected: "_[and][r]_"),
    Case(
      source: "Voir `x` et ![i](j)[^1].", target: "See \u{FFFC} and \u{FFFC}.",
      links: "Voir=See et=and", expected: "See `x` and ![i](j)[^1]."),
    Case(
      source: "Voir `x`", target: "See", links: "Voir=See", expected: "See`x`"),
    Case(
      source: "***fort*** mot", target: "strong word", links: "fort=strong mot=word",
      expected: "***strong*** word"),
    Case(
      source: "> a **b\n> c** d", target: "a c d b", links: "a=a b=b c=c d=d",
      expected: "a **c d b**"),
    Case(
      source: "[le *mot*][] [zut]", target: "the word drat", links: "le=the mot=word zut=drat",
      expected: "[the *word*][le *mot*] [drat][zut]"),
    Case(
      source: "*les* **élus** votent", target: "“officials” vote",
      links: "les=officials élus=officials votent=vote", expected: "“***officials***” vote"),
    Case(
      source: "[a](u) [b](v)", target: "x", links: "a=x b=x", expected: "[x](u)[](v)"),
    Case(
      source: "l’<b>été</b><br>", target: "the summer\u{FFFC}", links: "été=summer",
      expected: "the <b>summer</b><br>"),
  ])
  func `puts marks around the English of their words`(row: Case) throws {
    let paragraph = try #require(
      MarkdownReader.paragraphs(
        of: Array((row.source + "\n\n[r]: /u\n[zut]: /z\n[le *mot*]: /v").utf8)
      ).first)
    let marked = ParagraphMarkup(of: paragraph).marked(
      row.target, sentence: 0..<paragraph.text.count,
      links: Self.links(row.links, in: paragraph, row.target))
    #expect(marked.text == row.expected)
  }

  @Test func `leads from the bare text to the marked one`() throws {
    let paragraph = try #require(
      MarkdownReader.paragraphs(of: Array("un **mot** `c` fin".utf8)).first)
    let target = "a word \u{FFFC} end"
    let marked = ParagraphMarkup(of: paragraph).marked(
      target, sentence: 0..<paragraph.text.count,
      links: Self.links("mot=word", in: paragraph, target))
    #expect(marked.text == "a **word** `c` end")
    for (bare, expected) in [(2..<6, "word"), (0..<1, "a"), (7..<10, "`c`"), (11..<14, "end")] {
      let range = marked.range(of: bare)
      #expect(String(decoding: Array(marked.text.utf8)[range], as: UTF8.self) == expected)
    }
  }

  @Test func `keeps marks that go over sentences`() throws {
    let text = "**Un mot. Deux** mots."
    let paragraph = try #require(MarkdownReader.paragraphs(of: Array(text.utf8)).first)
    let first = ParagraphMarkup(of: paragraph).marked(
      "A word.", sentence: 0..<9, links: [(2..<4, 0..<1), (5..<8, 2..<6)])
    let second = ParagraphMarkup(of: paragraph).marked(
      "Two words.", sentence: 10..<22, links: [(10..<14, 0..<3), (17..<21, 4..<9)])
    #expect(first.text == "**A word.")
    #expect(second.text == "Two** words.")
  }

  @Test func `keeps every mark with any links`() {
    var random = Seeded(state: 7)
    for paragraph in MarkdownReader.paragraphs(of: MarkdownReaderTests.fixture)
    where paragraph.role != .verbatim && !paragraph.inert.isEmpty {
      for _ in 0..<50 {
        let target = "one two “three” four é five"
        let links = (0..<random.next(8)).map { _ -> (source: Range<Int>, target: Range<Int>) in
          let from = random.next(paragraph.text.count)
          let to = random.next(target.utf8.count)
          return (from..<(from + 1 + random.next(9)), to..<(to + random.next(9)))
        }
        let marked = ParagraphMarkup(of: paragraph).marked(
          target, sentence: 0..<paragraph.text.count, links: links)
        let spans = paragraph.inert.filter { $0.kind == .markup || $0.kind == .atom }
        let labels = MarkupPair.pairs(paragraph.inert, in: paragraph.text)
          .reduce(0) { $0 + $1.written.count - $1.close.count }
        let marks = spans.map { Array(paragraph.text[$0.range.range]) }
          .filter { !$0.allSatisfy { MarkdownInline.isPrefix($0) } }
        #expect(
          marked.text.utf8.count == target.utf8.count + labels + marks.reduce(0) { $0 + $1.count })
      }
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["**mot** ", "`x` ", "[mot](u) ", "*a **b** c* "])
  func `takes little time for many marks`(piece: String) throws {
    let text = String(repeating: piece, count: 1500)
    let paragraph = try #require(MarkdownReader.paragraphs(of: Array(text.utf8)).first)
    let links = (0..<1500).map { index -> (source: Range<Int>, target: Range<Int>) in
      (index * piece.utf8.count..<index * piece.utf8.count + 5, index * 5..<index * 5 + 4)
    }
    let target = String(repeating: piece.hasPrefix("`") ? "\u{FFFC}, " : "word ", count: 1500)
    let marked = ParagraphMarkup(of: paragraph).marked(
      target, sentence: 0..<paragraph.text.count, links: links)
    #expect(marked.text.utf8.count > target.utf8.count - 3001)
    #expect(marked.text.contains(piece.hasPrefix("`") ? "`x`, `x`" : "word word"))
  }
}
