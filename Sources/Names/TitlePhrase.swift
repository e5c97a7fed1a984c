internal import Bitext
internal import Terminology

/// An office with all that stands around it: modifiers, country, portfolio, institution, place, names.
///
/// «l’ancien ministre russe des Affaires étrangères Sergueï Lavrov» has the prefix "former", the office "minister",
/// the nationality "Russian", the portfolio "Foreign" and the name.
struct TitlePhrase {
  /// A piece of the phrase with its English.
  struct Piece {
    var tokens: Range<Int>
    var target: String
    /// English before a noun, where it differs: "Foreign" for "Foreign Affairs".
    var attributive: String?
    var kind: TermKind
    var concept = ""
    var takesThe = false
    var link = ""
    var isPerson = false
    var origin = TermOrigin.curated
    /// What it is made of: the honorific and the name of "Mr. Bolton".
    var pieces: [Piece] = []
    /// English says "at": «chercheur au CNRS».
    var isAt = false
    /// A common noun, which only a name after it makes a part of the title: «du club».
    var isCommon = false
  }

  var tokens: Range<Int>
  var office: TermHit
  var officeTerm: MatchedTerm
  /// The English of the row: "minister".
  var officeTarget: String
  /// Owners may be common nouns.
  var takesCommon = false
  var prefixes: [Piece] = []
  var suffixes: [Piece] = []
  var ranks: [Piece] = []
  /// The political colour: «socialiste» is "Socialist".
  var parties: [Piece] = []
  /// What ends the office in English: «élu» is "-elect".
  @Rare var ending: Piece?
  var nationalities: [Piece] = []
  var portfolios: [Piece] = []
  /// "de l’ONU", "de Paris", "du Pérou".
  @Rare var owner: Piece?
  /// "pour la Syrie", "au Canada", with its English preposition.
  @Rare var destination: (preposition: String, piece: Piece)?
  @Rare var honorific: Piece?
  var names: [PersonName] = []
  /// A second title of the same person: «l’écrivain et journaliste algérien X». One at most.
  var companions: [TitlePhrase] = []

  var isPlural: Bool { office.morphology.contains(.plural) }

  /// Nothing but words like "former" before the office.
  var hasOnlyPrefixes: Bool {
    !prefixes.isEmpty && suffixes.isEmpty && ranks.isEmpty && nationalities.isEmpty
      && portfolios.isEmpty && parties.isEmpty && ending == nil && owner == nil
      && destination == nil
  }

  /// Anything besides the office itself.
  var hasComplement: Bool {
    !prefixes.isEmpty || !suffixes.isEmpty || !ranks.isEmpty || !nationalities.isEmpty
      || !portfolios.isEmpty || !parties.isEmpty || ending != nil || owner != nil
      || destination != nil || !companions.isEmpty
  }
}

/// A value that is seldom there and takes the place of one pointer: an empty array allocates nothing.
@propertyWrapper
struct Rare<Value> {
  private var stored: [Value]

  init(wrappedValue: Value?) { stored = wrappedValue.map { [$0] } ?? [] }

  var wrappedValue: Value? {
    get { stored.first }
    set { stored = newValue.map { [$0] } ?? [] }
  }
}
