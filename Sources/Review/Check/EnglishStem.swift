internal import Bitext

/// Makes one of the forms of an English word: "ministries" and "ministry", "Labour" and "Labor".
///
/// It need not be right, only the same for both sides of a comparison.
enum EnglishStem {
  private static let linkers: Set<[UInt8]> = Set(
    ["of", "the", "and", "for", "in", "to", "a", "an", "on", "at", "de", "la", "el", "al"]
      .map { Array($0.utf8) })

  /// Plurals that no ending tells, and words whose British spelling no ending tells.
  private static let irregular: [String: String] = [
    "men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife",
    "lives": "life", "defence": "defense", "offence": "offense",
    "programme": "program", "programmes": "program", "licence": "license", "tonne": "ton",
    "tonnes": "ton", "grey": "gray", "organisation": "organization", "metre": "meter",
    "centre": "center", "theatre": "theater", "litre": "liter", "fibre": "fiber",
    "kilometre": "kilometer", "centimetre": "centimeter", "sabre": "saber",
  ]

  static func isLinker(_ letters: [UInt8]) -> Bool { linkers.contains(letters) }

  static func hash(_ letters: [UInt8]) -> UInt64 { FormHash.of(stem(letters)) }

  static func hash(_ word: String) -> UInt64 { hash(Array(word.utf8)) }

  static func stem(_ letters: [UInt8]) -> [UInt8] {
    guard letters.count > 3 else {
      return irregular[String(decoding: letters, as: UTF8.self)].map { Array($0.utf8) } ?? letters
    }
    var word = letters
    if let base = irregular[String(decoding: word, as: UTF8.self)] { return Array(base.utf8) }
    if word.ends("ies"), word.count > 4 {
      word.replaceEnd(3, "y")
    } else if word.ends("sses") || word.ends("shes") || word.ends("ches") || word.ends("xes") {
      word.removeLast(2)
    } else if word.ends("s"), !word.ends("ss"), !word.ends("us"), !word.ends("is") {
      word.removeLast()
    }
    if let base = irregular[String(decoding: word, as: UTF8.self)] { return Array(base.utf8) }
    if word.count > 5, word.ends("men") { word.replaceEnd(3, "man") }
    if word.ends("isation") { word.replaceEnd(7, "ization") }
    if word.ends("ise"), word.count > 5 { word.replaceEnd(3, "ize") }
    if word.ends("our"), word.count > 4 { word.replaceEnd(3, "or") }
    return word
  }
}

extension [UInt8] {
  fileprivate func ends(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { $0.count <= count && self[(count - $0.count)...].elementsEqual($0) }
  }

  fileprivate mutating func replaceEnd(_ count: Int, _ ending: StaticString) {
    removeLast(count)
    ending.withUTF8Buffer { append(contentsOf: $0) }
  }
}
