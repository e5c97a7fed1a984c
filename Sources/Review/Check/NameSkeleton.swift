/// What the spellings of one name in several romanisations have in common.
///
/// "Wasjunik" and "Vasyunik", "Günther" and "Guenther", "Milinkievitch" and "Milinkevich", "Alexandre" and
/// "Alexander" are alike; "Klitschko" and "Klitchko" are not.
enum NameSkeleton {
  /// What is replaced, longest first; the words have no accents and no capitals.
  private static let rewrites: [(from: [UInt8], to: [UInt8])] = [
    ("tsch", "c"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("sch", "s"), ("kh", "h"), ("ch", "c"),
    ("sh", "s"), ("zh", "j"), ("ou", "u"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("iy", "y"),
    ("ij", "y"), ("yi", "y"), ("ie", "e"), ("ye", "e"), ("je", "e"), ("ks", "x"), ("ph", "f"),
    ("w", "v"), ("j", "y"), ("i", "y"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  static func of(_ letters: [UInt8]) -> [UInt8] {
    var skeleton: [UInt8] = []
    var position = 0
    while position < letters.count {
      let rest = letters[position...]
      let rewrite = rewrites.first { rest.starts(with: $0.from) }
      for letter in rewrite?.to ?? [letters[position]] where skeleton.last != letter {
        skeleton.append(letter)
      }
      position += rewrite?.from.count ?? 1
    }
    if skeleton.suffix(2).elementsEqual("re".utf8), skeleton.count > 4 {
      skeleton.swapAt(skeleton.count - 1, skeleton.count - 2)
    }
    return skeleton
  }

  /// The same name, and not in a spelling further from English than `expected`: "Sergej" for "Sergei" is German.
  static func isAlike(_ word: [UInt8], _ expected: [UInt8]) -> Bool {
    func foreign(_ letters: [UInt8]) -> Int { letters.count { $0 == 0x6A || $0 == 0x77 } }
    return word != expected && of(word) == of(expected) && foreign(word) <= foreign(expected)
  }
}
