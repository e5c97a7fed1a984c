internal import Bitext
internal import French

/// The sections of a compiled glossary that matching reads: trie with its forms, guards, and the numbers of the terms.
///
/// Plain addresses, so that the inner loops count no references; valid while their `CompiledGlossary` lives.
struct TermTrie: @unchecked Sendable {
  // Safe to share: the bytes never change.
  let terms: UnsafeRawPointer
  /// For each node the count of the forms that end there, and their records. A node's number is its place here.
  let nodes: UnsafeRawPointer
  let edges: UnsafeRawPointer
  let guards: UnsafeRawPointer
  let edgeMask: UInt64
  let starts: Starts
  let lowerStarts: Starts
  /// The folded hashes of the words that guards ask the document for.
  let askedWords: HashFilter

  /// How forms start: with what tokens, those of one token by its folded hash, longer ones by their `pairKey`.
  struct Starts: Sendable {
    let alone: HashFilter
    let pairs: HashFilter
  }

  // MARK: - Trie

  /// What a token has that may do without the capital of a term's first word.
  private static let capitalFlags: TokenFlags = [
    .capitalized, .shouted, .contracted, .number, .sentenceStart,
  ]

  /// How many tokens the forms that start at a token may have; where `longest` is 0, no form starts there.
  struct Reach: BitwiseCopyable {
    var shortest: Int
    var longest: Int
  }

  /// How far forms may reach from `token`: nowhere from most words, which start one seldom with their neighbour ("la",
  /// "grand").
  @inline(__always)
  func reach(at token: Int, of tokens: TokenTable) -> Reach {
    let first = tokens.folded[token]
    let starts = tokens.flags[token].isDisjoint(with: Self.capitalFlags) ? lowerStarts : starts
    let isAlone = starts.alone.mayContain(first)
    let next = token + 1
    let isPair =
      next < tokens.count && starts.pairs.mayContain(Self.pairKey(first, tokens.folded[next]))
    return Reach(shortest: isAlone ? 1 : 2, longest: isPair ? .max : isAlone ? 1 : 0)
  }

  /// The key of the folded hashes of two tokens.
  @inline(__always)
  static func pairKey(_ first: UInt64, _ second: UInt64) -> UInt64 {
    edgeKey(0, first) ^ second
  }

  @inline(__always)
  static func edgeKey(_ node: UInt32, _ hash: UInt64) -> UInt64 {
    let key = (hash ^ (UInt64(node) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return key ^ key >> 32
  }

  /// The node that the token of this folded hash leads to from `node`.
  @inline(__always)
  func child(_ node: UInt32, _ hash: UInt64) -> UInt32? {
    let key = Self.edgeKey(node, hash)
    var slot = key & edgeMask
    while true {
      let found = edges.load(fromByteOffset: Int(truncatingIfNeeded: slot) * 8, as: UInt64.self)
      if found == 0 { return nil }
      if found >> 32 == key >> 32 { return UInt32(truncatingIfNeeded: found) }
      slot = (slot &+ 1) & edgeMask
    }
  }

  /// The forms that end at `node`.
  @inline(__always)
  func forms(at node: UInt32) -> Forms {
    let start = nodes + Int(node) * 4
    return Forms(record: start + 4, left: start.load(as: UInt32.self))
  }

  /// The forms of a node, one after the other.
  struct Forms: Sequence, IteratorProtocol {
    fileprivate var record: UnsafeRawPointer
    fileprivate var left: UInt32

    @inline(__always)
    mutating func next() -> Form? {
      if left == 0 { return nil }
      let form = Form(record)
      record += (CompiledGlossary.formWords + form.count) * 4
      left -= 1
      return form
    }
  }

  /// One form record.
  struct Form {
    var term: Int
    var morphology: Morphology
    var kind: TermKind
    var status: TermStatus
    var isGuarded: Bool
    var caseRule: CaseRule
    var isFamilyName: Bool
    var isHeadword: Bool
    var count: Int
    var capitals: UInt32
    var acronyms: UInt32
    /// The low halves of the exact hashes of its tokens.
    private var hashes: UnsafeRawPointer

    /// The form whose record is at `record`.
    @inline(__always)
    init(_ record: UnsafeRawPointer) {
      func word(_ index: Int) -> UInt32 {
        record.load(fromByteOffset: index * 4, as: UInt32.self)
      }
      let marks = word(2)
      term = Int(word(0))
      morphology = Morphology(rawValue: word(1))
      kind = CompiledGlossary.kinds[Int(marks >> 16 & 0xFF)]
      status = CompiledGlossary.statuses[Int(marks >> 24 & 0xF)]
      isGuarded = marks & TermTrie.isGuarded != 0
      caseRule = TermTrie.caseRule(marks)
      isFamilyName = marks & TermTrie.isFamilyName != 0
      isHeadword = marks & TermTrie.isHeadword != 0
      count = Int(marks & 0xFF)
      capitals = word(3)
      acronyms = word(4)
      hashes = record + CompiledGlossary.formWords * 4
    }

    /// Whether the token at `index` of the form has this exact hash; its low half tells it from others of the same
    /// letters.
    @inline(__always)
    func token(_ index: Int, is exact: UInt64) -> Bool {
      hashes.load(fromByteOffset: index * 4, as: UInt32.self) == UInt32(truncatingIfNeeded: exact)
    }
  }

  // What a form is, beside its count of tokens.
  static let isFamilyName: UInt32 = 1 << 31
  static let isHeadword: UInt32 = 1 << 30
  static let isGuarded: UInt32 = 1 << 29

  static func bits(of kind: TermKind, _ status: TermStatus) -> UInt32 {
    let place = CompiledGlossary.statuses.firstIndex(of: status) ?? 0
    return UInt32(kind.place) << 16 | UInt32(place) << 24
  }

  static func bits(of rule: CaseRule) -> UInt32 {
    switch rule {
    case .name: 0
    case .any: 1 << 8
    case .exact: 2 << 8
    }
  }

  @inline(__always)
  private static func caseRule(_ word: UInt32) -> CaseRule {
    switch word >> 8 & 3 {
    case 0: .name
    case 1: .any
    default: .exact
    }
  }

  // MARK: - Case

  /// In "La Défense" the capital of the article tells the place from the portfolio.
  static let articles = FormSet(["le", "la", "les", "l'"].map { Folding.exactHash($0) })

  /// «la forêt-Noire»: of a name of several words one may lack its capital, a person’s never.
  ///
  /// `first` is the exact hash of the first token.
  static func mayLack(_ capitals: Int, _ form: Form, first: UInt64) -> Bool {
    guard !form.isFamilyName, form.kind != .person else { return false }
    // The capital of the article proves nothing: "La réunion" opens a sentence.
    let hasArticle = form.capitals & 1 != 0 && articles.contains(first)
    let all = form.capitals.nonzeroBitCount - (hasArticle ? 1 : 0)
    return all > 1 && capitals < all
  }

  /// Whether the form may be found where its first token has no capital inside a sentence; `first` is its exact
  /// hash.
  static func mayStartLower(_ form: Form, first: UInt64) -> Bool {
    if form.capitals & 1 == 0 || form.caseRule == .any { return true }
    return form.caseRule == .name && form.acronyms & 1 == 0 && !articles.contains(first)
      && mayLack(1, form, first: first)
  }

  // MARK: - Terms

  /// Word `index` of the record of `term`.
  @inline(__always)
  func word(_ term: Int, _ index: Int) -> UInt32 {
    terms.load(
      fromByteOffset: (term * CompiledGlossary.recordWords + index) * 4, as: UInt32.self)
  }

  @inline(__always)
  func kind(_ term: Int) -> TermKind { CompiledGlossary.kinds[Int(word(term, 0) & 0xFF)] }

  /// The guards of a term, each its relation and the folded hashes that satisfy it.
  @inline(__always)
  func guards(_ term: Int) -> Range<Int> {
    Int(word(term, 3))..<Int(word(term, 3) &+ word(term, 4))
  }

  @inline(__always)
  func guardWord(_ index: Int) -> UInt64 {
    guards.load(fromByteOffset: index * 8, as: UInt64.self)
  }
}
