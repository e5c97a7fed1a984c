internal import Bitext
internal import Documents
internal import Review
internal import Yams

/// Reads `.visavis.yml`; an unknown key or value is an error with its line and column.
struct SettingsReader {
  let path: String

  private static let keys = [
    "glossaries", "builtin", "english", "diacritics", "engine", "layout", "prefer", "waivers",
  ]
  private static let waiverKeys = ["term", "rule", "file", "reason"]

  /// The settings in `text`; relative paths are taken from the folder of the file. Throws `ConfigurationError`.
  func read(_ text: String) throws -> ProjectSettings {
    var settings = ProjectSettings()
    settings.path = path
    guard let root = try compose(text), root.null == nil else { return settings }
    for (key, value) in try mapping(root, "settings") {
      switch try known(key, Self.keys) {
      case "glossaries": settings.glossaries = try strings(value, key).map(resolved)
      case "builtin": settings.usesBuiltin = try flag(value, key)
      case "english": settings.english = try choice(value, key)
      case "diacritics":
        let style: Diacritics = try choice(value, key)
        settings.keepsDiacritics = style == .keep
      case "engine": settings.engine = try choice(value, key)
      case "layout": settings.layout = try choice(value, key)
      case "prefer": settings.preferences = try preferences(value)
      default: settings.waivers = try waivers(value)
      }
    }
    return settings
  }

  private enum Diacritics: String, CaseIterable { case keep, plain }

  // MARK: - Values

  private func preferences(_ node: Node) throws -> [Preference] {
    try mapping(node, "prefer").map { key, value in
      Preference(
        key: key.string ?? "", english: try string(value, key), file: path,
        line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
    }
  }

  private func waivers(_ node: Node) throws -> [ProjectSettings.Waiver] {
    guard let list = node.sequence else { throw error(node, "waivers are a list") }
    return try list.map { item in
      var waiver = ProjectSettings.Waiver(reason: "", line: item.mark?.line ?? 1)
      for (key, value) in try mapping(item, "a waiver") {
        switch try known(key, Self.waiverKeys) {
        case "term": waiver.term = try string(value, key)
        case "rule":
          let verdict: Verdict = try choice(value, key)
          waiver.rule = verdict.rawValue
        case "file": waiver.file = try string(value, key)
        default: waiver.reason = try string(value, key)
        }
      }
      guard !waiver.reason.isEmpty else { throw error(item, "a waiver needs a reason") }
      return waiver
    }
  }

  private func resolved(_ file: String) -> String {
    guard !file.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return file }
    return path[...slash] + file
  }

  private func mapping(_ node: Node, _ name: String) throws -> [(key: Node, value: Node)] {
    guard let mapping = node.mapping else {
      throw error(node, "\(name): 'key: value' lines are expected")
    }
    return mapping.map { ($0.key, $0.value) }
  }

  private func string(_ node: Node, _ key: Node) throws -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw error(node, "'\(key.string ?? "")' needs a text")
    }
    return scalar.string
  }

  private func strings(_ node: Node, _ key: Node) throws -> [String] {
    guard let list = node.sequence else { return [try string(node, key)] }
    return try list.map { try string($0, key) }
  }

  private func flag(_ node: Node, _ key: Node) throws -> Bool {
    guard let flag = node.bool else {
      throw error(node, "'\(key.string ?? "")' is true or false")
    }
    return flag
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: Node
  ) throws -> Value where Value.RawValue == String {
    let text = try string(node, key)
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    throw error(
      node, "'\(key.string ?? "")' is \(names.joined(separator: " or ")), not '\(text)'")
  }

  private func known(_ key: Node, _ keys: [String]) throws -> String {
    let name = key.string ?? ""
    if keys.contains(name) { return name }
    let hint =
      NearestWord.nearest(to: name, in: keys).map { "did you mean '\($0)'?" }
      ?? "there are \(keys.joined(separator: ", "))"
    throw error(key, "no setting is called '\(name)'; \(hint)")
  }

  // MARK: - Errors

  private func error(_ node: Node, _ message: String) -> ConfigurationError {
    error(node.mark, message)
  }

  private func error(_ mark: Mark?, _ message: String) -> ConfigurationError {
    ConfigurationError(
      "visavis: \(path):\(mark?.line ?? 1):\(mark?.column ?? 1): error: \(message)")
  }

  /// The tree of the file. YAML's own errors are put into the words of every other one.
  private func compose(_ text: String) throws -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let failure as YamlError {
      switch failure {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw error(mark, "not YAML: \(problem)")
      case .duplicatedKeysInMapping(let duplicates, let context):
        let key = duplicates.first ?? ""
        let line = Self.lines(of: key, in: text).last ?? context.mark.line
        throw ConfigurationError(
          "visavis: \(path):\(line):1: error: '\(key)' is set twice; remove one")
      default: throw error(nil, "not YAML")
      }
    }
  }
}

extension SettingsReader {
  /// The lines, from 1, that start with a key.
  fileprivate static func lines(of key: String, in text: String) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      let line = $0.element.drop { $0 == " " }
      return line.hasPrefix(key + ":") ? $0.offset + 1 : nil
    }
  }
}

/// Finds the word that was meant.
enum NearestWord {
  /// The word of `words` with the fewest edits from `text`, if they are few: "glossary" gives "glossaries".
  static func nearest(to text: String, in words: [String]) -> String? {
    let best = words.map { (word: $0, edits: edits(Array(text), Array($0))) }.min {
      $0.edits < $1.edits
    }
    guard let best, best.edits <= max(2, text.count / 2) else { return nil }
    return best.word
  }

  /// Levenshtein's distance.
  private static func edits(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let cost =
          character == second[column] ? diagonal : min(diagonal, row[column], row[column + 1]) + 1
        diagonal = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[second.count]
  }
}
