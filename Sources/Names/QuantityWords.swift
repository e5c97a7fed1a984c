internal import Bitext
internal import French

/// What a word does in a date, a time, a number or an amount.
enum QuantityRole: String, Sendable, CaseIterable {
  case month, season, weekday, weekdays, cardinal, ordinal, fraction, scale, currency, symbol
  case collective, collectives, spelled, unit, word
  case monthShort = "month-short"
  case dayPart = "day-part"
  case scaleSymbol = "scale-symbol"
  case yearNoun = "year-noun"
  case eraNoun = "era-noun"

  /// Roles by the hashes of the names that data files give them.
  static let byName = FormMap(allCases.map { (FormHash.of($0.rawValue.utf8), $0) })

  /// An expression can start with a word of this role.
  var opens: Bool {
    switch self {
    case .month, .season, .weekday, .weekdays, .cardinal, .ordinal, .fraction, .collective,
      .collectives, .yearNoun, .scale:
      true
    default: false
    }
  }
}

/// The function words of quantities, by the names that `Data/quantities.tsv` gives them.
enum QuantityFunction: UInt8, Sendable {
  case of, the, theFeminine, thePlural, and, to, this
  case before, after, jesus, christ, j, c, jc, notre, era
  case years, early, late, mid, hour, h, minute, second, outOf, follower, thatIs
  case pour, half, quarter, less, more, last, next, local
  case inside, within, during, timely, several, few, among, night, year
  case unitOfFraction, demonstrative, phone, preposition, reaching, nearly, each
  case all, noon, midnight, course, being, sign, worldwide, percent

  /// By the names that the data file gives them.
  static let byName: [String: QuantityFunction] = [
    "of": .of, "the": .the, "theFeminine": .theFeminine, "thePlural": .thePlural, "and": .and,
    "to": .to, "this": .this, "before": .before, "after": .after, "jesus": .jesus,
    "christ": .christ, "j": .j, "c": .c, "jc": .jc, "notre": .notre, "era": .era, "years": .years,
    "early": .early, "late": .late, "mid": .mid, "hour": .hour, "h": .h, "minute": .minute,
    "second": .second, "outOf": .outOf, "follower": .follower, "thatIs": .thatIs, "pour": .pour,
    "half": .half, "quarter": .quarter, "less": .less, "more": .more, "last": .last, "next": .next,
    "local": .local, "inside": .inside, "within": .within, "during": .during, "timely": .timely,
    "several": .several, "few": .few, "among": .among, "night": .night, "year": .year,
    "unitOfFraction": .unitOfFraction, "demonstrative": .demonstrative, "phone": .phone,
    "preposition": .preposition, "reaching": .reaching, "nearly": .nearly, "each": .each,
    "all": .all, "noon": .noon, "midnight": .midnight, "course": .course, "being": .being,
    "sign": .sign, "worldwide": .worldwide,
    "percent": .percent,
  ]

  var bit: UInt64 { 1 << UInt64(rawValue) }
}

/// A row of `Data/quantities.tsv`.
struct QuantityWord: Sendable {
  var role: QuantityRole
  var value: Int
  var english: String
  var more: String
}

/// The words of dates and amounts by the hashes of their tokens.
struct QuantityWords: Sendable {
  /// The rows that one word, or one sequence of words, has.
  struct Group: Sendable {
    var words: Range<Int32> = 0..<0
    var functions: UInt64 = 0
    /// An expression can start here.
    var opens = false
    /// No expression is this word alone: function words and "un".
    var needsCompany = false
    /// A row of several words starts with this one.
    var isPrefix = false
  }

  private(set) var rows: [QuantityWord] = []
  private var groups = FormMap<Group>()
  /// English number words below twenty, and tens.
  private(set) var spelled: [Int: String] = [:]

  static let openers: UInt64 =
    QuantityFunction.years.bit | QuantityFunction.early.bit | QuantityFunction.late.bit
    | QuantityFunction.mid.bit | QuantityFunction.this.bit | QuantityFunction.of.bit
    | QuantityFunction.within.bit | QuantityFunction.inside.bit | QuantityFunction.several.bit
    | QuantityFunction.few.bit | QuantityFunction.to.bit | QuantityFunction.nearly.bit
    | QuantityFunction.outOf.bit
    | QuantityFunction.thatIs.bit | QuantityFunction.all.bit | QuantityFunction.noon.bit
    | QuantityFunction.midnight.bit | QuantityFunction.course.bit | QuantityFunction.year.bit
    | QuantityFunction.sign.bit

  /// Reads the rows of `Data/quantities.tsv`.
  init(_ data: MappedBytes) throws(DataError) {
    var found = FormMap<Found>()
    var reader = DataRows(data, file: "Names/quantities.tsv", columns: 5)
    while try reader.advance() {
      guard let role = QuantityRole.byName[FormHash.of(reader[0])] else { throw reader.invalid(0) }
      guard let value = Int(reader.text(2)) else { throw reader.invalid(2) }
      let word = QuantityWord(
        role: role, value: value, english: reader.text(3), more: reader.text(4))
      if role == .spelled {
        spelled[value] = word.english
        continue
      }
      let function = role == .word ? QuantityFunction.byName[word.english] : nil
      if role == .word, function == nil { throw reader.invalid(3) }
      for form in reader[1].split(separator: UInt8(ascii: "|")) {
        let hashes = form.split(separator: UInt8(ascii: " ")).map {
          Folding.foldedHash(UnsafeRawBufferPointer(rebasing: $0))
        }
        guard let first = hashes.first else { throw reader.invalid(1) }
        let key = hashes.dropFirst().reduce(first, Self.join)
        if role == .word {
          found[key, default: Found(key: key)].functions |= function?.bit ?? 0
        } else {
          found[key, default: Found(key: key)].words.append(word)
        }
        if hashes.count > 1 { found[first, default: Found(key: first)].isPrefix = true }
      }
    }
    index(found)
  }

  /// What the rows give of one word or sequence of words.
  private struct Found: Sendable {
    var key: UInt64
    var words: [QuantityWord] = []
    var functions: UInt64 = 0
    var isPrefix = false
  }

  private mutating func index(_ found: FormMap<Found>) {
    for value in found.values {
      let start = Int32(rows.count)
      rows += value.words
      groups[value.key, default: .init()] = Group(
        words: start..<Int32(rows.count), functions: value.functions,
        opens: value.words.contains { $0.role.opens } || value.functions & Self.openers != 0,
        needsCompany: value.functions & QuantityFunction.sign.bit == 0
          && value.words.allSatisfy { $0.role == .cardinal && $0.value == 1 },
        isPrefix: value.isPrefix)
    }
  }

  /// The key of a sequence of words from that of its head and the hash of the next word.
  static func join(_ head: UInt64, _ next: UInt64) -> UInt64 {
    (head &* 0x9e37_79b9_7f4a_7c15) ^ next
  }

  @inline(__always)
  func group(_ key: UInt64) -> Group? { groups[key] }
}
