package import Bitext

/// Reads a delimited glossary: TSV or CSV, in the columns of `GlossaryColumn`.
package struct GlossaryReader: Sendable {
  /// The file's name, for messages and for the default kind.
  package let file: String

  package init(file: String) { self.file = file }

  /// The glossary in `bytes`, UTF-8. Throws `GlossaryError`.
  package func read(_ bytes: [UInt8]) throws -> Glossary {
    let separator: UInt8 = file.hasSuffix(".csv") ? UInt8(ascii: ",") : 0x09
    let defaultKind = GlossaryReader.kind(fromFile: file)
    var header: [GlossaryColumn]?
    var terms: [GlossaryTerm] = []
    do {
      try DelimitedRows(bytes, separator: separator).forEach { row in
        guard let columns = header else {
          header = try readHeader(row)
          return
        }
        terms.append(try term(row, columns: columns, defaultKind: defaultKind))
      }
    } catch let error as DelimitedError {
      throw reworded(error)
    }
    if header == nil, !terms.isEmpty { throw GlossaryError.empty(file: file) }
    return Glossary(name: file, terms: terms)
  }

  private func reworded(_ error: DelimitedError) -> GlossaryError {
    func place(_ line: Int, _ column: Int) -> GlossaryPlace {
      GlossaryPlace(file, line: line, column: column)
    }
    return switch error {
    case .unclosedQuote(let line, let column): .unclosedQuote(place(line, column))
    case .invalidUTF8(let line, let column): .invalidUTF8(place(line, column))
    case .control(let line, let column): .control(place(line, column))
    }
  }

  private func readHeader(_ row: DelimitedRows.Row) throws -> [GlossaryColumn] {
    var columns: [GlossaryColumn] = []
    for (index, cell) in row.cells.enumerated() {
      guard let column = GlossaryColumn(rawValue: cell.lowercased()) else {
        throw GlossaryError.unknownColumn(
          cell, GlossaryPlace(file, line: row.line, column: row.columns[index]))
      }
      columns.append(column)
    }
    for required in [GlossaryColumn.fr, .en] where !columns.contains(required) {
      throw GlossaryError.missingColumn(required.rawValue, file: file)
    }
    return columns
  }

  private func term(
    _ row: DelimitedRows.Row, columns: [GlossaryColumn], defaultKind: TermKind
  ) throws -> GlossaryTerm {
    guard row.cells.count == columns.count else {
      // The first cell too many, or the end of a row with too few.
      let column = row.columns[min(columns.count, row.columns.count - 1)]
      throw GlossaryError.cellCount(
        GlossaryPlace(file, line: row.line, column: column), found: row.cells.count,
        expected: columns.count)
    }
    func cell(_ column: GlossaryColumn) -> String? {
      guard let index = columns.firstIndex(of: column), !row.cells[index].isEmpty else {
        return nil
      }
      return row.cells[index]
    }
    func place(_ column: GlossaryColumn) -> GlossaryPlace {
      let index = columns.firstIndex(of: column) ?? 0
      return GlossaryPlace(file, line: row.line, column: row.columns[index])
    }
    func value<Value: RawRepresentable & CaseIterable>(_ column: GlossaryColumn) throws -> Value?
    where Value.RawValue == String {
      guard let cell = cell(column) else { return nil }
      if let value = Value(rawValue: cell) { return value }
      throw GlossaryError.unknownValue(
        cell, column: column.rawValue, allowed: Value.allCases.map(\.rawValue), place(column))
    }
    guard let source = cell(.fr) else {
      throw GlossaryError.emptyCell(column: "fr", place(.fr))
    }
    let status = try value(.status) ?? TermStatus.preferred
    guard let target = cell(.en) ?? (status == .keep ? source : nil) else {
      throw GlossaryError.emptyCell(column: "en", place(.en))
    }
    let kind = try value(.kind) ?? defaultKind
    let (plainSource, sourceFamily) = try family(source, place(.fr))
    let (plainTarget, targetFamily) = try family(target, place(.en))
    var term = GlossaryTerm(source: plainSource, target: plainTarget, kind: kind)
    term.line = row.line
    term.sourceFamily = sourceFamily
    term.targetFamily = targetFamily
    term.status = status
    if let concept = cell(.concept) { term.concept = concept }
    term.british = try cell(.gb).map { try family($0, place(.gb)).plain }
    term.attributive = cell(.attr)
    term.also = list(cell(.also))
    term.forms = list(cell(.forms))
    term.link = cell(.link)
    term.reference = cell(.ref)
    term.note = cell(.note)
    if let tag = cell(.pos) {
      guard let pos = PartOfSpeech(tag: tag) else {
        throw GlossaryError.unknownValue(
          tag, column: "pos", allowed: PartOfSpeech.allCases.map(\.tag), place(.pos))
      }
      term.partOfSpeech = pos
    }
    if let rule: CaseRule = try value(.caseRule) { term.caseRule = rule }
    if let when = cell(.when) {
      guard let guards = TermGuard.parse(when) else {
        throw GlossaryError.malformedGuard(when, place(.when))
      }
      term.guards = guards
    }
    try readGrammar(french: cell(.frGrammar), place(.frGrammar), into: &term)
    try readGrammar(english: cell(.enGrammar), place(.enGrammar), into: &term)
    return term
  }

  private func list(_ cell: String?) -> [String] {
    cell?.split(separator: "|").map(String.init) ?? []
  }

  /// "Vladimir /Poutine/" is "Vladimir Poutine" with the family name "Poutine".
  private func family(
    _ text: String, _ place: GlossaryPlace
  ) throws -> (plain: String, family: String?) {
    let slash = UInt8(ascii: "/")
    guard text.withBytes({ $0.contains(slash) }) else { return (text, nil) }
    var plain = text.withBytes { Array($0) }
    guard let first = plain.firstIndex(of: slash), let second = plain.lastIndex(of: slash),
      second > first, !plain[(first + 1)..<second].contains(slash)
    else { throw GlossaryError.unevenSlashes(place) }
    let family = String(decoding: plain[(first + 1)..<second], as: UTF8.self)
    plain.remove(at: second)
    plain.remove(at: first)
    return (String(decoding: plain, as: UTF8.self), family)
  }

  private func readGrammar(
    french: String?, _ place: GlossaryPlace, into term: inout GlossaryTerm
  ) throws {
    for mark in french?.split(whereSeparator: { $0 == "," || $0 == "|" || $0 == " " }) ?? [] {
      switch mark {
      case "m": term.morphology.insert(.masculine)
      case "f": term.morphology.insert(.feminine)
      case "mf": term.morphology.formUnion(.anyGender)
      case "mp": term.morphology.formUnion([.masculine, .plural])
      case "fp": term.morphology.formUnion([.feminine, .plural])
      case "p": term.morphology.insert(.plural)
      case "0": term.isArticleless = true
      default:
        throw GlossaryError.unknownValue(
          String(mark), column: "fr_gram", allowed: ["m", "f", "mf", "mp", "fp", "p", "0"], place)
      }
    }
  }

  private func readGrammar(
    english: String?, _ place: GlossaryPlace, into term: inout GlossaryTerm
  ) throws {
    for mark in english?.split(whereSeparator: { $0 == "|" || $0 == "," }) ?? [] {
      if mark == "the" {
        term.english.takesThe = true
      } else if mark == "pl" || mark == "plural" {
        term.english.isPlural = true
      } else if mark == "mass" {
        term.english.isMass = true
      } else if mark == "lower" {
        term.english.isDescription = true
      } else if mark.hasPrefix("noun=") {
        term.english.noun = String(mark.dropFirst(5))
      } else if mark.hasPrefix("pl=") {
        term.english.plural = String(mark.dropFirst(3))
      } else {
        throw GlossaryError.unknownValue(
          String(mark), column: "en_gram",
          allowed: ["the", "pl", "mass", "lower", "noun=…", "pl=…"], place)
      }
    }
  }

  /// The kind that a file's name promises: "people-politics.tsv" holds persons.
  package static func kind(fromFile file: String) -> TermKind {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.prefix { $0 != "-" && $0 != "." }
    return kindsByStem[String(stem)] ?? .other
  }

  private static let kindsByStem: [String: TermKind] = [
    "people": .person, "offices": .office, "honorifics": .honorific, "places": .place,
    "organizations": .organization, "demonyms": .nationality, "languages": .language,
    "religions": .religion, "events": .event, "laws": .law, "works": .work,
    "currencies": .currency, "units": .unit, "portfolios": .portfolio, "acronyms": .other,
  ]
}
