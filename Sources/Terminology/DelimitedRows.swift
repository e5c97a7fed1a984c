/// Why a delimited file cannot be read, with its line and column (bytes, from 1).
package enum DelimitedError: Error, Sendable, Hashable {
  case unclosedQuote(line: Int, column: Int)
  case invalidUTF8(line: Int, column: Int)
  case control(line: Int, column: Int)
}

/// Rows of a TSV or CSV file as byte ranges, with line numbers.
///
/// TSV has no quoting (IANA text/tab-separated-values); CSV is RFC 4180. A line that starts with "#" and an
/// empty line are no rows.
package struct DelimitedRows: Sendable {
  package struct Row: Sendable {
    package var line: Int
    package var cells: [String]
    /// Where each cell starts in its line, and where the row ends: byte columns from 1.
    package var columns: [Int]
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
      let (line, column) = place(of: offset)
      throw DelimitedError.invalidUTF8(line: line, column: column)
    }
    if let offset = bytes.firstIndex(where: Self.isControl) {
      let (line, column) = place(of: offset)
      throw DelimitedError.control(line: line, column: column)
    }
    try bytes.withUnsafeBufferPointer { buffer in
      var cursor = Cursor(buffer: buffer, separator: separator, quoted: separator != 0x09)
      while let row = try cursor.next() { try body(row) }
    }
  }

  /// A control character other than TAB, LF and CR has no place in a table of words.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  private func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return (before.count { $0 == 0x0A } + 1, offset - lineStart + 1)
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
    /// Where the line starts.
    var lineStart = 0

    mutating func next() throws -> Row? {
      while position < buffer.count {
        let byte = buffer[position]
        if byte == 0x0A || byte == 0x0D {
          position += 1
          if byte == 0x0A { startLine() }
        } else if byte == UInt8(ascii: "#") {
          while position < buffer.count, buffer[position] != 0x0A { position += 1 }
        } else {
          return try row()
        }
      }
      return nil
    }

    private mutating func startLine() {
      line += 1
      lineStart = position
    }

    private mutating func row() throws -> Row {
      var cells: [String] = []
      var columns: [Int] = []
      let first = line
      while true {
        columns.append(position - lineStart + 1)
        cells.append(try cell())
        guard position < buffer.count, buffer[position] == separator else { break }
        position += 1
      }
      columns.append(position - lineStart + 1)
      return Row(line: first, cells: cells, columns: columns)
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
      let opened = (line: line, column: position - lineStart + 1)
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
        if byte == 0x0A { startLine() }
        content.append(byte)
      }
      throw DelimitedError.unclosedQuote(line: opened.line, column: opened.column)
    }
  }
}
