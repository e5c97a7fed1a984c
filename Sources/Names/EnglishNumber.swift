/// Numbers as English writes them.
struct EnglishNumber {
  let words: QuantityWords

  /// "45,000" for 45000.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// "21st" for 21.
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return grouped(number) + ending
  }

  /// "seventy-one" for 71, "one thousand nine hundred forty-five" for 1945; nil from a million.
  ///
  /// Britain says "one hundred and five".
  func spelled(_ number: Int, isBritish: Bool) -> String? {
    guard number >= 0, number < 1_000_000 else { return nil }
    if number >= 1000 {
      guard let head = hundreds(number / 1000, isBritish) else { return nil }
      guard number % 1000 > 0 else { return head + " thousand" }
      guard let tail = hundreds(number % 1000, isBritish) else { return nil }
      return head + " thousand " + (isBritish && number % 1000 < 100 ? "and " : "") + tail
    }
    return hundreds(number, isBritish)
  }

  private func hundreds(_ number: Int, _ isBritish: Bool) -> String? {
    guard number >= 100 else { return tens(number) }
    guard let head = words.spelled[number / 100] else { return nil }
    guard number % 100 > 0 else { return head + " hundred" }
    guard let tail = tens(number % 100) else { return nil }
    return head + " hundred " + (isBritish ? "and " : "") + tail
  }

  private func tens(_ number: Int) -> String? {
    if let word = words.spelled[number] { return word }
    guard let head = words.spelled[number / 10 * 10], let tail = words.spelled[number % 10] else {
      return nil
    }
    return head + "-" + tail
  }
}

/// Numbers in Roman figures.
enum RomanNumber {
  private static let values: [UInt8: Int] = [
    UInt8(ascii: "I"): 1, UInt8(ascii: "V"): 5, UInt8(ascii: "X"): 10, UInt8(ascii: "L"): 50,
    UInt8(ascii: "C"): 100, UInt8(ascii: "D"): 500, UInt8(ascii: "M"): 1000,
  ]
  private static let steps: [(Int, String)] = [
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
  ]

  /// 19 for "XIX"; nil for what is no number in its usual form below 400.
  static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var total = 0
    var last = 0
    for byte in bytes.reversed() {
      guard let value = values[byte] else { return nil }
      total += value < last ? -value : value
      last = max(last, value)
    }
    guard total > 0, total < 400, written(total).utf8.elementsEqual(bytes) else { return nil }
    return total
  }

  private static func written(_ number: Int) -> String {
    var rest = number
    var result = ""
    for (value, figure) in steps {
      while rest >= value {
        result += figure
        rest -= value
      }
    }
    return result
  }
}
