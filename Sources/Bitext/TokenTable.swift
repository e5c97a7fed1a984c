/// What the tokeniser saw of a token, besides its letters.
public struct TokenFlags: OptionSet, Sendable, Hashable {
  public var rawValue: UInt16

  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Letters: a word or a part of one.
  @inlinable public static var word: TokenFlags { TokenFlags(rawValue: 1 << 0) }
  /// The first letter is upper case.
  @inlinable public static var capitalized: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  /// Two letters or more, all upper case.
  @inlinable public static var allCapitals: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  /// Digits, with the separators inside a number.
  @inlinable public static var number: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  @inlinable public static var punctuation: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  /// White space stands before the token.
  @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  /// A hyphen joins the token to the one before it; the hyphen is no token of its own.
  @inlinable public static var hyphenBefore: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  /// Ends in an apostrophe, which belongs to the token: "l’", "qu’".
  @inlinable public static var elided: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// The second half of a contraction ("du" is "de" and "le"): it covers no bytes of its own.
  @inlinable public static var contracted: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  /// A URL, an e-mail address, a hashtag, code: never matched, copied as it stands.
  @inlinable public static var opaque: TokenFlags { TokenFlags(rawValue: 1 << 9) }
  /// The first token of a sentence.
  @inlinable public static var sentenceStart: TokenFlags { TokenFlags(rawValue: 1 << 10) }
  /// Stands in a text written in capitals only, so that its capital proves nothing.
  @inlinable public static var shouted: TokenFlags { TokenFlags(rawValue: 1 << 11) }
  /// The same, and no capital of the text has an accent, so that all may have lost theirs.
  @inlinable public static var unaccented: TokenFlags { TokenFlags(rawValue: 1 << 12) }
}

/// The tokens of a paragraph, one array per field.
///
/// "L’État" is `l’` and `État`; "du" is `de` and a contracted `le`; "Haut-Karabakh" is `Haut` and
/// `Karabakh` with `hyphenBefore`.
public struct TokenTable: Sendable {
  /// Hash of the token in lower case without accents ("État" and "ETAT" are one), from `FormHash`.
  public var folded: [UInt64] = []
  /// Hash of the token in lower case with its accents.
  public var exact: [UInt64] = []
  /// UTF-8 offsets in the normalised text.
  public var start: [UInt32] = []
  public var end: [UInt32] = []
  public var flags: [TokenFlags] = []

  public init() {}

  @inlinable public var count: Int { flags.count }
  @inlinable public var indices: Range<Int> { 0..<flags.count }

  public mutating func reserveCapacity(_ count: Int) {
    folded.reserveCapacity(count)
    exact.reserveCapacity(count)
    start.reserveCapacity(count)
    end.reserveCapacity(count)
    flags.reserveCapacity(count)
  }

  public mutating func removeAll() {
    folded.removeAll(keepingCapacity: true)
    exact.removeAll(keepingCapacity: true)
    start.removeAll(keepingCapacity: true)
    end.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
  }

  /// The normalised range that the tokens of `range` cover.
  public func bounds(_ range: Range<Int>) -> NormalizedRange {
    guard let first = range.first, let last = range.last else { return NormalizedRange(0, 0) }
    return NormalizedRange(Int(start[first]), Int(end[last]))
  }
}

/// FNV-1a in 64 bits, over UTF-8 bytes: the identity of a word form in every index.
///
/// `Tokenizer` computes it while it scans; compilers of data files call it on their words.
public struct FormHash: Sendable {
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  @inlinable
  public static func next(_ value: UInt64, _ byte: UInt8) -> UInt64 {
    (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  public mutating func combine(_ byte: UInt8) { value = FormHash.next(value, byte) }

  /// The hash of `bytes` as they stand; fold them first where the index is a folded one.
  @inlinable public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = next(hash, byte) }
    return hash
  }
}
