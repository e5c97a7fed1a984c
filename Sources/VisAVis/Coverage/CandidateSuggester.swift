internal import Bitext
internal import English
internal import French
internal import Review

/// Puts candidates of several words into English by drafting them: «Fédération mondiale des Abeilles».
struct CandidateSuggester {
  private let pipeline: Pipeline
  /// Drafting takes a tenth of a millisecond each.
  private static let most = 2_000

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// Changes the English of the candidates that have common nouns; the others stay as they are.
  func suggest(for coverage: inout Coverage) {
    var left = Self.most
    coverage.suggest { item in
      switch item.reason {
      case .portfolio: break
      case .capitalized where item.source.contains(" "): break
      default: return nil
      }
      guard left > 0 else { return nil }
      left -= 1
      return english(of: item.source)
    }
  }

  /// "World Federation of Bees"; nil if the draft leaves the text as it is.
  private func english(of source: String) -> String? {
    var state = DocumentState()
    // «Résilience» with its capital would be taken for a name.
    let words = source.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isOrdinary = pipeline.resources.isOrdinaryWord(Folding.exactHash(word.lowercased()))
      return isOrdinary ? word.lowercased() : String(word)
    }
    let text = Array(words.joined(separator: " ").utf8)
    var draft = pipeline.translate(SourceParagraph(text: text), state: &state).target
    for article in ["The ", "A ", "the ", "a "] where draft.hasPrefix(article) {
      draft.removeFirst(article.count)
    }
    while let last = draft.last, last.isPunctuation || last.isWhitespace { draft.removeLast() }
    guard !draft.isEmpty, draft != source else { return nil }
    return TitleCase.capitalize(draft)
  }
}
