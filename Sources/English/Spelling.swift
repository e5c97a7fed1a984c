package import Bitext

/// British spelling of words written the American way: "colors" gives "colours", "organizing" "organising".
package struct Spelling: Sendable {
  private var british: [UInt64: [UInt8]] = [:]

  /// Reads the rows of `Data/spelling.tsv`; inflected forms follow from the rows.
  package init(_ data: MappedBytes) throws(DataError) {
    var rows = DataRows(data, file: "English/spelling.tsv", columns: 2)
    while try rows.advance() {
      for (american, form) in Self.forms(rows.text(0), rows.text(1)) {
        british[FormHash.of(american.utf8)] = Array(form.utf8)
      }
    }
  }

  private static func forms(_ us: String, _ gb: String) -> [(String, String)] {
    var pairs = [(us, gb), (us + "s", gb + "s")]
    if us.last == "e" || gb.last == "e" {
      let usStem = us.last == "e" ? String(us.dropLast()) : us
      let gbStem = gb.last == "e" ? String(gb.dropLast()) : gb
      pairs += [(usStem + "ed", gbStem + "ed"), (usStem + "ing", gbStem + "ing")]
    } else {
      pairs += [(us + "ed", gb + "ed"), (us + "ing", gb + "ing")]
    }
    return pairs
  }

  /// The British form of `word` (UTF-8), or nil where both are the same. A capital is kept.
  package func british(_ word: some Collection<UInt8>) -> [UInt8]? {
    guard let first = word.first else { return nil }
    if let form = british[FormHash.of(word)] { return form }
    guard first >= 0x41, first <= 0x5A else { return nil }
    var hash = FormHash.next(FormHash().value, first | 0x20)
    for byte in word.dropFirst() { hash = FormHash.next(hash, byte) }
    guard var form = british[hash] else { return nil }
    form[0] = form[0] & 0xDF
    return form
  }
}
