package import Bitext
package import Documents
package import Review

/// What a project has settled, from its `.visavis.yml`. What is nil is left to the command line and its defaults.
package struct ProjectSettings: Sendable, Hashable {
  /// A finding of `visavis check` that the project lives with.
  package struct Waiver: Sendable, Hashable {
    /// The French of the term, or any.
    package var term: String?
    /// The verdict: "variant", "missing"; or any.
    package var rule: String?
    /// The file it is for, a path from the folder of the settings; or any.
    package var file: String?
    package var reason: String
    /// Where it stands in the settings, from 1.
    package var line: Int
  }

  /// The file itself.
  package var path = ""
  /// Paths of glossaries, relative ones taken from the folder of the settings.
  package var glossaries: [String] = []
  package var usesBuiltin: Bool?
  package var english: EnglishVariety?
  package var keepsDiacritics: Bool?
  package var engine: Configuration.Engine?
  package var layout: DocumentLayout?
  package var preferences: [Preference] = []
  package var waivers: [Waiver] = []

  package init() {}

  /// The waivers as `visavis check` takes them.
  package var checkWaivers: [Review.Waiver] {
    waivers.map { waiver in
      Review.Waiver(
        verdict: waiver.rule.flatMap(Verdict.init), term: waiver.term, file: waiver.file,
        reason: waiver.reason, origin: "\(path):\(waiver.line)")
    }
  }

  package static let fileName = ".visavis.yml"

  /// The path of the settings in `folder` or the nearest folder above it.
  package static func path(above folder: String) -> String? {
    var folder = folder
    while true {
      let path = (folder == "/" ? "" : folder) + "/" + fileName
      if MappedBytes.isFile(path) { return path }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// The settings at `path`. Throws `ConfigurationError`.
  package static func read(_ path: String) throws -> ProjectSettings {
    guard let bytes = MappedBytes(reading: path) else {
      throw ConfigurationError(
        "visavis: \(path): error: cannot read the settings; check the path", exitCode: 66)
    }
    guard let text = String(validating: bytes.bytes, as: UTF8.self) else {
      throw ConfigurationError("visavis: \(path): error: the settings are not in UTF-8")
    }
    return try SettingsReader(path: path).read(text)
  }
}
