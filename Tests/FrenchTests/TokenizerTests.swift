import Bitext
import Testing

@testable import French

@Suite struct TokenizerTests {
  /// Tokens in text, "+" after a token that a hyphen joins to the next, "*" for a contracted article.
  private func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let table = Tokenizer().tokenize(bytes)
    return table.indices.map { index in
      if table.flags[index].contains(.contracted) { return "*" }
      let range = Int(table.start[index])..<Int(table.end[index])
      let mark = table.flags[index].contains(.hyphenBefore) ? "+" : ""
      return mark + String(decoding: bytes[range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("L'État du Haut-Karabakh", ["L'", "État", "du", "*", "Haut", "+Karabakh"]),
    ("aujourd'hui, quelqu'un", ["aujourd'hui", ",", "quelqu'un"]),
    ("a-t-il dit", ["a", "+il", "dit"]),
    ("1 234,5 millions en 2020", ["1 234,5", "millions", "en", "2020"]),
    ("le 1er mai à 14h30", ["le", "1er", "mai", "à", "14h30"]),
    (
      "en U.R.S.S. avant 44 av. J.-C.",
      ["en", "U.R.S.S.", "avant", "44", "av", ".", "J", ".", "+C", "."]
    ),
    ("M. J. D. Vance", ["M", ".", "J", ".", "D", ".", "Vance"]),
    ("voir www.exemple.fr, ou a.b@c.fr.", ["voir", "www.exemple.fr", ",", "ou", "a.b@c.fr", "."]),
    ("20 ans.Il en a", ["20", "ans", ".", "Il", "en", "a"]),
    ("« Vive l'Ukraine ! »", ["«", "Vive", "l'", "Ukraine", "!", "»"]),
    ("Vive la 🇫🇷 !", ["Vive", "la", "🇫🇷", "!"]),
    ("Les élus... #metoo 54 %", ["Les", "élus", "...", "#metoo", "54", "%"]),
    ("la Première-ministre d’O'Brien", ["la", "Première", "+ministre", "d", "’", "O'Brien"]),
  ])
  func `cuts words, elisions, contractions and numbers`(text: String, tokens: [String]) {
    #expect(cut(text) == tokens)
  }

  @Test func `equates capitals, accents and dotted acronyms`() {
    let tokenizer = Tokenizer()
    func hashes(_ text: String) -> [UInt64] { tokenizer.tokenize(Array(text.utf8)).folded }
    #expect(hashes("ÉTATS-UNIS") == hashes("Etats Unis"))
    #expect(hashes("O.N.U.") == hashes("ONU"))
    #expect(hashes("Œuvre") == hashes("oeuvre"))
    #expect(hashes("pêche") == hashes("péché"))
    #expect(tokenizer.tokenize(Array("pêche péché".utf8)).exact.count == 2)
    let exact = tokenizer.tokenize(Array("pêche péché".utf8)).exact
    #expect(exact[0] != exact[1])
    #expect(exact[0] == Folding.exactHash("Pêche"))
  }

  @Test func `marks capitals and shouting`() {
    let table = Tokenizer().tokenize(Array("MACRON ET TRUMP A PARIS".utf8))
    #expect(table.flags.allSatisfy { $0.contains(.shouted) || $0.contains(.contracted) })
    let calm = Tokenizer().tokenize(Array("Le PDG de la SNCF".utf8))
    #expect(calm.flags.allSatisfy { !$0.contains(.shouted) })
    #expect(calm.flags[1].contains(.allCapitals))
  }
}
