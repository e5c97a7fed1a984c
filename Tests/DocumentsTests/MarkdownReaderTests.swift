import Bitext
import Foundation
import Testing

@testable import Documents

struct MarkdownReaderTests {
  static let fixture: [UInt8] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/everything.fr.md")
    return (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
  }()

  /// The role and the text, markup in ⟦ ⟧, atoms in ⟪ ⟫ and characters in { }.
  static func marked(_ paragraph: SourceParagraph) -> String {
    var output: [UInt8] = []
    var position = 0
    for span in paragraph.inert {
      output += paragraph.text[position..<span.range.lowerBound]
      if case .character(let scalar) = span.kind {
        output.put("{\(scalar)}")
        position = span.range.upperBound
        continue
      }
      output.put(span.kind == .markup ? "⟦" : "⟪")
      output += paragraph.text[span.range.range]
      output.put(span.kind == .markup ? "⟧" : "⟫")
      position = span.range.upperBound
    }
    output += paragraph.text[position...]
    return "\(paragraph.role.name): " + String(decoding: output, as: UTF8.self)
  }

  static func joined(_ paragraphs: [SourceParagraph]) -> [UInt8] {
    paragraphs.flatMap { $0.leading + $0.text + $0.trailing }
  }

  @Test func `reads every construct`() {
    let paragraphs = MarkdownReader.paragraphs(of: Self.fixture)
    #expect(Self.joined(paragraphs) == Self.fixture)
    let expected = #"""
      verbatim: ---
      title: Visite à Oslo
      ---
      heading: La ⟦**⟧ministre⟦**⟧ à Oslo
      heading: Titre souligné
      paragraph: Le ⟦*⟧président⟦*⟧ ⟦**⟧norvégien⟦**⟧ a reçu l’⟦_⟧envoyée⟦_⟧ ⟦~~⟧hier⟦~~⟧ samedi,
      d’après le ⟦[⟧journal ⟦**⟧officiel⟦**⟧⟦](https://exemple.org/a_(b) "Le \"titre\"")⟧ et ⟦[⟧la note⟦][n]⟧.
      Voir aussi ⟦[⟧cet avis⟦]⟧, ⟪<https://exemple.org>⟫ et ⟪`code | **brut**`⟫.
      quote: La citation d’un témoin,
      ⟦> ⟧sur ⟦**⟧deux
      ⟦> ⟧lignes⟦**⟧, avec ⟪`du
      > code`⟫.
      quote: Une réponse.
      list-item: Un point
      ⟦  ⟧sur deux lignes
      list-item: un sous-point {é}crit ⟪&amp;⟫ relu &inconnu; ici
      list-item: une tâche faite
      list-item: Premier
      list-item: Autre liste
      cell: Pays
      cell: Capitale ⟪\|⟫ siège
      cell: La ⟦*⟧Norvège⟦*⟧
      cell: Oslo
      cell: Le ⟪`a\|b`⟫
      cell: ⟦[⟧Berne⟦](x)⟧
      paragraph: Adresse :
      paragraph: 10, rue du Port
      paragraph: 75001 Paris
      verbatim: ```swift
      let x = "Le président"
      ```
      verbatim: du code en retrait

      verbatim: <div>
      Le bloc HTML
      </div>
      paragraph: Une ⟪![image *rare*](i.png)⟫ et ⟦[⟧⟪![logo](l.png)⟫⟦](https://exemple.org)⟧, du ⟦<b>⟧gras⟦</b>⟧⟪<br>⟫ et 5 ⟪\*⟫ 3 ⟦*⟧⟦**⟧fort⟦**⟧⟦*⟧.
      Une note⟦[^1]⟧ suit.
      paragraph: Le texte de la note.
      paragraph: Fin « du document » {©} 2024
      """#
    #expect(paragraphs.map(Self.marked).joined(separator: "\n") == expected)
  }

  @Test(arguments: [
    "", "\n", "\r\n\r\n", "Un\rdeux\r\rtrois", "\u{FEFF}# Titre\r\n\r\nTexte  \r\nsuite\r\n",
    "---\npas de fin", "---\n---\n", "[^1]:", "| a |\n| - |", "|a|b|\n|-|-|\n|c|\n|d|e|f|\n", "***",
    "![", "a\\",
    "* a\n\n      code\n\n> ```\n> x\n", "<!-- a\n\nb -->\n\nc", "&#0; &#x41; &amp;amp;",
    "`` a`b ``",
  ])
  func `keeps every byte`(text: String) {
    let file = Array(text.utf8)
    let paragraphs = MarkdownReader.paragraphs(of: file)
    #expect(Self.joined(paragraphs) == file)
    for paragraph in paragraphs { #expect(Self.isSound(paragraph)) }
  }

  @Test func `keeps every byte of damaged files`() {
    var random = Seeded(state: 42)
    let alphabet = Array("*_`[]()<>!|\\\n\r #-&;~:> \t1.é".utf8)
    for _ in 0..<400 {
      var file = Self.fixture
      for _ in 0..<random.next(12) {
        let at = random.next(file.count)
        switch random.next(3) {
        case 0: file.remove(at: at)
        case 1: file.insert(alphabet[random.next(alphabet.count)], at: at)
        default: file[at] = alphabet[random.next(alphabet.count)]
        }
      }
      let paragraphs = MarkdownReader.paragraphs(of: file)
      #expect(Self.joined(paragraphs) == file)
      for paragraph in paragraphs { #expect(Self.isSound(paragraph)) }
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: ">", count: 50_000) + "a", String(repeating: "- ", count: 50_000) + "a",
      String(repeating: "[", count: 50_000), String(repeating: "*a ", count: 50_000),
      String(repeating: "|", count: 50_000) + "\n" + String(repeating: "|-", count: 25_000),
      String(repeating: "![[](", count: 20_000), String(repeating: "`a``", count: 20_000),
      String(repeating: "<a ", count: 30_000), String(repeating: "&amp", count: 30_000),
    ])
  func `reads hostile files in time`(text: String) {
    let file = Array(text.utf8)
    #expect(Self.joined(MarkdownReader.paragraphs(of: file)) == file)
  }

  private static func isSound(_ paragraph: SourceParagraph) -> Bool {
    var position = 0
    for span in paragraph.inert {
      if span.range.lowerBound < position || span.range.isEmpty { return false }
      position = span.range.upperBound
    }
    return position <= paragraph.text.count
  }
}

/// Numbers that are the same in every run.
struct Seeded {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }
}
