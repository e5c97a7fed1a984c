internal import Bitext
internal import French

/// A word of an English text under check.
struct EnglishWord: Sendable {
  /// UTF-8 offsets in the text as written, without a possessive ending.
  var range: Range<Int>
  /// The letters in lower case without accents, stops and apostrophes: "O’Neill" is "oneill", "U.S." is "us".
  var letters: [UInt8]
  /// What is the same for the forms of a word: see `EnglishStem`.
  var stem: UInt64
  var isCapitalized: Bool
  var isAllCapitals: Bool
  /// No letter, so that `letters` are digits.
  var isNumber: Bool
}

/// An English text as words, in order.
///
/// "Putin’s U.S. visit" is `putin`, `us`, `visit`; hyphens part words.
struct EnglishText: Sendable {
  let bytes: [UInt8]
  private(set) var words: [EnglishWord] = []
  private var places: [UInt64: [Int]] = [:]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var scanner = EnglishScanner(bytes)
    while let word = scanner.next() {
      places[word.stem, default: []].append(words.count)
      words.append(word)
    }
  }

  /// The indices of the words with this stem.
  func indices(of stem: UInt64) -> [Int] { places[stem] ?? [] }

  func has(_ stem: UInt64) -> Bool { places[stem] != nil }

  /// The words where `form` stands, one after the other; nil if it does not.
  func range(of form: EnglishForm) -> Range<Int>? { ranges(of: form).first }

  /// All places where `form` stands.
  func ranges(of form: EnglishForm) -> [Range<Int>] {
    guard let first = form.stems.first, let starts = places[first] else { return [] }
    let count = form.stems.count
    return starts.compactMap { start in
      guard start + count <= words.count else { return nil }
      for part in 0..<count {
        guard words[start + part].stem == form.stems[part], agrees(form, part, start + part) else {
          return nil
        }
      }
      return start..<start + count
    }
  }

  /// An acronym counts in capitals only: "US" is no "us".
  private func agrees(_ form: EnglishForm, _ part: Int, _ word: Int) -> Bool {
    !form.acronyms.contains(part) || words[word].isCapitalized
  }

  func string(_ indices: Range<Int>) -> String {
    guard let first = indices.first, let last = indices.last, last < words.count else { return "" }
    return String(
      decoding: bytes[words[first].range.lowerBound..<words[last].range.upperBound], as: UTF8.self)
  }

  /// The bytes that the words cover.
  func range(_ indices: Range<Int>) -> Range<Int> {
    guard let first = indices.first, let last = indices.last, last < words.count else {
      return 0..<0
    }
    return words[first].range.lowerBound..<words[last].range.upperBound
  }
}

/// An English form that is looked for, as the stems of its words without a leading article.
struct EnglishForm: Sendable, Hashable {
  var text: String
  var stems: [UInt64]
  /// Positions of stems that are written in capitals throughout.
  var acronyms: Set<Int>
  /// Stems of the words that carry meaning: without "of", "the" and the like.
  var content: [UInt64]
  /// The beginnings of its capitalised words: "imf" of "International Monetary Fund".
  var initials: [UInt8]

  init(_ text: String) {
    self.text = text
    var scanner = EnglishScanner(Array(text.utf8))
    stems = []
    acronyms = []
    content = []
    initials = []
    while let word = scanner.next() {
      if stems.isEmpty, content.isEmpty, word.letters.elementsEqual("the".utf8) { continue }
      if word.isAllCapitals, word.letters.count > 1, word.letters.count < 5 {
        acronyms.insert(stems.count)
      }
      stems.append(word.stem)
      if word.isCapitalized, let first = word.letters.first { initials.append(first) }
      if !EnglishStem.isLinker(word.letters) { content.append(word.stem) }
    }
  }
}

/// Cuts English text into words.
struct EnglishScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> EnglishWord? {
    while position < bytes.count, letter(at: position) == nil { position += step(at: position) }
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    var word = EnglishWord(
      range: 0..<0, letters: [], stem: 0, isCapitalized: false, isAllCapitals: true, isNumber: true)
    var isFirst = true
    while position < bytes.count {
      if let found = letter(at: position) {
        word.letters += found.letters
        if isFirst { word.isCapitalized = found.isUpper }
        if !found.isUpper, !found.isDigit { word.isAllCapitals = false }
        if !found.isDigit { word.isNumber = false }
        isFirst = false
        position += found.length
        end = position
      } else if let length = joint(at: position, word) {
        position += length
      } else {
        break
      }
    }
    word.isAllCapitals = word.isAllCapitals && !word.isNumber
    // The stop of "U.S." belongs to it; the ending of a genitive does not.
    if word.letters.count > 1, end < bytes.count, bytes[end] == UInt8(ascii: "."),
      bytes[start..<end].contains(UInt8(ascii: "."))
    {
      end += 1
      position = end
    }
    skipPossessive()
    word.range = start..<end
    word.stem = EnglishStem.hash(word.letters)
    return word
  }

  private struct Letter {
    var letters: [UInt8]
    var length: Int
    var isUpper = false
    var isDigit = false
  }

  private func letter(at offset: Int) -> Letter? {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return Letter(letters: [byte], length: 1)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return Letter(letters: [byte | 0x20], length: 1, isUpper: true)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Letter(letters: [byte], length: 1, isDigit: true)
    case 0..<0x80: return nil
    default: break
    }
    let length = step(at: offset)
    let text = String(decoding: bytes[offset..<min(bytes.count, offset + length)], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first,
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    else { return nil }
    let isMark = scalar.properties.generalCategory == .nonspacingMark
    return Letter(
      letters: isMark ? [] : Array(Folding.fold(text).utf8), length: length,
      isUpper: scalar.properties.isUppercase)
  }

  private func step(at offset: Int) -> Int {
    let byte = bytes[offset]
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(length, bytes.count - offset)
  }

  /// The length of a sign that stands inside a word: an apostrophe before a letter that is no ending, the stop
  /// between initials, the separators of a number.
  private func joint(at offset: Int, _ word: EnglishWord) -> Int? {
    let length = apostrophe(at: offset) ?? 1
    let next = offset + length
    guard next < bytes.count, let following = letter(at: next) else { return nil }
    if apostrophe(at: offset) != nil {
      // "rue d’Ulm" has the word Ulm.
      let isElided = word.letters == [UInt8(ascii: "d")] || word.letters == [UInt8(ascii: "l")]
      if isElided, following.isUpper { return nil }
      let after = next + following.length
      let isEnding = after >= bytes.count || letter(at: after) == nil
      return isEnding && following.letters == [UInt8(ascii: "s")] ? nil : length
    }
    let isStop = bytes[offset] == UInt8(ascii: ".")
    if word.isNumber {
      return following.isDigit && (isStop || bytes[offset] == UInt8(ascii: ",")) ? 1 : nil
    }
    guard isStop, !following.isDigit else { return nil }
    // "U.S" goes on, "left.He" does not.
    let isInitial = offset < 2 || letter(at: offset - 1) != nil && !isLetterASCII(offset - 2)
    let after = next + following.length
    let endsInitial = after >= bytes.count || letter(at: after) == nil
    return isInitial && endsInitial ? 1 : nil
  }

  private func isLetterASCII(_ offset: Int) -> Bool {
    offset >= 0 && (bytes[offset] | 0x20) &- 0x61 < 26
  }

  private func apostrophe(at offset: Int) -> Int? {
    if bytes[offset] == UInt8(ascii: "'") { return 1 }
    let isCurly =
      offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0x99 || bytes[offset + 2] == 0x98)
    return isCurly ? 3 : nil
  }

  private mutating func skipPossessive() {
    guard position < bytes.count, let length = apostrophe(at: position) else { return }
    let next = position + length
    guard next < bytes.count, bytes[next] | 0x20 == UInt8(ascii: "s"),
      next + 1 >= bytes.count || letter(at: next + 1) == nil
    else { return }
    position = next + 1
  }
}
