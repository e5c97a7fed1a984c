/// Case of a headword's letters; ASCII needs no table.
extension String {
  var hasUppercase: Bool {
    unicodeScalars.contains { scalar in
      scalar.isASCII ? scalar.value >= 0x41 && scalar.value <= 0x5A : scalar.properties.isUppercase
    }
  }

  var endsInLetter: Bool {
    guard let last = unicodeScalars.last else { return false }
    let lower = last.value | 0x20
    return last.isASCII ? lower >= 0x61 && lower <= 0x7A : last.properties.isAlphabetic
  }

  var hasLowercase: Bool {
    unicodeScalars.contains { scalar in
      scalar.isASCII ? scalar.value >= 0x61 && scalar.value <= 0x7A : scalar.properties.isLowercase
    }
  }
}
