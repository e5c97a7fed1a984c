/// An XML file as UTF-8: by its byte order mark or its declaration.
enum XMLEncoding {
  /// The bytes in UTF-8; the same array if they are that already.
  static func utf8(_ file: [UInt8]) throws(FormatError) -> [UInt8] {
    if file.starts(with: [0xFE, 0xFF]) { return utf16(file.dropFirst(2)) { $0 << 8 | $1 } }
    if file.starts(with: [0xFF, 0xFE]) { return utf16(file.dropFirst(2)) { $1 << 8 | $0 } }
    if file.starts(with: [0x00, 0x3C]) { return utf16(file[...]) { $0 << 8 | $1 } }
    if file.starts(with: [0x3C, 0x00]) { return utf16(file[...]) { $1 << 8 | $0 } }
    switch declared(file) {
    case nil, "utf-8", "utf8", "us-ascii", "ascii": return file
    case "iso-8859-1", "latin1":
      var output: [UInt8] = []
      output.reserveCapacity(file.count + file.count / 8)
      for byte in file {
        if byte < 0x80 {
          output.append(byte)
        } else {
          output += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
        }
      }
      return output
    case .some(let name): throw FormatError(.encoding(name), line: 1, column: 1)
    }
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, _ join: (UInt16, UInt16) -> UInt16
  ) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(join(UInt16(bytes[index]), UInt16(bytes[index + 1])))
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The encoding of `<?xml … encoding="…"?>` in lower case.
  private static func declared(_ file: [UInt8]) -> String? {
    let head = String(decoding: file.prefix(200), as: UTF8.self)
    guard head.drop(while: { $0 == "\u{FEFF}" }).hasPrefix("<?xml"),
      let end = head.firstRange(of: "?>"),
      let name = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[name.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.lowercased()
  }
}
