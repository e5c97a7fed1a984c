/// Why a delimited file cannot be read, with its line and column (bytes, from 1).
package enum DelimitedError: Error, Sendable, Hashable {
  case unclosedQuote(line: Int)
  case cellCount(line: Int, found: Int, expected: Int)
  case invalidUTF8(line: Int, column: Int)
}

/// Rows of a TSV or CSV file as byte ranges, with line numbers.
///
/// TSV has no quoting (IANA text/tab-separated-values); CSV is RFC 4180. A line that starts with "#" and an
/// empty line are no rows.
package struct DelimitedRows: Sendable {
  package struct Row: Sendable {
    package var line: Int
    package var cells: [String]
  }

  package let bytes: [UInt8]
  package let separator: UInt8

  package init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.separator = separator
  }

  /// Calls `body` with each row. Throws `DelimitedError`, or what `body` throws.
  package func forEach(_ body: (Row) throws -> Void) throws {
    if let offset = firstInvalidUTF8() {
      let before = bytes[..<offset]
      let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
      throw DelimitedError.invalidUTF8(
        line: before.count { $0 == 0x0A } + 1, column: offset - lineStart + 1)
    }
    try bytes.withUnsafeBufferPointer { buffer in
      var cursor = Cursor(buffer: buffer, separator: separator, quoted: separator != 0x09)
      while let row = try cursor.next() { try body(row) }
    }
  }

  private func firstInvalidUTF8() -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private struct Cursor {
    let buffer: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    let quoted: Bool
    var position = 0
    var line = 1

    mutating func next() throws -> Row? {
      while position < buffer.count {
        let byte = buffer[position]
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0A { line += 1 }
          position += 1
        } else if byte == UInt8(ascii: "#") {
          while position < buffer.count, buffer[position] != 0x0A { position += 1 }
        } else {
          return try row()
        }
      }
      return nil
    }

    private mutating func row() throws -> Row {
      var cells: [String] = []
      let first = line
      while true {
        cells.append(try cell())
        guard position < buffer.count, buffer[position] == separator else { break }
        position += 1
      }
      return Row(line: first, cells: cells)
    }

    private mutating func cell() throws -> String {
      if quoted, position < buffer.count, buffer[position] == UInt8(ascii: "\"") {
        return try quotedCell()
      }
      let start = position
      while position < buffer.count, buffer[position] != separator, buffer[position] != 0x0A {
        position += 1
      }
      var end = position
      if end > start, buffer[end - 1] == 0x0D { end -= 1 }
      guard end > start else { return "" }
      return String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self)
    }

    private mutating func quotedCell() throws -> String {
      let opened = line
      var content: [UInt8] = []
      position += 1
      while position < buffer.count {
        let byte = buffer[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < buffer.count, buffer[position] == byte else {
            while position < buffer.count, buffer[position] != separator, buffer[position] != 0x0A {
              position += 1
            }
            return String(decoding: content, as: UTF8.self)
          }
          position += 1
        }
        if byte == 0x0A { line += 1 }
        content.append(byte)
      }
      throw DelimitedError.unclosedQuote(line: opened)
    }
  }
}
