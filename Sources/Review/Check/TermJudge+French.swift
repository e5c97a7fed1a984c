internal import Bitext

/// French that stands in the English.
extension TermJudge {
  func untranslated(_ part: CheckedPart) -> Judgement? {
    let source = EnglishForm(part.source)
    guard !source.stems.isEmpty, part.source.utf8.count > 3 || !source.acronyms.isEmpty,
      !(part.forms.preferred + part.forms.admitted + part.forms.related).contains(where: {
        $0.stems == source.stems
      }), let range = text.range(of: source), isName(range, part), !isGloss(range),
      !accepted(part).contains(where: { $0.overlaps(range) })
    else { return nil }
    // A form made by rule is a guess: the name may be Latin at home, or kept as its bearer writes it.
    // "Marine" before a rank is a word of English too.
    let isCommon =
      range.count == 1 && source.acronyms.isEmpty && [.portfolio, .office].contains(part.kind)
    // "Spiegel" for "Der Spiegel" is English in short.
    let isShort =
      source.stems.count < 3
      && part.forms.preferred.contains { form in
        form.stems.count > source.stems.count
          && form.stems.suffix(source.stems.count) == source.stems[...]
      }
    let isDoubtful = part.rule?.hasPrefix("romanize-") ?? false || isCommon || isShort
    let severity: CheckSeverity = isDoubtful ? .info : part.origin == .inferred ? .warning : .error
    return Judgement(
      verdict: .untranslated, severity: severity, words: range,
      message: "“\(text.string(range))” is French; English has “\(part.target)”")
  }

  /// The French form stands in quotation marks, as the title of a film does.
  func isQuoted(_ part: CheckedPart) -> Bool {
    part.source.utf8.count > 3 && text.ranges(of: EnglishForm(part.source)).contains(where: isGloss)
  }

  /// In brackets or quotation marks the French form is told on purpose.
  private func isGloss(_ range: Range<Int>) -> Bool {
    let start = text.words[range.lowerBound].range.lowerBound
    guard start > 0 else { return false }
    return [0x28, 0x5B, 0x22, 0x27, 0x9C, 0xAB].contains(text.bytes[start - 1])
  }

  /// "Mme" and "M." before a name; left out or another one is no matter.
  func honorific(_ part: CheckedPart) -> Judgement {
    let letters = EnglishText(part.source).words.first?.letters ?? []
    let isSame = part.forms.preferred.contains { $0.stems.first == EnglishStem.hash(letters) }
    guard !isSame, !letters.isEmpty else { return .fine }
    for (place, word) in text.words.enumerated().dropLast()
    where word.isCapitalized && word.letters == letters && text.words[place + 1].isCapitalized {
      return Judgement(
        verdict: .untranslated, severity: .error, words: place..<place + 1,
        message: "“\(text.string(place..<place + 1))” is French; English has “\(part.target)”")
    }
    return .fine
  }

  /// A capitalised name, or a term of several words: a single common noun may be English as well.
  private func isName(_ range: Range<Int>, _ part: CheckedPart) -> Bool {
    range.count > 1
      || text.words[range.lowerBound].isCapitalized
        && part.source.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
