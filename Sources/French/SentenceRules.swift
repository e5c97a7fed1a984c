package import Bitext

/// What the rows of `abbreviations.tsv` say of a form; their header explains each.
struct SentenceRule: OptionSet, Sendable, Hashable {
  var rawValue: UInt8

  static let never = SentenceRule(rawValue: 1)
  static let number = SentenceRule(rawValue: 2)
  static let name = SentenceRule(rawValue: 4)
  static let end = SentenceRule(rawValue: 8)
  static let starter = SentenceRule(rawValue: 16)
  static let article = SentenceRule(rawValue: 32)
  static let label = SentenceRule(rawValue: 64)
  static let heading = SentenceRule(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init?(name: String) {
    let names = ["never", "number", "name", "end", "starter", "article", "label", "heading"]
    guard let bit = names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt8(bit))
  }
}

/// The rows of `abbreviations.tsv`, by the hash of each form.
package struct SentenceRules: Sendable {
  private struct Form: Sendable {
    /// The words before the last one, with their spaces: "av. " of "av. J.-C.".
    var prefix: [UInt8]
    var rule: SentenceRule
  }

  private var forms: [UInt64: [Form]] = [:]

  /// Reads `form⇥rule⇥meaning`. Throws `DataError` for a row of other cells or an unknown rule.
  package init(_ data: MappedBytes) throws(DataError) {
    var rows = DataRows(data, file: "abbreviations.tsv", columns: 3)
    while try rows.advance() {
      guard let rule = SentenceRule(name: rows.text(1)) else { throw rows.invalid(1) }
      let form = Array(rows[0])
      let last = form.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
      forms[FormHash.of(form[last...]), default: []].append(
        Form(prefix: Array(form[..<last]), rule: rule))
    }
    for key in Array(forms.keys) { forms[key]?.sort { $0.prefix.count > $1.prefix.count } }
  }

  /// What the rows say of the form that ends with the bytes of `token`; of several the longest counts.
  func rule(for token: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> SentenceRule {
    let bytes = UnsafeBufferPointer(rebasing: text[token])
    let exact = find(FormHash.of(bytes), before: token.lowerBound, in: text)
    if !exact.isEmpty { return exact }
    return find(Self.lowerHash(bytes), before: token.lowerBound, in: text)
  }

  private func find(
    _ hash: UInt64, before start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> SentenceRule {
    guard let candidates = forms[hash] else { return [] }
    var found: SentenceRule = []
    var length: Int?
    for form in candidates {
      if let length, form.prefix.count < length { break }
      guard Self.matches(form.prefix, endingAt: start, in: text) else { continue }
      found.insert(form.rule)
      length = form.prefix.count
    }
    return found
  }

  /// Whether `prefix` stands before `end`, as a whole word and in any case of its ASCII letters.
  private static func matches(
    _ prefix: [UInt8], endingAt end: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = end - prefix.count
    guard start >= 0 else { return false }
    for (index, byte) in prefix.enumerated() {
      let found = text[start + index]
      guard found == byte || (byte.isASCIILetter && found ^ 0x20 == byte) else { return false }
    }
    guard !prefix.isEmpty, start > 0 else { return true }
    return !text[start - 1].isASCIILetter && text[start - 1] < 0x80
  }

  /// The hash of `bytes` in lower case: what `FormHash` gives for a form written so.
  static func lowerHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FormHash()
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        hash.combine(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        at += 1
        continue
      }
      guard let scalar = bytes.scalar(at: at, end: bytes.count) else {
        hash.combine(byte)
        at += 1
        continue
      }
      let lower = Folding.entry(for: scalar.value)?.lower ?? scalar.value
      if let lower = Unicode.Scalar(lower) {
        for unit in UTF8.encode(lower).map(Array.init) ?? [] { hash.combine(unit) }
      }
      at += scalar.length
    }
    return hash.value
  }
}
