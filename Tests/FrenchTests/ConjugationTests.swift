import Bitext
import French
import TestSupport
import Testing

struct ConjugationTests {
  let conjugation: Conjugation

  init() throws {
    conjugation = try Conjugation(
      paradigms: EmbeddedData.file("French/conjugation.tsv"),
      verbs: EmbeddedData.file("French/verb-paradigms.tsv"))
  }

  static let future3: Morphology = [.indicative, .future, .third, .singular]
  static let past3: Morphology = [.indicative, .past, .third, .plural]
  static let present1p: Morphology = [.indicative, .present, .first, .plural]
  static let present3: Morphology = [.indicative, .present, .third, .singular]
  static let imperfect3: Morphology = [.indicative, .imperfect, .third, .singular]
  static let subjunctive3: Morphology = [.subjunctive, .present, .third, .singular]
  static let conditional3p: Morphology = [.conditional, .present, .third, .plural]
  static let subjunctivePast3: Morphology = [.subjunctive, .imperfect, .third, .singular]
  static let gerund: Morphology = [.participle, .present]
  static let participle: Morphology = [.participle, .past, .feminine, .singular]

  @Test(arguments: [
    ("manger", present1p, "mangeons"), ("manger", imperfect3, "mangeait"),
    ("placer", imperfect3, "plaçait"), ("placer", past3, "placèrent"),
    ("appeler", future3, "appellera"), ("acheter", present3, "achète"),
    ("céder", future3, "cédera cèdera"), ("payer", present3, "paie paye"),
    ("envoyer", future3, "enverra"), ("protéger", present3, "protège"),
    ("ruisseler", present3, "ruisselle ruissèle"), ("créer", present3, "crée"),
    ("finir", subjunctive3, "finisse"), ("haïr", present3, "hait"), ("aller", future3, "ira"),
    ("obtenir", past3, "obtinrent"), ("conquérir", past3, "conquirent"),
    ("mourir", future3, "mourra"), ("accueillir", future3, "accueillera"),
    ("recevoir", present3, "reçoit"), ("revoir", future3, "reverra"),
    ("prévoir", future3, "prévoira"), ("savoir", subjunctive3, "sache"),
    ("devoir", participle, "due"), ("pouvoir", conditional3p, "pourraient"),
    ("falloir", subjunctive3, "faille"), ("vouloir", subjunctive3, "veuille"),
    ("asseoir", present3, "assied assoit"), ("répondre", present3, "répond"),
    ("comprendre", past3, "comprirent"), ("combattre", present3, "combat"),
    ("soumettre", participle, "soumise"), ("craindre", imperfect3, "craignait"),
    ("convaincre", gerund, "convainquant"), ("extraire", gerund, "extrayant"),
    ("refaire", subjunctive3, "refasse"), ("connaître", present3, "connaît connait"),
    ("naître", past3, "naquirent"), ("croître", present3, "croît"),
    ("résoudre", past3, "résolurent"), ("inclure", participle, "incluse"),
    ("vivre", past3, "vécurent"), ("interdire", gerund, "interdisant"),
    ("rire", imperfect3, "riait"), ("décrire", past3, "décrivirent"),
    ("conduire", past3, "conduisirent"), ("être", subjunctivePast3, "fût"),
    ("avoir", subjunctive3, "ait"), ("répartir", present1p, "répartissons"),
    ("repartir", present1p, "repartons"), ("interroger", past3, "interrogèrent"),
    ("bruire", present1p, ""), ("souffrir", participle, "soufferte"),
  ])
  func `conjugates`(infinitive: String, morphology: Morphology, expected: String) {
    let forms = conjugation.forms(of: infinitive).filter { $0.morphology == morphology }
    #expect(forms.map(\.form).joined(separator: " ") == expected)
  }

  @Test func `has no forms of what is no infinitive`() {
    for word in ["maison", "", "e", "ire", "re", "é"] {
      _ = conjugation.forms(of: word)
    }
    #expect(conjugation.forms(of: "maison").isEmpty)
  }
}
