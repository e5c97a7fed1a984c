/// Reads the rows of a TSV or CSV file: UTF-8, a line to a row; in CSV a quoted cell may hold line ends.
struct DelimitedRows {
  private let bytes: [UInt8]
  private let dialect: DelimitedWriter.Dialect
  private var position = 0
  private var nextLine = 1
  /// Where the last row starts.
  private var start = 0
  /// The line on which the last row started, from 1.
  private(set) var line = 0
  /// Where the cells of the last row stand in the file, quotation marks included.
  private(set) var ranges: [Range<Int>] = []

  init(_ file: [UInt8], _ dialect: DelimitedWriter.Dialect) {
    bytes = file
    self.dialect = dialect
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte column of a cell of the last row, or of its end.
  func column(of cell: Int) -> Int {
    let place = cell < ranges.count ? ranges[cell].lowerBound : ranges.last?.upperBound ?? start
    return place - start + 1
  }

  /// The cells of the next row that is not empty, nil at the end.
  mutating func next() throws(FormatError) -> [String]? {
    while position < bytes.count {
      line = nextLine
      start = position
      let row = try row()
      if let control = bytes[start..<position].firstIndex(of: 0) {
        throw FormatError(.control, line: line, column: control - start + 1)
      }
      if String(validating: bytes[start..<position], as: UTF8.self) == nil {
        throw FormatError(.notUTF8, line: line, column: 1)
      }
      if row != [""] { return row }
    }
    return nil
  }

  private mutating func row() throws(FormatError) -> [String] {
    let separator = dialect == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    var cells: [String] = []
    ranges.removeAll(keepingCapacity: true)
    while true {
      let start = position
      cells.append(try cell(separator))
      ranges.append(start..<position)
      guard position < bytes.count else { return cells }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      nextLine += 1
      return cells
    }
  }

  private mutating func cell(_ separator: UInt8) throws(FormatError) -> String {
    let quote = UInt8(ascii: "\"")
    var start = position
    guard dialect == .csv, position < bytes.count, bytes[position] == quote else {
      while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A,
        bytes[position] != 0x0D
      {
        position += 1
      }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var text: [UInt8] = []
    position += 1
    start = position
    while position < bytes.count {
      if bytes[position] == 0x0A { nextLine += 1 }
      if bytes[position] == quote {
        text += bytes[start..<position]
        position += 1
        guard position < bytes.count, bytes[position] == quote else {
          return String(decoding: text, as: UTF8.self)
        }
        start = position
      }
      position += 1
    }
    throw FormatError(.expected("a closing quotation mark"), line: line, column: 1)
  }
}
