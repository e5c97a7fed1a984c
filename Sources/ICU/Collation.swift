internal import CICU

/// The order of words in a language: "cote" < "côte" < "coter" in French.
package struct Collation: ~Copyable, @unchecked Sendable {
  // Safe to send: the value has one owner and comparing changes nothing.
  package enum Strength: Int32, Sendable { case letters = 1, accents, letterCase }
  package enum Order: Sendable, Hashable { case ascending, same, descending }

  private let handle: OpaquePointer

  /// `ignoringPunctuation` also leaves spaces, hyphens and dots out: "U.R.S.S." is "URSS".
  package init(
    locale: String, strength: Strength = .letterCase, ignoringPunctuation: Bool = false
  ) throws(ICUError) {
    var code: Int32 = 0
    guard
      let handle = cicu_collator_open(
        locale, strength.rawValue, ignoringPunctuation ? 1 : 0, &code)
    else { throw .failed(operation: "open the collator for \(locale)", code: code) }
    self.handle = handle
  }

  deinit { cicu_collator_close(handle) }

  package borrowing func compare(
    _ a: some Collection<UInt8>, _ b: some Collection<UInt8>
  ) throws(ICUError) -> Order {
    var code: Int32 = 0
    let result = withBytes(of: a) { aStart, aCount in
      withBytes(of: b) { bStart, bCount in
        cicu_collator_compare(handle, aStart, aCount, bStart, bCount, &code)
      }
    }
    try check(code, "compare")
    return result < 0 ? .ascending : result > 0 ? .descending : .same
  }

  package borrowing func compare(_ a: String, _ b: String) throws(ICUError) -> Order {
    try compare(Array(a.utf8), Array(b.utf8))
  }
}
