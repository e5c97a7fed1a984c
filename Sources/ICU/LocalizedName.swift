internal import CICU

/// One thing's name in both languages, from CLDR, without article.
package struct LocalizedName: Sendable, Hashable {
  /// "CH", "fr", "EUR".
  package var code: String
  /// "Suisse"
  package var french: String
  /// "Switzerland"
  package var english: String
}

/// Countries, continents and groups of countries.
package enum RegionNames {
  /// ISO 3166 countries: (CH, Suisse, Switzerland).
  package static func countries() throws(ICUError) -> [LocalizedName] {
    try LocalizedName.all(in: CICU_NAMES_COUNTRIES)
  }

  /// The world, continents, their parts, the European Union: (150, Europe, Europe).
  package static func groups() throws(ICUError) -> [LocalizedName] {
    try LocalizedName.all(in: CICU_NAMES_REGIONS)
  }
}

package enum LanguageNames {
  /// ISO 639 languages that CLDR names: (tr, turc, Turkish).
  package static func all() throws(ICUError) -> [LocalizedName] {
    try LocalizedName.all(in: CICU_NAMES_LANGUAGES)
  }
}

package enum CurrencyNames {
  /// ISO 4217 currencies, past ones too: (TRY, livre turque, Turkish lira).
  package static func singular() throws(ICUError) -> [LocalizedName] {
    try LocalizedName.all(in: CICU_NAMES_CURRENCY_SINGULAR)
  }

  /// (DKK, couronnes danoises, Danish kroner)
  package static func plural() throws(ICUError) -> [LocalizedName] {
    try LocalizedName.all(in: CICU_NAMES_CURRENCY_PLURAL)
  }
}

extension LocalizedName {
  /// The names of a list that both languages have.
  fileprivate static func all(in list: some BinaryInteger) throws(ICUError) -> [LocalizedName] {
    let french = try NameList(Int32(list), locale: "fr")
    let english = try NameList(Int32(list), locale: "en")
    var result: [LocalizedName] = []
    result.reserveCapacity(Int(french.count))
    for index in 0..<min(french.count, english.count) {
      guard let fr = try french.name(at: index), let en = try english.name(at: index) else {
        continue
      }
      result.append(LocalizedName(code: french.code(at: index), french: fr, english: en))
    }
    return result
  }
}

/// The names of one list in one language.
private struct NameList: ~Copyable {
  private let handle: OpaquePointer

  init(_ list: Int32, locale: String) throws(ICUError) {
    var code: Int32 = 0
    guard let handle = cicu_names_open(list, locale, &code) else {
      throw .failed(operation: "list names in \(locale)", code: code)
    }
    self.handle = handle
  }

  deinit { cicu_names_close(handle) }

  var count: Int32 { cicu_names_count(handle) }

  func code(at index: Int32) -> String {
    cicu_names_code(handle, index).map { String(cString: $0) } ?? ""
  }

  func name(at index: Int32) throws(ICUError) -> String? {
    var code: Int32 = 0
    let name = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 768) { buffer -> String in
      let length = cicu_names_name(handle, index, buffer.baseAddress, Int32(buffer.count), &code)
      return String(decoding: buffer.prefix(Int(max(0, length))), as: UTF8.self)
    }
    try check(code, "name \(self.code(at: index))")
    return name.isEmpty ? nil : name
  }
}
