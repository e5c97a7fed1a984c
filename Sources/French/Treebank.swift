package import Bitext

/// A sentence of a CoNLL-U file (universaldependencies.org/format): its lines, and its words as a token table.
package struct TreebankSentence: Sendable {
  /// One syntactic word.
  package struct Row: Sendable {
    /// The line of `lines` that holds it.
    package var line: Int
    package var form: String
    package var lemma: String
    package var pos: PartOfSpeech
    package var features: String
  }

  package var lines: [Substring]
  package private(set) var rows: [Row] = []
  /// Forms with a space between them; the offsets of `table` count in it.
  package private(set) var text: [UInt8] = []
  package private(set) var table = TokenTable()
  /// The first token of each word.
  package private(set) var starts: [Int32] = []
  /// The row of each word; nil for the "de" of an article "des" that training takes apart.
  package private(set) var rowOfWord: [Int?] = []

  /// Reads the lines of one sentence; `splitsArticles` takes the articles "des" and "du" apart as running text
  /// has them.
  package init(_ lines: [Substring], tokenizer: Tokenizer, splitsArticles: Bool = false) {
    self.lines = lines
    var skipped = 0
    for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10, !cells[0].contains(".") else { continue }
      if cells[0].contains("-") {
        if addContraction(String(cells[1]), tokenizer) { skipped = 2 }
        continue
      }
      rows.append(
        Row(
          line: index, form: String(cells[1]), lemma: String(cells[2]),
          pos: PartOfSpeech(tag: String(cells[3])) ?? .other, features: String(cells[5])))
      if skipped > 0 {
        rowOfWord[rowOfWord.count - skipped] = rows.count - 1
        skipped -= 1
      } else {
        addWord(String(cells[1]), tokenizer, splits: splitsArticles && cells[3] == "DET")
      }
    }
  }

  /// "du" as the two words that the next rows hold.
  private mutating func addContraction(_ surface: String, _ tokenizer: Tokenizer) -> Bool {
    let tokens = tokenizer.tokenize(Array(surface.utf8))
    guard tokens.count == 2, tokens.flags[1].contains(.contracted) else { return false }
    append(tokens, surface, rows: [nil, nil])
    return true
  }

  private mutating func addWord(_ form: String, _ tokenizer: Tokenizer, splits: Bool) {
    var form = form
    let isEnclitic = form.hasPrefix("-") && form.dropFirst().first?.isLetter == true
    if isEnclitic {
      form.removeFirst(form.hasPrefix("-t-") && form.count > 3 ? 3 : 1)
    }
    var tokens = tokenizer.tokenize(Array(form.utf8))
    if tokens.count == 2, tokens.flags[1].contains(.contracted), !splits {
      tokens = Self.single(form, tokens.flags[0])
    }
    if tokens.count == 0 { tokens = Self.single(form, [.punctuation]) }
    if isEnclitic {
      tokens.flags[0].remove(.spaceBefore)
      tokens.flags[0].insert(.hyphenBefore)
    }
    let isSplit = tokens.count == 2 && tokens.flags[1].contains(.contracted)
    append(tokens, form, rows: isSplit ? [nil, rows.count - 1] : [rows.count - 1])
  }

  private static func single(_ form: String, _ flags: TokenFlags) -> TokenTable {
    var table = TokenTable()
    table.folded.append(Folding.foldedHash(form))
    table.exact.append(Folding.exactHash(form))
    table.start.append(0)
    table.end.append(UInt32(form.utf8.count))
    table.flags.append(flags)
    return table
  }

  /// Adds the tokens of one form, as one word or as one word each.
  private mutating func append(_ tokens: TokenTable, _ form: String, rows: [Int?]) {
    if !text.isEmpty { text.append(0x20) }
    for (index, row) in rows.enumerated() {
      starts.append(Int32(table.count + index))
      rowOfWord.append(row)
    }
    let base = UInt32(text.count)
    text += Array(form.utf8)
    table.folded += tokens.folded
    table.exact += tokens.exact
    table.start += tokens.start.map { $0 + base }
    table.end += tokens.end.map { $0 + base }
    table.flags += tokens.flags
  }

  /// The sentences of a CoNLL-U file.
  package static func sentences(_ file: [UInt8], splitsArticles: Bool = false) -> [TreebankSentence]
  {
    let tokenizer = Tokenizer()
    var sentences: [TreebankSentence] = []
    var lines: [Substring] = []
    let text = String(decoding: file, as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty {
        if !lines.isEmpty {
          sentences.append(
            TreebankSentence(lines, tokenizer: tokenizer, splitsArticles: splitsArticles))
        }
        lines = []
      } else {
        lines.append(line)
      }
    }
    if !lines.isEmpty {
      sentences.append(
        TreebankSentence(lines, tokenizer: tokenizer, splitsArticles: splitsArticles))
    }
    return sentences
  }
}

extension Tagger {
  /// The words of a treebank's sentence, one for each of its words.
  package func words(of sentence: TreebankSentence) -> [WordAnalysis] {
    var words: [WordAnalysis] = []
    var scratch = Scratch()
    tag(
      sentence.table.indices, in: sentence.table, text: sentence.text, matches: [],
      given: sentence.starts, into: &words, scratch: &scratch)
    return words
  }

  /// A CoNLL-U file with its own tokens and our lemmas, parts of speech and features.
  package func conllu(_ file: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for sentence in TreebankSentence.sentences(file) {
      var lines = sentence.lines.map(String.init)
      let words = words(of: sentence)
      for (word, row) in zip(words, sentence.rowOfWord) {
        guard let row, row < sentence.rows.count else { continue }
        let line = sentence.rows[row].line
        var cells = lines[line].split(separator: "\t", omittingEmptySubsequences: false)
          .map(String.init)
        cells[2] = lemma(of: word, in: sentence.table, text: sentence.text)
        cells[3] = word.pos.tag
        cells[5] = UniversalFeatures.text(word.pos, word.morphology)
        lines[line] = cells.joined(separator: "\t")
      }
      output += Array((lines.joined(separator: "\n") + "\n\n").utf8)
    }
    return output
  }
}

/// Morphology in the words of Universal Dependencies.
package enum UniversalFeatures {
  private static let names: [(Morphology, String, String)] = [
    (.definite, "Definite", "Def"), (.indefinite, "Definite", "Ind"),
    (.masculine, "Gender", "Masc"), (.feminine, "Gender", "Fem"),
    (.imperative, "Mood", "Imp"), (.indicative, "Mood", "Ind"), (.subjunctive, "Mood", "Sub"),
    (.conditional, "Mood", "Cnd"),
    (.singular, "Number", "Sing"), (.plural, "Number", "Plur"),
    (.ordinal, "NumType", "Ord"),
    (.first, "Person", "1"), (.second, "Person", "2"), (.third, "Person", "3"),
    (.negative, "Polarity", "Neg"), (.possessive, "Poss", "Yes"),
    (.demonstrative, "PronType", "Dem"), (.interrogative, "PronType", "Int"),
    (.relative, "PronType", "Rel"),
    (.reflexive, "Reflex", "Yes"),
    (.future, "Tense", "Fut"), (.imperfect, "Tense", "Imp"), (.past, "Tense", "Past"),
    (.present, "Tense", "Pres"),
    (.infinitive, "VerbForm", "Inf"), (.participle, "VerbForm", "Part"),
  ]

  /// "Gender=Masc|Number=Plur"; "_" where there are none. What is open (both genders) is left out.
  package static func text(_ pos: PartOfSpeech, _ morphology: Morphology) -> String {
    var open: Set<String> = []
    if morphology.contains(.anyGender) { open.insert("Gender") }
    if morphology.contains(.anyNumber) { open.insert("Number") }
    var features: [String] = []
    for (bit, name, value) in names where morphology.contains(bit) && !open.contains(name) {
      features.append("\(name)=\(value)")
    }
    if !morphology.isDisjoint(with: [.indicative, .subjunctive, .conditional, .imperative]) {
      features.append("VerbForm=Fin")
    }
    return features.isEmpty ? "_" : features.joined(separator: "|")
  }

  /// The morphology that "Gender=Masc|Number=Plur" names; what it does not know is left out.
  package static func morphology(_ text: String) -> Morphology {
    var result: Morphology = []
    for feature in text.split(separator: "|") {
      for (bit, name, value) in names where feature == "\(name)=\(value)" {
        result.formUnion(bit)
      }
    }
    return result
  }
}
