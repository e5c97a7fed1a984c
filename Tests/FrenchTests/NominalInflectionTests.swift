import Bitext
import French
import TestSupport
import Testing

struct NominalInflectionTests {
  let inflection: NominalInflection

  init() throws {
    inflection = try NominalInflection(EmbeddedData.file("French/nominal-inflection.tsv"))
  }

  @Test(arguments: [
    ("acteur", "acteurs"), ("journal", "journaux"), ("festival", "festivals"), ("prix", "prix"),
    ("bureau", "bureaux"), ("enjeu", "enjeux"), ("pneu", "pneus"), ("bijou", "bijoux"),
    ("clou", "clous"), ("travail", "travaux"), ("rail", "rails"), ("œil", "yeux"),
    ("monsieur", "messieurs"), ("final", "finals finaux"), ("match", "matchs matches"),
    ("porte-parole", "porte-parole porte-paroles"), ("vice-président", "vice-présidents"),
    ("nez", "nez"), ("Général", "Généraux"), ("Monsieur", "Messieurs"),
  ])
  func `forms plurals`(singular: String, expected: String) {
    #expect(inflection.plurals(of: singular).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("acteur", "actrice"), ("président", "présidente"), ("gardien", "gardienne"),
    ("infirmier", "infirmière"), ("danseur", "danseuse"), ("chanteur", "chanteuse"),
    ("lecteur", "lectrice"), ("ministre", "ministre"), ("chef", "cheffe chef"),
    ("veuf", "veuve"), ("époux", "épouse"), ("député", "députée"), ("roi", "reine"),
    ("champion", "championne"), ("colonel", "colonelle"), ("avocat", "avocate"),
    ("préfet", "préfète"), ("Turc", "Turque"), ("Algérien", "Algérienne"), ("Roi", "Reine"),
  ])
  func `forms feminines of nouns`(masculine: String, expected: String) {
    #expect(inflection.feminines(of: masculine).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("turc", "turque"), ("heureux", "heureuse"), ("actif", "active"), ("premier", "première"),
    ("ancien", "ancienne"), ("national", "nationale"), ("nouveau", "nouvelle"),
    ("blanc", "blanche"), ("public", "publique"), ("grec", "grecque"), ("net", "nette"),
    ("complet", "complète"), ("supérieur", "supérieure"), ("meilleur", "meilleure"),
    ("rouge", "rouge"), ("long", "longue"), ("doux", "douce"), ("gros", "grosse"),
    ("aigu", "aiguë aigüe"), ("joli", "jolie"), ("chic", "chic"), ("gentil", "gentille"),
    ("américain", "américaine"), ("européen", "européenne"), ("idiot", "idiote"),
  ])
  func `forms feminines of adjectives`(masculine: String, expected: String) {
    #expect(inflection.feminines(of: masculine, as: .adjective).joined(separator: " ") == expected)
  }
}
