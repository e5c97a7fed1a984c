/// How texts are read: what every command that takes texts lets its user say.
package struct TextReading: Sendable, Hashable {
  /// Nil: Markdown by a file's extension, else text.
  package var format: SourceReader.Format?
  /// Lines are hard-wrapped; a blank line ends a paragraph.
  package var isWrapped: Bool
  /// The name of the encoding, where the user gave one.
  package var encoding: String?

  package init(
    format: SourceReader.Format? = nil, isWrapped: Bool = false, encoding: String? = nil
  ) {
    self.format = format
    self.isWrapped = isWrapped
    self.encoding = encoding
  }

  /// A reader of the input at `path`; "-" is standard input.
  package func reader(of path: String) -> SourceReader {
    var reader = SourceReader(path: path, format: format)
    reader.isWrapped = isWrapped
    reader.encoding = encoding
    return reader
  }
}
