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

  /// The glossary at `input` in the format of the name `output`, and notices of what was lost.
  ///
  /// A TBX file whose name ends in ".martif.tbx" is written in the older form. Throws `ConfigurationError`.
  package static func convert(
    _ input: String, to output: String
  ) throws -> (file: [UInt8], notices: [String]) {
    // A copy, so that the mapped file does not count twice.
    guard let bytes = MappedBytes(reading: input).map({ Array($0.bytes) }) else {
      throw ConfigurationError(
        "visavis: \(input): error: cannot read the glossary; check the path", exitCode: 66)
    }
    guard let from = GlossaryFormat(path: input) else { throw unknown(input) }
    guard var to = GlossaryFormat(path: output) else { throw unknown(output) }
    if to == .tbx, output.lowercased().hasSuffix(".martif.tbx") { to = .martif }
    let table = try table(bytes, path: input, format: from)
    let (file, losses) = GlossaryExchange.write(table, as: to, date: today)
    var notices: [String] = []
    if !table.losses.isEmpty {
      let list = table.losses.joined(separator: ", ")
      notices.append("visavis: \(input): notice: no column holds \(list)")
    }
    if !losses.isEmpty {
      let list = losses.joined(separator: ", ")
      notices.append("visavis: \(output): notice: the format does not hold \(list)")
    }
    return (file, notices)
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
