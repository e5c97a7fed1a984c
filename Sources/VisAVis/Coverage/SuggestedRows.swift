internal import Bitext
package import Review

/// The candidates of a coverage as rows of a glossary, ready to be read over and pasted.
///
///     fr ⇥ en ⇥ kind ⇥ note
///     Iouri /Kouznetsov/ ⇥ Yuri /Kuznetsov/ ⇥ person ⇥ 3 times; a name no row has, …
package enum SuggestedRows {
  /// The file in UTF-8; a row for each candidate, by kind and French.
  package static func file(_ coverage: Coverage) -> [UInt8] {
    var lines: Set<String> = []
    var rows: [(key: String, cells: [String])] = []
    // A name with a kind serves where its kind is not known, too.
    let named = Set(
      coverage.candidates.filter { $0.kind != .other && $0.kind != .portfolio }.map(\.source))
    for item in coverage.candidates where item.kind != .other || !named.contains(item.source) {
      let source = clean(item.source)
      guard !source.isEmpty, lines.insert("\(item.kind.rawValue)\t\(source)").inserted else {
        continue
      }
      let (french, english) = marked(source, clean(item.target), item.kind)
      let times = item.count == 1 ? "once" : "\(item.count) times"
      rows.append(
        (
          "\(item.kind.rawValue)\t\(french)",
          [french, english, item.kind.rawValue, "\(times); \(CoverageReport.reason(for: item))"]
        ))
    }
    let text = rows.sorted { $0.key < $1.key }.map { $0.cells.joined(separator: "\t") + "\n" }
    return Array(("fr\ten\tkind\tnote\n" + text.joined()).utf8)
  }

  /// On one line, with single spaces, straight apostrophes and no slash, which would mark a family name.
  private static func clean(_ text: String) -> String {
    String(text.map { $0 == "’" ? "'" : $0 == "/" ? " " : $0 })
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The last word of a person's name is the family name, which then serves alone.
  private static func marked(
    _ french: String, _ english: String, _ kind: TermKind
  ) -> (String, String) {
    guard kind == .person, let first = french.lastIndex(of: " "),
      let second = english.lastIndex(of: " ")
    else { return (french, english) }
    func marked(_ text: String, _ space: String.Index) -> String {
      "\(text[...space])/\(text[text.index(after: space)...])/"
    }
    return (marked(french, first), marked(english, second))
  }
}
