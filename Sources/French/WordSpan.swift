internal import Bitext

/// A word of a sentence before it is tagged: its tokens, and what it may be.
struct WordSpan {
  /// Where the candidate readings come from.
  enum Source: UInt8 {
    /// Values of the lexicon.
    case lexicon
    /// Values of the lexicon for the last part of an unknown compound: "ex-ministre".
    case lastPart
    /// Rows of `guess-endings.tsv`.
    case ending
    /// No reading but what the tag says: names, numbers, punctuation.
    case none
    /// A recognised term, whose number is in `values`.
    case term
  }

  /// What the tagger sees of the letters, as bits.
  struct Shape: OptionSet {
    var rawValue: UInt8
    static let capitalized = Shape(rawValue: 1)
    static let allCapitals = Shape(rawValue: 2)
    static let sentenceStart = Shape(rawValue: 4)
    static let unknown = Shape(rawValue: 8)
    static let hyphenBefore = Shape(rawValue: 16)
    static let single = Shape(rawValue: 32)
  }

  var first: Int32
  var end: Int32
  var source: Source
  var shape: Shape
  /// The contraction's second half, whose reading depends on the first half's.
  var isContracted = false
  /// The word's identity in features.
  var key: UInt64
  /// The tags it may have, one bit each.
  var mask: UInt64
  var values: UnsafeBufferPointer<UInt32>
  /// Values of the same letters with accents, for a word in capitals: "A" may be "À".
  var accented = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
  /// For `.term`: which match.
  var term: Int32 = -1
}

/// Words that features tell apart by other means than their letters.
enum SpanKey {
  static let number: UInt64 = 1
  static let year: UInt64 = 2
  static let opaque: UInt64 = 3
  static let term: UInt64 = 4
  static let edge: UInt64 = 5
}
