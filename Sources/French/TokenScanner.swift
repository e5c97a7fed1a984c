internal import Bitext

/// A position in UTF-8 text, and what the tokeniser learns of the token it is reading.
struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// `Folding.table`, at hand.
  private let letters: UnsafeBufferPointer<Folding.Entry>
  var position = 0
  var sawSpace = false
  var sawHyphen = false
  var folded: UInt64 = 0
  var exact: UInt64 = 0
  var wordFlags: TokenFlags = []
  /// The word is a dotted acronym.
  private var sawDots = false

  init(bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<Folding.Entry>) {
    self.bytes = bytes
    self.letters = letters
  }

  @inline(__always)
  func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// The scalar at `index` and its length in bytes. The text is valid UTF-8.
  @inline(__always)
  func scalar(at index: Int) -> (code: UInt32, length: Int) {
    let first = UInt32(byte(at: index))
    if first < 0x80 { return (first, 1) }
    let second = UInt32(byte(at: index + 1) & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(byte(at: index + 2) & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return (
      (first & 0x07) << 18 | second << 12 | third << 6 | UInt32(byte(at: index + 3) & 0x3F), 4
    )
  }

  @inline(__always)
  func letter(at index: Int) -> (entry: Folding.Entry, length: Int)? {
    guard index < bytes.count else { return nil }
    let first = Int(bytes[index])
    if first < 0x80 {
      let entry = letters[first]
      return entry.lower == 0 ? nil : (entry, 1)
    }
    let (code, length) = scalar(at: index)
    if code < UInt32(Folding.tableSize) {
      let entry = letters[Int(code)]
      return entry.lower == 0 ? nil : (entry, length)
    }
    guard let entry = Folding.rareEntry(for: code) else { return nil }
    return (entry, length)
  }

  @inline(__always)
  func isDigit(at index: Int) -> Bool {
    let value = byte(at: index)
    return value >= 0x30 && value <= 0x39
  }

  @inline(__always)
  func isSpace(at index: Int) -> Bool {
    let value = byte(at: index)
    return value == 0x20 || (value >= 0x09 && value <= 0x0D)
  }

  /// Moves past white space and a joining hyphen; false at the end of the text.
  mutating func skipSpace() -> Bool {
    sawSpace = position == 0
    sawHyphen = false
    while position < bytes.count, isSpace(at: position) {
      sawSpace = true
      position += 1
    }
    if !sawSpace, byte(at: position) == UInt8(ascii: "-"), position > 0, joins(at: position) {
      sawHyphen = true
      position += 1
      skipEuphonicT()
    }
    folded = FormHash().value
    exact = folded
    wordFlags = []
    return position < bytes.count
  }

  /// A hyphen at `index` stands between two letters or digits.
  private func joins(at index: Int) -> Bool {
    let before = bytes[index - 1]
    let isWord =
      before >= 0x80 || before == 0x2E || (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A
    guard isWord || isDigit(at: index - 1) else { return false }
    return isDigit(at: index + 1) || letter(at: index + 1) != nil
  }

  /// In "a-t-il" the "t" is no word.
  private mutating func skipEuphonicT() {
    guard byte(at: position) | 0x20 == UInt8(ascii: "t"),
      byte(at: position + 1) == UInt8(ascii: "-"),
      byte(at: position + 2) | 0x20 == UInt8(ascii: "i")
        || byte(at: position + 2) | 0x20 == UInt8(ascii: "e")
        || byte(at: position + 2) | 0x20 == UInt8(ascii: "o")
    else { return }
    position += 2
  }

  @inline(__always)
  private mutating func hash(_ entry: Folding.Entry) {
    if entry.first == 0 {
      folded = Folding.combine(folded, entry.lower)
    } else {
      folded = FormHash.next(folded, entry.first)
      if entry.second != 0 { folded = FormHash.next(folded, entry.second) }
    }
    exact = Folding.combine(exact, entry.lower)
  }

  @inline(__always)
  private mutating func hash(byte: UInt8) {
    folded = FormHash.next(folded, byte)
    exact = FormHash.next(exact, byte)
  }

  // MARK: - Tokens

  /// Digits with their separators ("1 234,5", "3.5") and the letters after them ("1er", "14h30").
  mutating func scanNumber() {
    let start = position
    while isDigit(at: position) { position += 1 }
    var groupable = position - start <= 3 && byte(at: start) != UInt8(ascii: "0")
    while true {
      let separator = byte(at: position)
      if separator == 0x20, groupable, hasGroup(at: position + 1) {
        position += 4
      } else if separator == UInt8(ascii: ",") || separator == UInt8(ascii: "."),
        isDigit(at: position + 1)
      {
        groupable = groupable && hasGroup(at: position + 1) && separator == UInt8(ascii: ".")
        position += 1
        while isDigit(at: position) { position += 1 }
      } else {
        break
      }
    }
    if let next = letter(at: position), next.entry.first != 0 { scanNumberSuffix() }
    for index in start..<position {
      let value = bytes[index]
      hash(byte: value >= 0x41 && value <= 0x5A ? value | 0x20 : value)
    }
  }

  private mutating func scanNumberSuffix() {
    while true {
      if let next = letter(at: position) {
        position += next.length
      } else if isDigit(at: position) {
        position += 1
      } else {
        return
      }
    }
  }

  private func hasGroup(at index: Int) -> Bool {
    isDigit(at: index) && isDigit(at: index + 1) && isDigit(at: index + 2)
      && !isDigit(at: index + 3)
  }

  /// A word, an elided word with its apostrophe, or a dotted acronym.
  mutating func scanWord(elisions: FormSet) {
    sawDots = false
    var letters = 0
    var capitals = 0
    var flags: TokenFlags = [.word]
    scan: while true {
      let ascii = byte(at: position)
      let lower = ascii | 0x20
      if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") {
        if ascii != lower {
          capitals += 1
          if letters == 0 { flags.insert(.capitalized) }
        }
        letters += 1
        hash(byte: lower)
        position += 1
      } else if ascii >= 0x80, let next = letter(at: position) {
        if next.entry.isUpper {
          capitals += 1
          if letters == 0 { flags.insert(.capitalized) }
        }
        letters += 1
        hash(next.entry)
        position += next.length
      } else if isDigit(at: position) {
        hash(byte: bytes[position])
        position += 1
      } else {
        switch byte(at: position) {
        case UInt8(ascii: "'") where letter(at: position + 1) != nil || elisions.contains(folded):
          let elided = elisions.contains(folded)
          if !elided, letter(at: position + 1) == nil { break scan }
          hash(byte: UInt8(ascii: "'"))
          position += 1
          if elided {
            flags.insert(.elided)
            break scan
          }
        case UInt8(ascii: ".") where letters == 1 && capitals == 1 && isAcronymDot(position):
          scanAcronym()
          sawDots = true
          flags.formUnion([.capitalized, .allCapitals])
          wordFlags = flags
          return
        default: break scan
        }
      }
    }
    if letters > 1, capitals == letters { flags.insert(.allCapitals) }
    wordFlags = flags
  }

  /// A full stop after one capital with another capital and a full stop right after it.
  private func isAcronymDot(_ index: Int) -> Bool {
    guard let next = letter(at: index + 1), next.entry.isUpper else { return false }
    return byte(at: index + 1 + next.length) == UInt8(ascii: ".")
  }

  /// The rest of "U.R.S.S." after its first letter; the dots are not hashed.
  private mutating func scanAcronym() {
    while byte(at: position) == UInt8(ascii: "."), let next = letter(at: position + 1),
      next.entry.isUpper, letter(at: position + 1 + next.length) == nil
    {
      hash(next.entry)
      position += 1 + next.length
    }
    if byte(at: position) == UInt8(ascii: ".") { position += 1 }
  }

  /// One mark of punctuation, or a run of full stops.
  mutating func scanPunctuation() {
    let start = position
    position += max(1, scalar(at: position).length)
    if bytes[start] == UInt8(ascii: ".") {
      while byte(at: position) == UInt8(ascii: ".") { position += 1 }
    }
    // Flags and other sequences of pictures are one token: they are copied as they stand.
    if scalar(at: start).code >= 0x2190 {
      while position < bytes.count, scalar(at: position).code >= 0x2190,
        letter(at: position) == nil, scalar(at: position).code != 0xFFFC
      {
        position += scalar(at: position).length
      }
    }
    position = min(position, bytes.count)
    for index in start..<position { hash(byte: bytes[index]) }
  }

  /// A URL, a handle, a hashtag, or an atom (U+FFFC).
  mutating func scanMarkedOpaque() -> Bool {
    let start = position
    switch bytes[start] {
    case 0xEF where byte(at: start + 1) == 0xBF && byte(at: start + 2) == 0xBC:
      position += 3
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      guard letter(at: start + 1) != nil else { return false }
      position = wordEnd(from: start + 1)
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
      guard hasPrefix("http://") || hasPrefix("https://") || hasPrefix("www.") else { return false }
      position = chunkEnd()
    default: return false
    }
    for index in start..<position { hash(byte: bytes[index]) }
    return true
  }

  /// An e-mail address or a domain, after its first letters have been scanned as a word from `start`.
  mutating func scanAddress(from start: Int) -> Bool {
    // What ends a word ends an address, but for these.
    switch byte(at: position) {
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: "_"): break
    default: guard sawDots else { return false }
    }
    let end = position
    position = start
    guard isAddress() else {
      position = end
      return false
    }
    position = chunkEnd()
    folded = FormHash().value
    exact = folded
    for index in start..<position { hash(byte: bytes[index]) }
    return true
  }

  private func hasPrefix(_ prefix: StaticString) -> Bool {
    guard position + prefix.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<prefix.utf8CodeUnitCount
    where bytes[position + index] | 0x20 != prefix.utf8Start[index] | 0x20 {
      return false
    }
    return true
  }

  /// An e-mail address or a domain without spaces: "a.b@c.fr", "site.fr".
  private func isAddress() -> Bool {
    var index = position
    var dot = 0
    let limit = min(bytes.count, position + 254)  // RFC 5321, § 4.5.3.1: the longest path
    while index < limit {
      let value = bytes[index]
      if value == UInt8(ascii: ".") {
        if dot == 0 { dot = index }
      } else if value != UInt8(ascii: "-"), value != UInt8(ascii: "_"), !isDigit(at: index),
        (value | 0x20) < 0x61 || (value | 0x20) > 0x7A
      {
        break
      }
      index += 1
    }
    if byte(at: index) == UInt8(ascii: "@") { return byte(at: index + 1) > 0x20 }
    guard dot > position + 1 else { return false }
    let next = byte(at: dot + 1)
    guard next >= 0x61, next <= 0x7A else { return false }
    let length = wordEnd(from: dot + 1) - dot
    return length >= 3 && length <= 5
  }

  private func wordEnd(from index: Int) -> Int {
    var index = index
    while index < bytes.count {
      if let next = letter(at: index) {
        index += next.length
      } else if isDigit(at: index) || bytes[index] == UInt8(ascii: "_") {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// The end of the run of bytes without space, less the punctuation that closes the sentence.
  private func chunkEnd() -> Int {
    var end = position
    while end < bytes.count, !isSpace(at: end), bytes[end] != 0xC2 { end += 1 }
    while end > position + 1 {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        end -= 1
      default: return end
      }
    }
    return end
  }
}
