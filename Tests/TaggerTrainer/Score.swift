import Bitext

@testable import French

/// How often the tagger agrees with a treebank.
struct Score {
  var words = 0
  var pos = 0
  var lemma = 0
  var features: [String: (same: Int, all: Int)] = [:]
  var unknown = 0
  var confusions: [String: [String: Int]] = [:]
  var lemmaErrors: [String: Int] = [:]

  mutating func add(_ sentence: TreebankSentence, _ tagger: Tagger) {
    let analyses = tagger.words(of: sentence)
    for (analysis, row) in zip(analyses, sentence.rowOfWord) {
      guard let row else { continue }
      let gold = sentence.rows[row]
      words += 1
      if analysis.morphology.contains(.guessed) { unknown += 1 }
      if analysis.pos == gold.pos {
        pos += 1
        compare(analysis, gold)
      } else {
        confusions["\(gold.pos.tag)>\(analysis.pos.tag)", default: [:]][
          gold.form.lowercased(), default: 0] += 1
      }
      let lemma = tagger.lemma(of: analysis, in: sentence.table, text: sentence.text)
      if lemma == gold.lemma {
        self.lemma += 1
      } else {
        lemmaErrors[
          "\(gold.form)|\(gold.pos.tag)>\(analysis.pos.tag): \(gold.lemma)>\(lemma)", default: 0] +=
          1
      }
    }
  }

  private mutating func compare(_ analysis: WordAnalysis, _ gold: TreebankSentence.Row) {
    let ours = Set(
      UniversalFeatures.text(analysis.pos, analysis.morphology).split(separator: "|"))
    for feature in gold.features.split(separator: "|") {
      let name = String(feature.prefix { $0 != "=" })
      guard ["Gender", "Number", "Person", "Mood", "Tense", "VerbForm"].contains(name) else {
        continue
      }
      features[name, default: (0, 0)].all += 1
      if ours.contains(feature) {
        features[name, default: (0, 0)].same += 1
      } else if gold.pos == .verb || gold.pos == .auxiliary || name == "Number" {
        confusions["\(name) \(gold.pos.tag)", default: [:]][
          "\(gold.form) \(feature)", default: 0] += 1
      }
    }
  }

  func report(_ name: String, details: Bool) {
    func share(_ part: Int, _ whole: Int) -> String {
      let value = Double(part) / Double(max(1, whole)) * 100
      return "\((value * 100).rounded() / 100)"
    }
    print(
      "\(name): \(words) words, UPOS \(share(pos, words)) %, lemma \(share(lemma, words)) %, "
        + "guessed \(share(unknown, words)) %")
    let parts = features.sorted { $0.key < $1.key }
      .map { "\($0.key) \(share($0.value.same, $0.value.all))" }
    print("  " + parts.joined(separator: ", "))
    guard details else { return }
    let rows = confusions.map { ($0.key, $0.value.values.reduce(0, +), $0.value) }
      .sorted { $0.1 > $1.1 }
    for row in rows.prefix(60) {
      let examples = row.2.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(22)
        .map { $0.value > 1 ? "\($0.key)×\($0.value)" : $0.key }
      print("  \(row.0) \(row.1): \(examples.joined(separator: " "))")
    }
    for row in lemmaErrors.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }).prefix(150) {
      print("  \(row.value) \(row.key)")
    }
  }
}
