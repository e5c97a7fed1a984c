/// 100,000 made-up glossary rows and a text that mentions them; `compare-matching.py` makes the same.
enum GeneratedRows {
  static let count = 100_000
  private static let syllables = [
    "ba", "be", "bi", "bo", "ca", "ce", "co", "da", "de", "do", "fa", "fi", "ga", "gui", "ha", "je",
    "la", "le", "li", "lo", "ma", "me", "mo", "na", "ne", "no", "pa", "pe", "po", "ra", "re", "ri",
    "sa", "se", "so", "ta", "te", "tran", "pont", "char", "vil", "mont", "ger", "neau", "tard",
    "dun",
    "bor", "lin",
  ]

  /// Knuth's MMIX generator: the same numbers in every run and in every language.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    mutating func word() -> String {
      (0..<2 + next(below: 3)).map { _ in syllables[next(below: syllables.count)] }.joined()
    }
  }

  /// The French of the rows: one to three words, the first with a capital.
  static let terms: [String] = {
    var numbers = Numbers(state: 1)
    var seen: Set<String> = []
    var terms: [String] = []
    while terms.count < count {
      let words = (0..<1 + numbers.next(below: 3)).map { _ in numbers.word() }
      let term = words.joined(separator: " ")
      guard seen.insert(term).inserted else { continue }
      terms.append(term.prefix(1).uppercased() + term.dropFirst())
    }
    return terms
  }()

  /// A TSV file of the rows, as a user would give it.
  static let file: [UInt8] = {
    var file = Array("fr\ten\tkind\n".utf8)
    for (index, term) in terms.enumerated() {
      file += "\(term)\t\(term)\t\(index % 2 == 0 ? "organization" : "place")\n".utf8
    }
    return file
  }()

  /// Lines of twenty words or terms, every tenth of them a term, 1 MB in all.
  static let text: [[UInt8]] = {
    var numbers = Numbers(state: 2)
    var lines: [[UInt8]] = []
    var size = 0
    while size < 1_000_000 {
      let words = (0..<20).map { index in
        index % 10 == 3 ? terms[numbers.next(below: terms.count)] : numbers.word()
      }
      lines.append(Array((words.joined(separator: " ") + ".").utf8))
      size += lines[lines.count - 1].count
    }
    return lines
  }()
}
