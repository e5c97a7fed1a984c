/// The comments of a Markdown or XML file: what stands between `<!--` and `-->`.
package enum FileComments {
  /// Calls `body` with each comment of `file` (UTF-8) that contains `word`, and its line from 1.
  package static func forEach(
    in file: [UInt8], containing word: String, _ body: (String, Int) -> Void
  ) {
    let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
    var line = 1
    var index = 0
    while index + opening.count <= file.count {
      if file[index] == 0x0A { line += 1 }
      guard file[index] == opening[0], file[index...].starts(with: opening) else {
        index += 1
        continue
      }
      let start = index + opening.count
      var end = start
      while end < file.count, !(file[end] == closing[0] && file[end...].starts(with: closing)) {
        end += 1
      }
      let text = String(decoding: file[start..<end], as: UTF8.self)
      if text.contains(word) { body(text, line) }
      line += file[start..<end].count { $0 == 0x0A }
      index = end
    }
  }
}
