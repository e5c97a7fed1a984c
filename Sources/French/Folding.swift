internal import Bitext

/// Case and accents of the letters of Latin script, as bytes, for hashing word forms.
///
/// "État" folds to "etat"; in lower case it is "état". Letters outside the table (Greek, Cyrillic) are lowered
/// and keep their accents.
package enum Folding {
  /// A letter folded: at most two ASCII bytes ("œ" is "oe"), and whether it is upper case.
  struct Entry {
    var first: UInt8 = 0
    var second: UInt8 = 0
    var isUpper = false
    /// The letter in lower case.
    var lower: UInt32 = 0
  }

  /// U+00C0 to U+024F, from this table; a space stands for "no Latin base letter".
  private static let bases: [UInt32: String] = [
    0xC0: "aaaaaaæceeeeiiiiðnooooo ouuuuyþßaaaaaaæceeeeiiiiðnooooo ouuuuyþy",
    0x100: "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkkllllllllll",
    0x143: "nnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    0x218: "sstt",
  ]

  /// The letters up to U+024F by their codes; `lower` is 0 for what is no letter.
  static let table: [Entry] = {
    var table = [Entry](repeating: Entry(), count: tableSize)
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let lower = Entry(first: letter, lower: UInt32(letter))
      table[Int(letter)] = lower
      table[Int(letter - 0x20)] = lower
      table[Int(letter - 0x20)].isUpper = true
    }
    for (start, row) in bases {
      var code = start
      for base in row.unicodeScalars {
        if let scalar = Unicode.Scalar(code), base != " " {
          table[Int(code)] = entry(of: scalar, base: base)
        }
        code += 1
      }
    }
    for code in 0x80..<tableSize where table[code].lower == 0 {
      guard let scalar = Unicode.Scalar(UInt32(code)), scalar.properties.isAlphabetic else {
        continue
      }
      table[code].lower = lowered(scalar)
      table[code].isUpper = scalar.properties.isUppercase
    }
    return table
  }()

  static let tableSize = 0x250

  private static func entry(of scalar: Unicode.Scalar, base: Unicode.Scalar) -> Entry {
    var entry = Entry(isUpper: scalar.properties.isUppercase, lower: lowered(scalar))
    switch base {
    case "æ": (entry.first, entry.second) = (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case "œ": (entry.first, entry.second) = (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case "ß": (entry.first, entry.second) = (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case "þ": (entry.first, entry.second) = (UInt8(ascii: "t"), UInt8(ascii: "h"))
    case "ð": entry.first = UInt8(ascii: "d")
    case "ĳ": (entry.first, entry.second) = (UInt8(ascii: "i"), UInt8(ascii: "j"))
    default: entry.first = UInt8(truncatingIfNeeded: base.value)
    }
    return entry
  }

  /// The base letter of a Vietnamese or other letter of Latin Extended Additional (U+1E00 to U+1EFF).
  static let additional: [UInt8] = {
    let bases =
      "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo"
      + "oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyassssd"
      + "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu"
      + "uuyyyyyyyyllvvyy"
    return Array(bases.utf8)
  }()

  static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first?.value ?? scalar.value : scalar.value
  }

  /// Upper case, letter or not, and the bytes to hash for a scalar of any script.
  @inline(__always)
  static func entry(for code: UInt32) -> Entry? {
    if code < 0x80 {
      let byte = UInt8(truncatingIfNeeded: code)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        return Entry(first: byte, second: 0, isUpper: false, lower: code)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        return Entry(first: byte | 0x20, second: 0, isUpper: true, lower: code | 0x20)
      default: return nil
      }
    }
    if code < UInt32(tableSize) {
      let entry = table[Int(code)]
      return entry.lower == 0 ? nil : entry
    }
    return rareEntry(for: code)
  }

  /// The same for the codes that `table` has not.
  @inline(never)
  static func rareEntry(for code: UInt32) -> Entry? {
    // General Punctuation has no letters.
    guard code < 0x2000 || code > 0x206F, let scalar = Unicode.Scalar(code) else { return nil }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.generalCategory == .nonspacingMark else {
      return nil
    }
    var entry = Entry(isUpper: properties.isUppercase, lower: lowered(scalar))
    if code >= 0x1E00, code <= 0x1EFF, Int(code - 0x1E00) < additional.count {
      entry.first = additional[Int(code - 0x1E00)]
    }
    return entry
  }

  /// `text` in lower case without accents, as the `folded` hash of a token sees it: "Œuvre" is "oeuvre".
  package static func fold(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let entry = entry(for: scalar.value) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if entry.first == 0 {
        if let lower = Unicode.Scalar(entry.lower) { result.unicodeScalars.append(lower) }
      } else {
        result.unicodeScalars.append(Unicode.Scalar(entry.first))
        if entry.second != 0 { result.unicodeScalars.append(Unicode.Scalar(entry.second)) }
      }
    }
    return result
  }

  /// `text` without the diacritics that the English-language press drops: a name in letters of Western languages stays
  /// ("é", "ñ", "ö") but for its "œ", any other loses them all ("Erdoğan" is "Erdogan", "Dvořák" "Dvorak").
  package static func plain(_ text: String) -> String {
    // Letters above U+00FF start with a byte of 0xC4 or more.
    guard text.utf8.contains(where: { $0 >= 0xC4 }) else { return text }
    let ligatures: ClosedRange<UInt32> = 0x152...0x153
    let isWestern = text.unicodeScalars.allSatisfy {
      $0.value <= 0xFF || ligatures.contains($0.value) || entry(for: $0.value) == nil
    }
    var result = ""
    for scalar in text.unicodeScalars {
      guard scalar.value >= (isWestern ? ligatures.lowerBound : 0xC0),
        let entry = entry(for: scalar.value), entry.first != 0
      else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let upper: UInt8 = entry.isUpper ? 0x20 : 0
      result.unicodeScalars.append(Unicode.Scalar(entry.first - upper))
      if entry.second != 0 { result.unicodeScalars.append(Unicode.Scalar(entry.second)) }
    }
    return result
  }

  /// `text` in lower case, accents kept.
  package static func lower(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let entry = entry(for: scalar.value), let lower = Unicode.Scalar(entry.lower) {
        result.unicodeScalars.append(lower)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The UTF-8 of `text` in lower case, accents kept.
  package static func lowerBytes(_ text: String) -> [UInt8] {
    if let ascii = text.withBytes({ lowerASCII($0) }) { return ascii }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let lower = entry(for: scalar.value)?.lower ?? scalar.value
      if lower < 0x80 {
        result.append(UInt8(truncatingIfNeeded: lower))
      } else {
        result += UTF8.encode(Unicode.Scalar(lower) ?? scalar) ?? .init()
      }
    }
    return result
  }

  private static func lowerASCII(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return text.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }

  /// The `exact` hash of a word: "État" and "état" are one, "etat" is another.
  package static func exactHash(_ word: String) -> UInt64 {
    if let hash = word.withBytes({ asciiHash(UnsafeRawBufferPointer($0)) }) { return hash }
    var hash = FormHash().value
    for scalar in word.unicodeScalars {
      hash = combine(hash, entry(for: scalar.value)?.lower ?? scalar.value)
    }
    return hash
  }

  /// The `folded` hash of a word: "État", "etat" and "ETAT" are one.
  package static func foldedHash(_ word: String) -> UInt64 {
    word.withBytes { asciiHash(UnsafeRawBufferPointer($0)) } ?? longFoldedHash(word)
  }

  private static func longFoldedHash(_ word: String) -> UInt64 {
    var hash = FormHash().value
    for scalar in word.unicodeScalars {
      guard let entry = entry(for: scalar.value), entry.first != 0 else {
        hash = combine(hash, Self.entry(for: scalar.value)?.lower ?? scalar.value)
        continue
      }
      hash = FormHash.next(hash, entry.first)
      if entry.second != 0 { hash = FormHash.next(hash, entry.second) }
    }
    return hash
  }

  /// The `folded` hash of a word in valid UTF-8.
  package static func foldedHash(_ word: UnsafeRawBufferPointer) -> UInt64 {
    asciiHash(word) ?? longFoldedHash(String(decoding: word, as: UTF8.self))
  }

  /// The hash of ASCII in lower case; nil for other text.
  private static func asciiHash(_ word: UnsafeRawBufferPointer) -> UInt64? {
    var hash = FormHash().value
    for byte in word {
      if byte >= 0x80 { return nil }
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      hash = FormHash.next(hash, isUpper ? byte | 0x20 : byte)
    }
    return hash
  }

  /// `hash` with the UTF-8 bytes of `code` mixed in.
  @inline(__always)
  static func combine(_ hash: UInt64, _ code: UInt32) -> UInt64 {
    if code < 0x80 { return FormHash.next(hash, UInt8(truncatingIfNeeded: code)) }
    if code < 0x800 {
      let lead = FormHash.next(hash, UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
      return FormHash.next(lead, UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    }
    return combineLong(hash, code)
  }

  @inline(never)
  private static func combineLong(_ hash: UInt64, _ code: UInt32) -> UInt64 {
    var hash = hash
    for byte in UTF8.encode(Unicode.Scalar(code) ?? "?") ?? .init() {
      hash = FormHash.next(hash, byte)
    }
    return hash
  }
}
