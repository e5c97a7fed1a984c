package import Bitext

/// When capitals of the text must agree with those of the headword.
package enum CaseRule: String, Sendable, Hashable, CaseIterable {
  /// A capital of the headword counts: "Tours" is no "tours".
  case name
  case any
  case exact
}

/// What English does with a term: article, number, noun of a demonym.
package struct EnglishGrammar: Sendable, Hashable {
  package var takesThe = false
  package var isPlural = false
  package var isMass = false
  /// Stays in lower case before a name: "spokesperson".
  package var isDescription = false
  /// The noun for one of them, where the adjective does not serve: "Turk".
  package var noun: String?
  /// The plural, where the rules do not give it: "Danes".
  package var plural: String?

  package init() {}
}

/// One row of a glossary: a French term of a concept and its English.
package struct GlossaryTerm: Sendable, Hashable {
  package var concept: String
  /// French headword without article and without the slashes of a family name.
  package var source: String
  /// The family name inside `source`: "Poutine".
  package var sourceFamily: String?
  package var target: String
  package var targetFamily: String?
  package var british: String?
  package var attributive: String?
  package var also: [String] = []
  package var kind: TermKind
  package var partOfSpeech: PartOfSpeech
  package var morphology: Morphology = []
  /// French uses the name without article: "Cuba".
  package var isArticleless = false
  package var english = EnglishGrammar()
  package var forms: [String] = []
  package var link: String?
  package var caseRule: CaseRule
  package var guards: [TermGuard] = []
  package var status: TermStatus = .preferred
  package var reference: String?
  package var note: String?
  package var origin: TermOrigin = .curated
  package var line: Int = 0

  package init(source: String, target: String, kind: TermKind) {
    self.source = source
    self.target = target
    self.kind = kind
    concept = ConceptID.make(kind: kind, target: target)
    let isName = source.hasUppercase
    partOfSpeech = kind == .nationality ? .adjective : isName ? .properNoun : .noun
    // Newspapers write «ministre de la Santé» and «ministre de la santé».
    caseRule = isName && kind != .portfolio ? .name : .any
  }
}

/// A file of terms, in order.
package struct Glossary: Sendable {
  /// The file as the user named it; for built-in ones "people-politics.tsv".
  package var name: String
  package var terms: [GlossaryTerm]

  package init(name: String, terms: [GlossaryTerm]) {
    self.name = name
    self.terms = terms
  }
}
