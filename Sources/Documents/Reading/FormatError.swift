/// Why a bilingual file or a glossary cannot be read, and where.
package struct FormatError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// Not well-formed: what should have been there.
    case expected(String)
    /// An end tag that closes another element than the open one, or none.
    case mismatch(found: String, open: String?)
    /// The file ends inside an element.
    case unclosed(String)
    /// A document type with declarations, which could name entities.
    case declarations
    /// `&name;` that XML does not know.
    case entity(String)
    /// More elements inside each other than any such file has.
    case depth
    /// An encoding other than UTF-8, UTF-16 and ISO-8859-1.
    case encoding(String)
    /// Another format, or none that is read.
    case format(String)
    /// A table without the columns that are needed.
    case columns(String)
    case unknownColumn(String)
    case cells(found: Int, expected: Int)
    /// A NUL in a table of words.
    case control
    case notUTF8
  }

  package var reason: Reason
  /// Both from 1; the column counts bytes.
  package var line: Int
  package var column: Int

  package init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}

extension FormatError: CustomStringConvertible {
  /// In words, with no file name: "12:5: error: …".
  package var description: String { "\(line):\(column): error: \(message)" }

  /// In words, without the place.
  package var message: String {
    switch reason {
    case .expected(let what): "\(what) expected; repair the file there"
    case .mismatch(let found, let open?): "</\(found)> closes <\(open)>; write </\(open)> first"
    case .mismatch(let found, nil): "</\(found)> closes nothing; remove it"
    case .unclosed(let name): "the file ends inside <\(name)>; get the whole file"
    case .declarations: "a document type with declarations is not read; remove it"
    case .entity(let name): "the entity '&\(name);' is not known to XML; write the character"
    case .depth: "elements are nested too deeply; take some levels out"
    case .encoding(let name): "the encoding '\(name)' is not read; convert the file to UTF-8"
    case .format(let name): "not a file in the format \(name); give it the extension of its format"
    case .columns(let names): "the columns \(names) are not there; name them in the first line"
    case .unknownColumn(let name): "there is no column '\(name)' in a glossary"
    case .cells(let found, let expected):
      "\(found) cell\(found == 1 ? "" : "s"); \(expected) expected; empty cells keep their separator"
    case .notUTF8: "not UTF-8; save the file as UTF-8"
    case .control: "a control character; remove it, or save the file as UTF-8"
    }
  }
}
