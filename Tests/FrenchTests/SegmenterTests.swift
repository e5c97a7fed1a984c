import Bitext
import Foundation
import TestSupport
import Testing

@testable import French

private let segmenter = Result {
  try Segmenter(abbreviations: EmbeddedData.file("French/abbreviations.tsv"))
}

/// The sentences of `text`, as written.
private func sentences(_ text: String) throws -> [String] {
  let normalized = Normalizer().normalize(Array(text.utf8))
  return try segmenter.get().sentences(of: normalized).map {
    String(decoding: normalized.sourceBytes(of: $0), as: UTF8.self)
  }
}

@Suite struct SegmenterTests {
  /// A bar marks each place where a sentence ends and another begins.
  @Test(arguments: [
    "Il pleut.| Rentrons !| Où ça ?| Chez nous.",
    "Un titre sans point",
    "Sommet de Riga : ce qu'il faut en attendre",
    // Titles, ranks, other abbreviations.
    "M. Lerat a vu Mme. Petit et le Dr. Blanc.| Il est parti.",
    "Le gén. Morin et le col. Duval ont salué S. Exc. Mgr. Roche.| Fin.",
    "Les MM. Roy, Me. Leduc et le Pr. Ney plaident.",
    "L'art. 5, le vol. II et la p. 12 le disent.| L'art. 6 aussi.",
    "Voir fig. B, chap. 3 et n°. 7.| Voir aussi t. XIV.",
    "Des pommes, des poires, etc.| Puis il a payé.",
    "Des pommes, des poires, etc. sont à vendre.",
    "Un pays froid, p. ex. Terre-Neuve.| Oui.",
    "Rome naît en 753 av. J.-C. selon la légende.| Elle croît.",
    "Rome naît en 753 av. J.-C.| Elle croît.",
    "C'était le 14 juil.| Le défilé passait.",
    "Né le 3 févr. 1950 à Lens.",
    "Elle travaille chez Bricorama Inc.| Son frère aussi.",
    "Le groupe Durand et Cie. Bretagne a fermé.",
    // Initials, acronyms, lone letters.
    "J. D. Martel et A.-M. Roux ont écrit.| G.W. Dupuis a lu.",
    "P. Le Goff est élu.",
    "Il prend de la vitamine C. | Le médecin insiste.",
    "C'est le plan B. | Paris approuve.",
    "L'U.R.S.S. a disparu.| En U.R.S.S. | Les gens attendaient.",
    "Le code, articles L. 642 et R. 12, le prévoit.",
    // Numbers and lists.
    "1. Introduction",
    "1.2. Les faits",
    "IV. Le bilan",
    "A. Les causes",
    "Chapitre 1. Le départ",
    "Rendez-vous à 10 h. 30 devant la gare.",
    "Il y en a 3.14 ou 1.234,56 selon www.exemple.fr et lui.",
    "C'était en 2008.| 23 personnes étaient là.",
    "Tél. 12, réf. 34.",
    // Ellipses.
    "Il hésite… | Puis il part.",
    "Il hésite... puis il part.| Et... rien.",
    "Il a dit (...) que non.| [...] Ensuite il est parti.",
    "... Et puis rien.",
    // Quotations.
    "« Je pars. »| Elle est restée.",
    "«\u{A0}Je pars.\u{202F}»| Elle est restée.",
    "« Quoi ? » demanda-t-il.| « Non ! », dit-elle.",
    "Elle a dit : « Je pars.| Je ne reviens pas. »| Il pleure.",
    "« Le pays est en paix », assure-t-il.| « Qu'on se le dise. »",
    "\"Stop.\"| Elle rit.| “Assez !”| Il rit.",
    "Il crie : \" Assez ! \"| Elle rit.",
    "Il se tait. | \" Assez. \" dit-elle.",
    "Il vient (le soir).| (Elle aussi.)| Fin.",
    "Le film « Où vas-tu ? » est sorti.",
    // Dialogues.
    "– Bonjour.| – Salut !| — Ça va ?| — Oui.",
    "- Bonjour. | - Salut !",
    "Il est là – enfin ! – et il reste.",
    // Marks inside.
    "Elle aime Yahoo! Actualités.",
    "Quoi ?!| Rien.| Vraiment ?...| Oui.",
    "Hélas ! trois fois hélas !",
    "Il l'a dit.²| Elle aussi.[12]| Fin.",
    "C'est dit (!) Paris attend.",
    "Il a 20 ans.|Il en paraît 30.",
    "Photo Gare10.JPG ici.",
    "L'iPhone est sorti.| iPhone ou pas, il dort.",
    "Merci.| 🎉 Bravo !",
    "Merci. 🎉",
    "東京です。|大阪です。",
    "", "   ", "...", "« »",
  ])
  func `ends sentences where a reader does`(marked: String) throws {
    let expected = marked.split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    #expect(try sentences(marked.replacing("|", with: "")) == expected)
  }

  @Test func `leaves nothing out`() throws {
    let text = "  Un. « Deux ? » – Trois…  Quatre\u{AD} "
    #expect(try sentences(text) == ["Un.", "« Deux ? »", "– Trois…", "Quatre\u{AD}"])
  }

  @Test(arguments: [
    "M. ", "« ", "\" ", "(((", "… ", "a.", "A. ", "! ", "… – ", "mot ", "[1", ". ..",
  ])
  func `takes linear time`(unit: String) throws {
    let text = Array(String(repeating: unit, count: 100_000).utf8)
    let found = try segmenter.get().sentences(of: Normalizer().normalize(text))
    #expect(found.count <= 100_000)
  }

  @Test func `refuses a row with an unknown rule`() {
    #expect(throws: DataError.value(file: "abbreviations.tsv", line: 2, cell: "maybe")) {
      try Segmenter(abbreviations: MappedBytes(Array("# x\nM.\tmaybe\t-\n".utf8)))
    }
  }

  /// The evaluation kit beside the checkout, if it is there.
  private static let evaluation: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "shared/eval/segmentation-dev.jsonl").path
    return FileManager.default.isReadableFile(atPath: path) ? path : nil
  }()

  private struct Paragraph: Decodable {
    var text: String
    var sentences: [String]
  }

  @Test(.enabled(if: evaluation != nil))
  func `agrees with the treebank in 99 of 100 boundaries`() throws {
    let path = try #require(Self.evaluation)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var common = 0
    var wanted = 0
    var given = 0
    for line in lines {
      let paragraph = try JSONDecoder().decode(Paragraph.self, from: Data(line.utf8))
      let gold = Self.boundaries(paragraph.sentences)
      let found = Self.boundaries(try sentences(paragraph.text))
      common += gold.intersection(found).count
      wanted += gold.count
      given += found.count
    }
    let score = 200 * Double(common) / Double(wanted + given)
    #expect(score >= 99.3)
  }

  /// Where sentences end, counted in characters that are no white space; the last end is given.
  private static func boundaries(_ sentences: [String]) -> Set<Int> {
    var count = 0
    return Set(
      sentences.dropLast().map { sentence in
        count += sentence.unicodeScalars.count { !$0.properties.isWhitespace }
        return count
      })
  }
}
