internal import Bitext

/// The closed-class words that the grammar knows by name, in their full form: "l’" is `le`, "qu’" is `que`.
package enum FunctionWord: String, Sendable, CaseIterable {
  case none = ""
  // Articles and other determiners.
  case le, la, les, un, une, des, ce, cet, cette, ces, mon, ma, mes, ton, ta, tes, son, sa, ses,
    notre, nos
  case votre, vos, leur, leurs, tout, toute, tous, toutes, chaque, quelque, quelques, plusieurs
  case aucun, aucune, nul, nulle, certains, certaines, quel, quelle, quels, quelles, tel, telle,
    tels
  case telles, autre, autres, même, mêmes
  // Pronouns.
  case je, tu, il, elle, on, nous, vous, ils, elles, me, te, se, moi, toi, lui, eux, soi, y, en,
    cela, ça
  case ceci, celui, celle, ceux, celles, rien, personne, quelqu = "quelqu'un", quoi, qui, que, dont,
    où = "où"
  case lequel, laquelle, lesquels, lesquelles, duquel, auquel
  // Prepositions.
  case à = "à", de, dans, par, pour, sur, sans, avec, chez, vers, contre, entre, depuis, pendant,
    avant
  case après = "après", sous, jusque, dès = "dès", malgré = "malgré", selon, devant, derrière =
    "derrière"
  case durant, envers, hors, parmi, outre
  // Negation, degree, conjunctions.
  case ne, pas, plus, moins, jamais, point, guère = "guère", ni, non, aussi, très = "très", si,
    trop, mieux
  case autant, tant, peu, beaucoup, assez, bien, presque, environ, seulement, encore, toujours
  case déjà = "déjà", et, ou, mais, car, donc, or, comme, quand, lorsque, puisque, quoique, voici,
    voilà = "voilà"
  // Verbs with a grammar of their own, by lemma.
  case être = "être", avoir, voir, pouvoir, devoir, vouloir, falloir, aller, venir, faire, laisser,
    agir,
    exister
  case apparaître = "apparaître"
  case sembler, rester, paraître = "paraître", convenir, pleuvoir, suffire, arriver, naître =
    "naître"
  case mourir, partir, sortir, entrer, monter, descendre, tomber, devenir, revenir, parvenir,
    intervenir
  case décéder = "décéder", retourner, rentrer, survenir, provenir, advenir, repartir, falloirPart =
    "fallu"
}

/// Looks closed-class words up by the exact hash of a form or lemma.
package enum FunctionWords {
  private static let byHash = FormMap(
    FunctionWord.allCases.dropFirst().map { (FormHash.of($0.rawValue.utf8), $0) })

  private static let elided: FormMap<UInt64> = {
    let rows = [
      ("l'", "le"), ("d'", "de"), ("qu'", "que"), ("s'", "se"), ("n'", "ne"), ("c'", "ce"),
      ("j'", "je"), ("m'", "me"), ("t'", "te"), ("jusqu'", "jusque"), ("lorsqu'", "lorsque"),
      ("puisqu'", "puisque"), ("quoiqu'", "quoique"),
    ]
    return FormMap(rows.map { (FormHash.of($0.0.utf8), FormHash.of($0.1.utf8)) })
  }()

  /// The word of `form`, an exact hash as `canonical` gives it; `.none` if it has no name.
  package static func word(_ form: UInt64) -> FunctionWord { byHash[form] ?? .none }

  /// The hash of the full form of an elided word: "qu’" gives that of "que"; others are given back.
  package static func canonical(_ exact: UInt64) -> UInt64 { elided[exact] ?? exact }
}
