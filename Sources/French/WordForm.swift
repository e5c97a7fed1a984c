internal import Bitext

/// The two hashes of a word form while its bytes are added: "état" and "etat".
struct WordForm {
  private(set) var exact: UInt64 = FormHash().value
  private(set) var folded: UInt64 = FormHash().value

  /// Adds `bytes`, UTF-8 in lower case.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    var lead: UInt8 = 0
    for byte in bytes {
      exact = FormHash.next(exact, byte)
      if byte < 0x80 {
        folded = FormHash.next(folded, byte)
      } else if byte >= 0xC0 {
        lead = byte
      } else if lead >= 0xC3, lead <= 0xC8 {
        fold(UInt32(lead & 0x1F) << 6 | UInt32(byte & 0x3F))
      } else {
        if lead != 0 { folded = FormHash.next(folded, lead) }
        folded = FormHash.next(folded, byte)
        lead = 0
      }
    }
  }

  private mutating func fold(_ code: UInt32) {
    guard let entry = Folding.entry(for: code), entry.first != 0 else {
      folded = FormHash.next(folded, UInt8(0xC0 | code >> 6))
      folded = FormHash.next(folded, UInt8(0x80 | code & 0x3F))
      return
    }
    folded = FormHash.next(folded, entry.first)
    if entry.second != 0 { folded = FormHash.next(folded, entry.second) }
  }
}

/// The key of a word of several tokens: "porte-avions" is the tokens `porte` and `avions`.
enum CompoundKey {
  static let empty: UInt64 = 0x51_7c_c1_b7_27_22_0a_95

  /// The key after one more token, by its exact hash.
  @inline(__always)
  static func next(_ key: UInt64, _ token: UInt64) -> UInt64 {
    let mixed = (key ^ token) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ mixed >> 29
  }
}
