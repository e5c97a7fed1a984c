internal import Bitext

extension QuantityReader {
  /// "n° 5" is "No. 5", "numéro 10" "No. 10", "n° 2 mondial" "world No. 2". A longer number after «numéro» is a
  /// telephone or an account.
  func signedNumberMatch(at token: Int) -> TermMatch? {
    let isWord = has(token, .phone)
    var next = token + 1
    if !isWord, bytes(token).last != 0xBA {
      guard isGlued(next), isMark(next, "°") || isMark(next, "º") else { return nil }
      next += 1
    }
    guard let number = digits(next),
      !isWord || number.count <= 2 && flags(next).contains(.spaceBefore),
      !flags(next + 1).contains(.number),
      !isGlued(next + 1) || flags(next + 1).contains(.punctuation)
    else { return nil }
    var end = next + 1
    var text = "No. " + String(decoding: bytes(next), as: UTF8.self)
    if has(end, .worldwide) {
      text = "world " + text
      end += 1
    }
    return TermMatch(
      tokens: token..<end, kind: .number, syntax: .noun, target: text, article: .asSource,
      morphology: .singular, origin: .computed, rule: "numbered")
  }

  /// A telephone number with its article: "appelez le 3919", "au 116 006", "le 01 42 34 56 78".
  func phoneMatch(at token: Int) -> TermMatch? {
    guard let article = article(before: token), has(article, .the), let end = phoneEnd(token),
      end - token > 1 || isHarmonized(token)
        || (1...4).contains(where: { has(article - $0, .phone) })
    else { return nil }
    let text = text[Int(table.start[token])..<Int(table.end[end - 1])]
    return TermMatch(
      tokens: token..<end, determiner: flags(article).contains(.contracted) ? nil : article,
      kind: .number, syntax: .name, target: String(decoding: text, as: UTF8.self), article: .zero,
      morphology: .singular, origin: .computed, rule: "phone")
  }

  /// The end of figures that no unit follows: four pairs and more after a zero, or two to six figures.
  private func phoneEnd(_ token: Int) -> Int? {
    var end = token
    while flags(end).contains(.number), end == token || flags(end).contains(.spaceBefore) {
      end += 1
    }
    if end - token > 3 { return bytes(token).first == UInt8(ascii: "0") ? end : nil }
    guard end == token + 1,
      !flags(end).contains(.word) || has(end, any: Self.joints) || isHarmonized(token),
      bytes(token).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x20 })
    else { return nil }
    return end
  }

  /// What stands between a number and something else.
  static let joints =
    QuantityFunction.preposition.bit | QuantityFunction.to.bit | QuantityFunction.and.bit
    | QuantityFunction.of.bit

  /// "116 006": the numbers of Europe that are the same everywhere.
  private func isHarmonized(_ token: Int) -> Bool {
    let bytes = bytes(token)
    return bytes.count == 7 && bytes.starts(with: "116 ".utf8)
  }
}
