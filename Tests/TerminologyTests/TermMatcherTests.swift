import Bitext
import French
import TestSupport
import Testing

@testable import Terminology

@Suite struct TermMatcherTests {
  private static let rows = """
    fr\ten\tkind\tfr_gram\tforms\twhen
    ministre\tminister\toffice\tmf\t\t
    Premier ministre\tprime minister\toffice\tm\t\t
    directeur général\tdirector general\toffice\tm\t\t
    turc\tTurkish\tnationality\t\tturque|turques\t
    Le Caire\tCairo\tplace\tm\t\t
    mer Noire\tBlack Sea\tplace\tf\t\t
    Haut-Karabakh\tNagorno-Karabakh\tplace\tm\t\t
    Nations unies\tUnited Nations\torganization\tfp\t\t
    ONU\tUN\torganization\tf\t\t
    Tours\tTours\tplace\tm\t\tafter:à,de
    Vladimir /Poutine/\tVladimir /Putin/\tperson\tm\t\t
    Bâle\tBasel\tplace\tf\t\t
    Gareth /Bale/\tGareth /Bale/\tperson\tm\t\t
    Ézéchiel\tEzekiel\tperson\tm\t\t
    École de l'énergie atomique\tAtomic Energy School\torganization\tf\t\t
    cours\tprice\tother\tm\t\tnear:bourse
    Manche\tManche\tplace\tf\t\tclose:préfet
    Fès\tFez\tplace\tm\t\t

    """

  private struct Nearby: NearbyWords {
    var words: Set<UInt64>
    func mentions(_ folded: UInt64) -> Bool { words.contains(folded) }
  }

  /// "Le Caire=Cairo" for the longest hit at each token.
  private func found(_ text: String) throws -> [String] {
    let inflection = try NominalInflection(EmbeddedData.file("French/nominal-inflection.tsv"))
    let glossary = try GlossaryReader(file: "test.tsv").read(Array(Self.rows.utf8))
    let bytes = GlossaryCompiler.compile([glossary], inflection: inflection)
    let compiled = try #require(CompiledGlossary(MappedBytes(bytes)))
    let matcher = TermMatcher([compiled])
    let source = Array(text.utf8)
    let table = Tokenizer().tokenize(source)
    let nearby = Nearby(words: Set(table.folded))
    var result: [String] = []
    var next = 0
    for hit in matcher.hits(in: table, of: source, nearby: nearby)
    where hit.tokens.lowerBound >= next {
      let range = table.bounds(hit.tokens).range
      let surface = String(decoding: source[range], as: UTF8.self)
      result.append(surface + "=" + MatchedTerm(glossary: compiled, index: hit.term).target)
      next = hit.tokens.upperBound
    }
    return result
  }

  @Test(arguments: [
    (
      "La Première ministre et les Premiers ministres",
      ["Première ministre=prime minister", "Premiers ministres=prime minister"]
    ),
    ("il administre la ville", []),
    ("la directrice générale", ["directrice générale=director general"]),
    ("l'armée turque", ["turque=Turkish"]),
    ("au bord de la mer Noire", ["mer Noire=Black Sea"]),
    ("il est rentré du Caire", [" Caire=Cairo"]),
    ("dans le Haut Karabakh", ["Haut Karabakh=Nagorno-Karabakh"]),
    ("l'O.N.U. et l'ONU, pas onu", ["O.N.U.=UN", "ONU=UN"]),
    ("les Nations Unies", ["Nations Unies=United Nations"]),
    ("trois tours de piste", []),
    ("il vit à Tours", ["Tours=Tours"]),
    ("MER NOIRE : POUTINE ARRIVE", ["MER NOIRE=Black Sea", "POUTINE=Vladimir Putin"]),
    ("à Bâle", ["Bâle=Basel"]),
    ("le préfet de la Manche", ["Manche=Manche"]),
    ("le préfet a dit hier soir à la radio que ce bateau coulé dans la Manche brûlait", []),
    ("de FES, pas le FES", []),
    ("Ezéchiel et Ezechiel, pas Ezèchiel", ["Ezéchiel=Ezekiel", "Ezechiel=Ezekiel"]),
    ("l'Ecole de l'Energie Atomique", ["Ecole de l'Energie Atomique=Atomic Energy School"]),
    ("voir www.onu.fr/ONU", []),
    ("au cours de la réunion", []),
    ("à la Bourse, les cours montent", ["cours=price"]),
  ])
  func `finds terms in their forms`(text: String, expected: [String]) throws {
    #expect(try found(text) == expected)
  }
}
