internal import ICU

extension Normalizer {
  /// What becomes of a character.
  enum Action: UInt8 {
    /// Stays as it is; in NFC whatever stands before it.
    case keep
    /// A space: a run of them is one U+0020.
    case space
    /// Invisible: dropped, and held to belong to the character before it.
    case drop
    /// Becomes the text of its rewrite.
    case replace
    /// The same, but only between two letters.
    case replaceBetweenLetters
    /// May change with its neighbours in NFC.
    case compose
    /// Starts no well-formed character.
    case malformed
  }

  /// One row of the table: the characters `first` to `last` and what becomes of them.
  struct Rewrite: Sendable {
    var first: UInt32
    var last: UInt32
    var action: Action
    var text: [UInt8] = []

    init(_ scalar: UInt32, _ action: Action, _ text: String = "") {
      self.init(scalar...scalar, action, text)
    }

    init(_ scalars: ClosedRange<UInt32>, _ action: Action, _ text: String = "") {
      first = scalars.lowerBound
      last = scalars.upperBound
      self.action = action
      self.text = Array(text.utf8)
    }
  }

  /// Every rewrite except full-width forms (which are computed) and NFC (which is ICU's), by character.
  ///
  /// Kept on purpose: – and —, guillemets and curly double quotes, œ and æ, … , ° and º, the prime
  /// after a digit.
  static let rewrites: [Rewrite] = rows.sorted { $0.first < $1.first }

  private static let rows: [Rewrite] = [
    // Spaces.
    Rewrite(0x0009...0x000D, .space),
    Rewrite(0x0020, .space),
    Rewrite(0x0085, .space),
    Rewrite(0x00A0, .space),
    Rewrite(0x1680, .space),
    Rewrite(0x2000...0x200A, .space),
    Rewrite(0x2028...0x2029, .space),
    Rewrite(0x202F, .space),
    Rewrite(0x205F, .space),
    Rewrite(0x3000, .space),
    // Soft hyphens, zero-width characters, marks of direction, byte order marks.
    Rewrite(0x00AD, .drop),
    Rewrite(0x061C, .drop),
    Rewrite(0x180E, .drop),
    Rewrite(0x200B...0x200F, .drop),
    Rewrite(0x202A...0x202E, .drop),
    Rewrite(0x2060...0x2069, .drop),
    Rewrite(0xFEFF, .drop),
    // Apostrophes.
    Rewrite(0x0060, .replace, "'"),
    Rewrite(0x00B4, .replaceBetweenLetters, "'"),
    Rewrite(0x02B9, .replaceBetweenLetters, "'"),
    Rewrite(0x02BC, .replace, "'"),
    Rewrite(0x0374, .replaceBetweenLetters, "'"),
    Rewrite(0x1FEF, .replace, "'"),
    Rewrite(0x1FFD, .replaceBetweenLetters, "'"),
    Rewrite(0x2018, .replaceBetweenLetters, "'"),
    Rewrite(0x2019, .replace, "'"),
    Rewrite(0x201B, .replace, "'"),
    Rewrite(0x2032, .replaceBetweenLetters, "'"),
    // Hyphens, dashes.
    Rewrite(0x2010...0x2011, .replace, "-"),
    Rewrite(0x2012, .replace, "–"),
    Rewrite(0x2015, .replace, "—"),
    Rewrite(0xFE63, .replace, "-"),
    // Ligatures of print.
    Rewrite(0xFB00, .replace, "ff"),
    Rewrite(0xFB01, .replace, "fi"),
    Rewrite(0xFB02, .replace, "fl"),
    Rewrite(0xFB03, .replace, "ffi"),
    Rewrite(0xFB04, .replace, "ffl"),
    Rewrite(0xFB05, .replace, "st"),
    Rewrite(0xFB06, .replace, "st"),
  ]

  /// Full-width ！ to ～ and their ASCII forms.
  static let fullWidth: ClosedRange<UInt32> = 0xFF01...0xFF5E

  /// The row of `scalar`, if it has one.
  static func rewrite(of scalar: UInt32) -> Rewrite? {
    var low = 0
    var high = rewrites.count
    while low < high {
      let middle = (low + high) / 2
      if rewrites[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < rewrites.count, rewrites[low].first <= scalar else { return nil }
    return rewrites[low]
  }

  /// The action for each byte pair of a two-byte character, by its eleven bits.
  static let twoByteActions: [UInt8] = (0..<0x800).map { scalar in
    action(of: UInt32(scalar)).rawValue
  }

  /// The action for U+2000 to U+207F, where the punctuation of print is.
  static let punctuationActions: [UInt8] = (0x2000..<0x2080).map { scalar in
    action(of: UInt32(scalar)).rawValue
  }

  /// What becomes of `scalar`, before its context is looked at.
  static func action(of scalar: UInt32) -> Action {
    if let row = rewrite(of: scalar) { return row.action }
    if fullWidth.contains(scalar) { return .replace }
    return unicode.isPlain(scalar) ? .keep : .compose
  }
}
