/// What is wrong with a data file.
package enum DataError: Error, Sendable, Hashable {
  /// A row has another number of cells than its file's columns.
  case cells(file: String, line: Int, found: Int, expected: Int)
  /// A cell holds none of the values its column allows.
  case value(file: String, line: Int, cell: String)
}

extension DataError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cells(let file, let line, let found, let expected):
      "\(file):\(line):1: error: \(found) cells; the file has \(expected) columns"
    case .value(let file, let line, let cell):
      "\(file):\(line):1: error: '\(cell)' is not a value of its column"
    }
  }
}

/// Reads the rows of an embedded data file: UTF-8, tabs between cells, `#` before a comment, no header.
///
/// `while try rows.advance() { use(rows[0], rows[1]) }` visits "maison⇥NOUN⇥f" as three cells, without copying.
package struct DataRows {
  private let bytes: UnsafeRawBufferPointer
  private let owner: MappedBytes
  private let file: String
  private let columns: Int
  private var position = 0
  private var bounds: [Int]
  /// The line of the current row, from 1.
  package private(set) var line = 0

  /// Rows of `columns` cells each; `file` is the name that errors give.
  package init(_ data: MappedBytes, file: String, columns: Int) {
    owner = data
    bytes = data.bytes
    self.file = file
    self.columns = columns
    bounds = []
    bounds.reserveCapacity(columns + 1)
  }

  /// Goes to the next row; false at the end of the file.
  package mutating func advance() throws(DataError) -> Bool {
    while position < bytes.count {
      line += 1
      var end = position
      bounds.removeAll(keepingCapacity: true)
      bounds.append(position)
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
        if bytes[end] == UInt8(ascii: "\t") { bounds.append(end + 1) }
        end += 1
      }
      let start = position
      position = end + 1
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      bounds.append(end + 1)
      guard bounds.count == columns + 1 else {
        throw .cells(file: file, line: line, found: bounds.count - 1, expected: columns)
      }
      return true
    }
    return false
  }

  /// The bytes of cell `index` of the current row; valid while the file's `MappedBytes` lives.
  package subscript(index: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[bounds[index]..<(bounds[index + 1] - 1)])
  }

  /// Cell `index` of the current row as text.
  package func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// The error that names the current row and its cell `index`.
  package func invalid(_ index: Int) -> DataError {
    .value(file: file, line: line, cell: text(index))
  }
}
