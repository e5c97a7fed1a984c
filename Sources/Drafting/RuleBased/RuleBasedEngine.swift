package import Bitext
package import English
internal import French

/// Drafts French sentences in English by rules: analyse, transfer, generate; no model, no network.
///
/// "Le président a mis en garde contre toute escalade." becomes "The president warned against any escalation."
package struct RuleBasedEngine: DraftEngine {
  package let name = "draft"
  let lexicon: BilingualLexicon
  let article: Article
  let spelling: Spelling?
  let classes: TransferClasses
  let chunker = Chunker()

  /// `spelling` is nil for American English.
  package init(
    lexicon: BilingualLexicon, classes: TransferClasses, article: Article, spelling: Spelling?
  ) {
    self.lexicon = lexicon
    self.classes = classes
    self.article = article
    self.spelling = spelling
  }

  package func draft(_ sentence: AnalyzedSentence, context: inout DraftContext) -> Draft {
    var drafter = Drafter(self, sentence, context)
    drafter.analyze()
    drafter.plan()
    drafter.write()
    context = drafter.context
    return drafter.writer.draft(doubts: drafter.doubts)
  }
}
