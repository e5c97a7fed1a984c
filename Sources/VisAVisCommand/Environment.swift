import Foundation

/// What the command takes from its surroundings.
enum Environment {
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// `~/.config/visavis`, or `visavis` under `XDG_CONFIG_HOME`.
  static var configurationFolder: String? {
    let base = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
    return base.map { $0 + "/visavis" }
  }

  /// The glossaries in the configuration folder, by name.
  static var userGlossaries: [String] {
    guard let folder = configurationFolder,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return names.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".csv") }.sorted()
      .map { folder + "/" + $0 }
  }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The terminal's width in columns, or 100 where the output is no terminal.
  static var width: Int {
    if let columns = variable("COLUMNS").flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 100 }
    return Int(size.ws_col)
  }
}

/// Writes messages; standard output is for results only.
enum StandardError {
  static func write(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
