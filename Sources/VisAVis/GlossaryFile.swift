#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
internal import Bitext
internal import Documents
package import Terminology

/// Glossary files in any format that is read: TSV and CSV by Terminology, the others by way of a table.
package enum GlossaryFile {
  /// The glossary in the bytes of the file at `path`, its format by its name.
  ///
  /// Throws `GlossaryError`, or `ConfigurationError` for a damaged file of another format.
  package static func read(_ bytes: [UInt8], path: String) throws -> Glossary {
    guard let format = GlossaryFormat(path: path), format != .tsv, format != .csv else {
      return try GlossaryReader(file: path).read(bytes)
    }
    let table = try table(bytes, path: path, format: format)
    return try GlossaryReader(file: path).read(GlossaryExchange.write(table, as: .tsv).file)
  }

  /// Writes the glossaries at `inputs` as one to `output`, its format by its name; gives notices of what was lost.
  ///
  /// A later row wins over an earlier one with the same French, kind and guards. A TBX file whose name ends in
  /// ".martif.tbx" is written in the older form. Throws `ConfigurationError` or `WritingError`.
  package static func convert(_ inputs: [String], to output: String) throws -> [String] {
    guard var format = GlossaryFormat(path: output) else { throw unknown(output) }
    if format == .tbx, output.lowercased().hasSuffix(".martif.tbx") { format = .martif }
    var merged = GlossaryTable()
    var places: [[String]: Int] = [:]
    var notices: [String] = []
    for input in inputs {
      let table = try table(at: input, renamed: output)
      if !table.losses.isEmpty {
        let list = table.losses.joined(separator: ", ")
        notices.append("visavis: \(input): notice: no column holds \(list)")
      }
      guard inputs.count > 1 else {
        merged.rows = table.rows
        continue
      }
      for row in table.rows {
        let key = [row["fr"], row["kind"], row["when"], row["case"]]
        if let place = places[key] {
          merged.rows[place] = row
        } else {
          places[key] = merged.rows.count
          merged.rows.append(row)
        }
      }
    }
    let file = try OutputFile(path: output, inputs: inputs)
    let losses = try GlossaryExchange.write(merged, as: format, date: today) { bytes in
      try file.write(&bytes)
    }
    try file.finish()
    if !losses.isEmpty {
      let list = losses.joined(separator: ", ")
      notices.append("visavis: \(output): notice: the format does not hold \(list)")
    }
    return notices
  }

  /// The rows of the file at `path`, with the kind that its name gave them if the new name does not.
  private static func table(at path: String, renamed output: String) throws -> GlossaryTable {
    // A copy, so that the mapped file does not count twice.
    guard let bytes = MappedBytes(reading: path).map({ Array($0.bytes) }) else {
      throw ConfigurationError(
        "visavis: \(path): error: cannot read the glossary; check the path", exitCode: 66)
    }
    guard let format = GlossaryFormat(path: path) else { throw unknown(path) }
    var table = try table(bytes, path: path, format: format)
    let kind = GlossaryReader.kind(fromFile: path)
    if kind != GlossaryReader.kind(fromFile: output) {
      for index in table.rows.indices where table.rows[index]["kind"].isEmpty {
        table.rows[index]["kind"] = kind.rawValue
      }
    }
    return table
  }

  /// "2026-06-16", in UTC.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static func table(
    _ bytes: [UInt8], path: String, format: GlossaryFormat
  ) throws -> GlossaryTable {
    do {
      return try GlossaryExchange.read(bytes, as: format)
    } catch {
      throw ConfigurationError("visavis: \(path):\(error.description)")
    }
  }

  private static func unknown(_ path: String) -> ConfigurationError {
    ConfigurationError(
      "visavis: \(path): error: no glossary format has this extension; "
        + "use .tsv, .csv, .tbx, .utx or .utf8 (OmegaT)", exitCode: 64)
  }
}
