internal import Bitext
internal import French

/// Given names in French transcription with their English, from `Data/romanization/given-names.tsv`.
struct GivenNameTable: Sendable {
  struct Row: Sendable {
    var english: String
    /// Points for the languages it speaks for; all zero where the bearer's names stay.
    var languages: LanguageScore
    /// "Charlotte", "Rachid": the names of the bearer stay as they are written.
    var keeps: Bool
  }

  private var rows = [UInt64: [Row]](minimumCapacity: 4096)

  init(_ data: MappedBytes, languages: [String: Int]) throws(DataError) {
    var reader = DataRows(data, file: "Names/romanization/given-names.tsv", columns: 3)
    while try reader.advance() {
      let folded = Folding.fold(reader.text(0))
      let english = reader.text(1)
      let keeps = reader.text(2) == "-"
      var points = LanguageScore.zero
      if !keeps {
        // A spelling that only French has is strong evidence, except for Arabic; an accent is less.
        let isOwn = Folding.fold(english) != folded
        let isAccented = english != reader.text(0)
        for name in reader.text(2).split(separator: " ") {
          guard let language = languages[String(name)] else { throw reader.invalid(2) }
          points[language] = isOwn && name != "ar" ? 3 : isAccented ? 2 : 1
        }
      }
      rows[FormHash.of(folded.utf8), default: []].append(
        Row(english: english, languages: points, keeps: keeps))
    }
  }

  /// The rows of a name in any case, with its accents or without.
  func find(_ name: String) -> [Row] { rows[Folding.foldedHash(name)] ?? [] }
}
