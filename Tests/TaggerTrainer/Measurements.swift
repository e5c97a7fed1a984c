import Bitext
import Glibc
import TestSupport

@testable import French

/// Words a second of processor time, for lookup and tagging.
enum Speed {
  static func run(_ files: [String], tagger: Tagger) throws {
    let tokenizer = Tokenizer()
    for file in files {
      let bytes = try TaggerTrainer.read(file)
      var lines = bytes.split(separator: 0x0A).map(Array.init)
      if files.count > 1 { lines = [lines.reduce(into: []) { $0 += $1 + [0x20] }] }
      let tables = lines.map { tokenizer.tokenize($0) }
      var words: [WordAnalysis] = []
      var scratch = Tagger.Scratch()
      var count = 0
      var sum: UInt64 = 0
      for _ in 0..<5 {
        count = 0
        let start = clock()
        let time = ContinuousClock().measure {
          for (line, table) in zip(lines, tables) {
            words.removeAll(keepingCapacity: true)
            tagger.tag(table.indices, in: table, text: line, into: &words, scratch: &scratch)
            count += words.count
            for word in words { sum &+= word.lemma }
          }
        }
        let seconds = Double(clock() - start) / 1e6
        _ = time
        print(
          "\(file): \(lines.count) lines, \(count) words, \(Int(Double(count) / seconds)) words/s \(sum & 7)"
        )
      }
    }
  }
}

extension Speed {
  /// Prints each line with a tag after each word.
  static func show(_ file: String, tagger: Tagger) throws {
    let tokenizer = Tokenizer()
    for line in try TaggerTrainer.read(file).split(separator: 0x0A) {
      let text = Array(String(decoding: line, as: UTF8.self).replacing("’", with: "'").utf8)
      let table = tokenizer.tokenize(text)
      let words = tagger.words(of: table.indices, in: table, text: text)
      let shown = words.map { word in
        let form = String(decoding: text[table.bounds(word.tokens).range], as: UTF8.self)
        let guess = word.morphology.contains(.guessed) ? "?" : ""
        return word.pos == .punctuation ? form : "\(form)/\(word.pos.tag)\(guess)"
      }
      print(shown.joined(separator: " "))
    }
  }
}

/// Every form of every verb, noun and adjective, for a spell checker:
/// `TaggerTrainer forms | cut -f3 | sort -u | hunspell -d fr -l`.
enum Forms {
  static func print() throws {
    let sources = LexiconSources(EmbeddedData.file)
    let conjugation = try Conjugation(
      paradigms: sources.conjugation, verbs: sources.verbParadigms)
    let inflection = try NominalInflection(sources.nominalInflection)
    var rows = DataRows(sources.lemmas, file: "lemmas.tsv", columns: 3)
    while try rows.advance() {
      let lemma = rows.text(0)
      let grammar = LemmaGrammar(rows.text(2), pos: .noun)
      switch rows.text(1) {
      case "VERB":
        for form in conjugation.forms(of: lemma) { Swift.print("V\t\(lemma)\t\(form.form)") }
      case "NOUN":
        for form in nominal(lemma, .noun, grammar, inflection) {
          Swift.print("N\t\(lemma)\t\(form)")
        }
      case "ADJ":
        for form in nominal(lemma, .adjective, grammar, inflection) {
          Swift.print("A\t\(lemma)\t\(form)")
        }
      default: Swift.print("X\t\(lemma)\t\(lemma)")
      }
    }
  }
}

extension Forms {
  static func nominal(
    _ lemma: String, _ pos: PartOfSpeech, _ grammar: LemmaGrammar?, _ inflection: NominalInflection
  ) -> [String] {
    let word = Array(lemma.utf8)
    guard let grammar, !grammar.isInvariable, !grammar.isPluralOnly, !grammar.isSingularOnly else {
      return [lemma]
    }
    var forms = [word]
    let isHuman =
      grammar.morphology.contains([.masculine, .human])
      && !grammar.morphology.contains(.feminine)
    if pos == .adjective || isHuman {
      forms += LexiconCompiler.derive(
        .feminine, word, pos, explicit: grammar.feminine, by: inflection)
    }
    for (index, form) in forms.enumerated() {
      forms += LexiconCompiler.derive(
        .plural, form, pos, explicit: index == 0 ? grammar.plural : nil, by: inflection)
    }
    return forms.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Which words of running text the lexicon does not know, names apart.
enum Coverage {
  static func run(_ files: [String], lexicon: Lexicon) throws {
    var total = 0
    var known = 0
    var missing: [String: Int] = [:]
    let tokenizer = Tokenizer()
    for file in files {
      var words = 0
      var found = 0
      for line in try TaggerTrainer.read(file).split(separator: 0x0A) {
        let text = Array(String(decoding: line, as: UTF8.self).replacing("’", with: "'").utf8)
        let table = tokenizer.tokenize(text)
        var token = 0
        while token < table.count {
          let flags = table.flags[token]
          var end = token + 1
          if let compound = lexicon.compound(at: token, before: table.count, in: table) {
            end = compound.tokens.upperBound
          }
          defer { token = end }
          guard flags.contains(.word), !flags.contains(.contracted), !flags.contains(.opaque) else {
            continue
          }
          let isKnown =
            end > token + 1 || !lexicon.analyses(exact: table.exact[token]).isEmpty
            || !lexicon.analyses(folded: table.folded[token]).isEmpty
          if !isKnown, flags.contains(.capitalized) { continue }
          words += 1
          if isKnown {
            found += 1
          } else {
            let start = Int(table.start[token])
            missing[
              String(decoding: text[start..<Int(table.end[token])], as: UTF8.self), default: 0] += 1
          }
        }
      }
      print(
        "\(file): \(words) words, names apart; known \(Double(found) / Double(max(1, words)) * 100) %"
      )
      total += words
      known += found
    }
    print("all: \(total), known \(Double(known) / Double(max(1, total)) * 100) %")
    for row in missing.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) where row.value > 0 {
      print("\(row.value)\t\(row.key)")
    }
  }
}

/// Words of running text that several lemmas share under one tag, with how often they occur.
enum Homographs {
  static func run(_ files: [String], lexicon: Lexicon) throws {
    let vocabulary = TaggerVocabulary(lexicon)
    let tokenizer = Tokenizer()
    var counts: [String: Int] = [:]
    for file in files {
      for line in try TaggerTrainer.read(file).split(separator: 0x0A) {
        let text = Array(line)
        let table = tokenizer.tokenize(text)
        for token in table.indices where table.flags[token].contains(.word) {
          var lemmas: [UInt64: Set<String>] = [:]
          for value in lexicon.forms[table.exact[token]] {
            let mask = vocabulary.cellMasks[Int(value & vocabulary.cellMask)]
            for tag in Tag.allCases where mask & tag.bit != 0 && tag.pos != .pronoun {
              lemmas[UInt64(tag.rawValue), default: []].insert(
                lexicon.lemmaText(lexicon.lemma(of: value)) ?? "")
            }
          }
          let start = Int(table.start[token])
          let form = String(decoding: text[start..<Int(table.end[token])], as: UTF8.self)
          for (tag, names) in lemmas where names.count > 1 {
            let name = Tag(rawValue: UInt8(tag)).map { "\($0)" } ?? ""
            counts[
              "\(form.lowercased()) \(name): \(names.sorted().joined(separator: " "))", default: 0] +=
              1
          }
        }
      }
    }
    for row in counts.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
      print("\(row.value) \(row.key)")
    }
  }
}

/// Whether the forms of a treebank whose lemmas we know are among ours with the same features.
enum Generated {
  static func run(_ files: [String], lexicon: Lexicon) throws {
    var total = 0
    var same = 0
    var misses: [String: Int] = [:]
    for file in files {
      for sentence in TreebankSentence.sentences(try TaggerTrainer.read(file)) {
        for row in sentence.rows {
          guard [.verb, .auxiliary, .noun, .adjective].contains(row.pos) else { continue }
          let lemma = Folding.exactHash(row.lemma)
          let known = lexicon.analyses(exact: lemma).contains {
            $0.lemma == lemma && $0.pos == row.pos
          }
          guard known, !row.features.contains("Typo") else { continue }
          total += 1
          let wanted = row.features.split(separator: "|").filter { feature in
            ["Gender", "Number", "Person", "Mood", "Tense", "VerbForm"].contains {
              feature.hasPrefix($0 + "=")
            } && feature != "VerbForm=Fin"
          }
          let hash = Folding.exactHash(row.form)
          let isFound = lexicon.analyses(exact: hash).contains { analysis in
            guard analysis.lemma == lemma, analysis.pos == row.pos else { return false }
            return wanted.allSatisfy {
              analysis.morphology.isSuperset(of: UniversalFeatures.morphology(String($0)))
            }
          }
          if isFound {
            same += 1
          } else {
            misses["\(row.form) \(row.lemma) \(row.pos.tag) \(row.features)", default: 0] += 1
          }
        }
      }
    }
    print(
      "\(total) inflected tokens with known lemma, \(Double(same) / Double(max(1, total)) * 100) % generated"
    )
    for row in misses.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }).prefix(200) {
      print("\(row.value) \(row.key)")
    }
  }
}
