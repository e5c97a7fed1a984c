package import Bitext

/// The source sentence with each recognised term replaced by its English.
///
/// "le président russe Vladimir Poutine a téléphoné" becomes "Russian President Vladimir Putin a téléphoné". With a
/// lexicon, an ordinary noun beside a nationality goes with it: "des camions militaires turcs" becomes "des Turkish
/// military trucks".
package struct TermsEngine: DraftEngine {
  package let name = "terms"
  private let nationals: NationalPhrases?

  package init(lexicon: BilingualLexicon? = nil) {
    nationals = lexicon.map { NationalPhrases(lexicon: $0) }
  }

  package func draft(_ sentence: AnalyzedSentence, context: inout DraftContext) -> Draft {
    var writer = TermsWriter(sentence)
    var token = sentence.tokens.lowerBound
    var placed = 0
    for (index, match) in sentence.matches.enumerated() where index >= placed {
      placed = index + 1
      if let phrase = nationals?.phrase(at: index, in: sentence), phrase.tokens.lowerBound >= token
      {
        writer.copy(token..<phrase.tokens.lowerBound)
        writer.place(phrase)
        token = phrase.tokens.upperBound
        placed = index + phrase.nationalities.count
        continue
      }
      let start = min(match.determiner ?? match.tokens.lowerBound, match.tokens.lowerBound)
      writer.copy(token..<max(token, start))
      writer.place(match)
      token = max(token, match.tokens.upperBound)
    }
    writer.copy(token..<max(token, sentence.tokens.upperBound))
    return Draft(
      text: String(decoding: writer.output, as: UTF8.self), links: writer.links,
      placements: writer.placements)
  }
}

/// Writes a sentence token by token.
private struct TermsWriter {
  let sentence: AnalyzedSentence
  var output: [UInt8] = []
  var links: [DraftLink] = []
  var placements: [Range<Int>?] = []

  init(_ sentence: AnalyzedSentence) {
    self.sentence = sentence
    output.reserveCapacity(sentence.tokens.count * 8)
  }

  /// Copies the text of `tokens` with the white space before each of them.
  mutating func copy(_ tokens: Range<Int>) {
    for token in tokens {
      writeSpace(before: token)
      let table = sentence.table
      let bytes = sentence.text[Int(table.start[token])..<Int(table.end[token])]
      // "à 9 h." after "9 a.m." needs no second stop.
      let isDouble = output.last == 0x2E && bytes.count == 1 && bytes.first == 0x2E
      let start = isDouble ? output.count - 1 : output.count
      if !isDouble { output += bytes }
      links.append(DraftLink(tokens: token..<token + 1, target: start..<output.count))
    }
  }

  mutating func place(_ match: TermMatch) {
    let first = match.tokens.lowerBound
    let table = sentence.table
    if let determiner = match.determiner {
      if table.flags[determiner].contains(.contracted) { uncontract(determiner) }
      writeSpace(before: determiner)
      let start = output.count
      switch match.article {
      case .zero: break
      case .the: output += Array(start == 0 ? "The".utf8 : "the".utf8)
      case .asSource:
        output += sentence.text[Int(table.start[determiner])..<Int(table.end[determiner])]
      }
      if start < output.count {
        links.append(
          DraftLink(tokens: determiner..<determiner + 1, target: start..<output.count))
        if output.last != UInt8(ascii: "'"), output.last != 0x99 { space() }
      }
    } else {
      writeSpace(before: first)
    }
    let start = output.count
    output += Array(match.target.utf8)
    if start == 0, let letter = output.first, letter >= 0x61, letter <= 0x7A {
      output[0] = letter & 0xDF
    }
    placements.append(start..<output.count)
    links.append(DraftLink(tokens: match.tokens, target: start..<output.count))
    // "2 millions d’habitants": the elided word ends the match, its host follows.
    if let last = match.tokens.last, table.flags[last].contains(.elided) { space() }
  }

  /// Writes "Azerbaijani and Turkish armies", and notes where each nationality stands.
  mutating func place(_ phrase: NationalPhrases.Phrase) {
    writeSpace(before: phrase.tokens.lowerBound)
    let start = output.count
    for (index, nationality) in phrase.nationalities.enumerated() {
      if index > 0 { output += Array(" and ".utf8) }
      let first = output.count
      output += Array(nationality.utf8)
      placements.append(first..<output.count)
    }
    output += Array(phrase.rest.utf8)
    links.append(DraftLink(tokens: phrase.tokens, target: start..<output.count))
  }

  /// Turns the "du" or "au" just written into the preposition alone: "du Kremlin" is "de" and the name.
  private mutating func uncontract(_ determiner: Int) {
    guard determiner > sentence.tokens.lowerBound, let link = links.last,
      link.tokens.upperBound == determiner
    else { return }
    let isDe = output[link.target.lowerBound] | 0x20 == UInt8(ascii: "d")
    let isCapital = output[link.target.lowerBound] & 0x20 == 0
    output.removeSubrange(link.target)
    output += Array((isDe ? isCapital ? "De" : "de" : isCapital ? "À" : "à").utf8)
    links[links.count - 1].target = link.target.lowerBound..<output.count
    space()
  }

  private mutating func writeSpace(before token: Int) {
    guard !output.isEmpty else { return }
    if sentence.table.flags[token].contains(.spaceBefore) { space() }
    if sentence.table.flags[token].contains(.hyphenBefore) { output.append(UInt8(ascii: "-")) }
  }

  private mutating func space() {
    if let last = output.last, last != 0x20 { output.append(0x20) }
  }
}
