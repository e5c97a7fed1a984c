/// Case of a headword's letters; ASCII needs no table.
extension String {
  var hasUppercase: Bool {
    unicodeScalars.contains { scalar in
      scalar.isASCII ? scalar.value >= 0x41 && scalar.value <= 0x5A : scalar.properties.isUppercase
    }
  }

  var hasLowercase: Bool {
    unicodeScalars.contains { scalar in
      scalar.isASCII ? scalar.value >= 0x61 && scalar.value <= 0x7A : scalar.properties.isLowercase
    }
  }
}
