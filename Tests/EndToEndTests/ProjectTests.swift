import Foundation
import Testing
import VisAVis

/// A project's settings and folders, as a user has them.
@Suite struct ProjectTests {
  private static let text = """
    Le ministre russe des Affaires étrangères Sergueï Lavrov est à Kiev et à Pékin le 12 avril. \
    Lavrov a vu Sergueï Ouchkinov. Le Kremlin a confirmé.

    """

  private func project(_ settings: String) throws -> String {
    let folder = try CommandRunner.temporaryFolder()
    try settings.write(toFile: folder + "/.visavis.yml", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: folder + "/sub/deep", withIntermediateDirectories: true)
    return folder
  }

  private func translate(_ folder: String, _ options: [String] = []) throws -> CommandRunner.Outcome
  {
    try CommandRunner.run(
      ["translate", "--format", "text", "-"] + options, input: Array(Self.text.utf8), in: folder)
  }

  @Test func `settings hold in the folder and below it, and the command line wins`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try project("english: gb\nglossaries: [own.tsv]\n")
    try "fr\ten\tkind\nKremlin\tthe Moscow court\tplace\n".write(
      toFile: folder + "/own.tsv", atomically: true, encoding: .utf8)
    let english = try translate(folder + "/sub/deep").output
    #expect(english.contains("12 April"), "\(english)")
    #expect(english.contains("Moscow court"), "\(english)")
    #expect(try translate(folder, ["--english", "us"]).output.contains("April 12"))
    let engine = try project("engine: terms\n")
    #expect(try translate(engine).output.contains("est à Kyiv"))
  }

  @Test func `preferred forms reach rows, titles, later mentions and names no row has`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try project(
      """
      prefer:
        Kyiv: Kiev
        place.beijing: Peking
        Sergei: Sergey
        Lavrov: Lawrow
      """)
    let outcome = try translate(folder)
    #expect(outcome.output.contains("Foreign Minister Sergey Lawrow is in Kiev and"))
    #expect(outcome.output.contains("Peking"), "\(outcome.output)")
    #expect(outcome.output.contains("Lawrow saw Sergey Ushkinov"), "\(outcome.output)")
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test(arguments: [
    (
      "english: gb\nglossary: [a.tsv]\n",
      "2:1: error: no setting is called 'glossary'; did you mean 'glossaries'?"
    ),
    ("english: gbr\n", "1:10: error: 'english' is us or gb, not 'gbr'"),
    ("english: [gb\n", "2:1: error: not YAML"),
    ("engine: terms\nengine: draft\n", "2:1: error: 'engine' is set twice"),
    ("waivers:\n  - term: Twitter\n", "2:5: error: a waiver needs a reason"),
    (
      "waivers:\n  - reazon: x\n",
      "2:5: error: no setting is called 'reazon'; did you mean 'reason'?"
    ),
    ("prefer: Kiev\n", "1:9: error: prefer: 'key: value' lines are expected"),
    ("- a\n", "1:1: error: settings: 'key: value' lines are expected"),
    ("builtin: perhaps\n", "1:10: error: 'builtin' is true or false"),
  ])
  func `malformed settings are named with line and column`(text: String, message: String) throws {
    try #require(CommandRunner.isBuilt)
    let outcome = try translate(project(text))
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("visavis: .visavis.yml:" + message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `a preference that no row has is a warning`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try project("prefer:\n  place.kyiw: Kiev\n")
    for _ in 0..<2 {
      let outcome = try translate(folder)
      #expect(outcome.code == 0)
      #expect(
        outcome.errors.contains(
          "2:3: warning: no row has the concept 'place.kyiw'; did you mean 'place.kyiv'?"))
    }
  }

  @Test func `reads waivers`() throws {
    let folder = try project(
      "waivers:\n  - {term: Twitter, rule: variant, file: a.md, reason: the client says so}\n")
    let settings = try ProjectSettings.read(folder + "/.visavis.yml")
    let waiver = try #require(settings.waivers.first)
    #expect(waiver.term == "Twitter" && waiver.rule == "variant" && waiver.file == "a.md")
    #expect(waiver.reason == "the client says so" && waiver.line == 2)
  }

  @Test func `init writes settings that change nothing, once`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try CommandRunner.temporaryFolder()
    #expect(try CommandRunner.run(["init"], in: folder).code == 0)
    #expect(try translate(folder).errors.isEmpty)
    let again = try CommandRunner.run(["init"], in: folder)
    #expect(again.code == 73)
    #expect(again.errors.contains("it is there already"), "\(again.errors)")
    // The settings are sound once their # is off; prose has a space after it.
    let lines = ProjectSettings.template.split(separator: "\n")
      .filter { !$0.hasPrefix("# ") || $0.hasPrefix("#  ") }.map { $0.dropFirst() }
    let settings = try project(lines.joined(separator: "\n") + "\n")
    let read = try ProjectSettings.read(settings + "/.visavis.yml")
    #expect(read.preferences.count == 3 && read.waivers.count == 1 && read.glossaries.count == 1)
  }

  // MARK: - Folders

  private func texts() throws -> String {
    let folder = try project("")
    for (name, text) in [
      ("a.fr.txt", "Le Caire"), ("sub/b.md", "# La Haye"), ("sub/deep/c.txt", "Pékin"),
    ] {
      try (text + "\n").write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test func `a folder keeps its structure, and what is up to date stays`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try texts()
    let first = try CommandRunner.run(["translate", ".", "-o", "out/"], in: folder)
    #expect(first.code == 0, "\(first.errors)")
    func content(_ name: String) throws -> String {
      try String(contentsOfFile: folder + "/out/" + name, encoding: .utf8)
    }
    #expect(try content("a.en.txt") == "Cairo\n")
    #expect(try content("sub/b.en.md") == "# The Hague\n")
    #expect(try content("sub/deep/c.en.txt") == "Beijing\n")
    #expect(!FileManager.default.fileExists(atPath: folder + "/out/out"))
    let second = try CommandRunner.run(["translate", ".", "-o", "out/"], in: folder)
    #expect(second.errors.contains("3 of 3 up to date"), "\(second.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/out/out"))
    try "La Mecque\n".write(toFile: folder + "/a.fr.txt", atomically: true, encoding: .utf8)
    let third = try CommandRunner.run(["translate", ".", "-o", "out/"], in: folder)
    #expect(third.errors.contains("2 of 3 up to date"), "\(third.errors)")
    #expect(try content("a.en.txt") == "Mecca\n")
    // Another English makes all of them stale.
    try "english: gb\n".write(toFile: folder + "/.visavis.yml", atomically: true, encoding: .utf8)
    #expect(try CommandRunner.run(["translate", ".", "-o", "out/"], in: folder).errors.isEmpty)
  }

  @Test func `what was edited in a folder stays`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try texts()
    let run = ["translate", ".", "-o", "out/"]
    #expect(try CommandRunner.run(run, in: folder).code == 0)
    let place = folder + "/out/sub/b.en.md"
    try "# Den Haag\n".write(toFile: place, atomically: true, encoding: .utf8)
    try "# La Haye, Oslo\n".write(
      toFile: folder + "/sub/b.md", atomically: true, encoding: .utf8)
    let again = try CommandRunner.run(run, in: folder)
    #expect(again.code == 73)
    #expect(again.errors.contains("edited since it was written"), "\(again.errors)")
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "# Den Haag\n")
    #expect(try CommandRunner.run(run + ["--force"], in: folder).code == 0)
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "# The Hague, Oslo\n")
  }

  @Test func `English alone is not overwritten once edited`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try texts()
    let run = ["export", "sub/b.md", "--only", "target", "-o", "b.en.md"]
    #expect(try CommandRunner.run(run, in: folder).code == 0)
    #expect(try CommandRunner.run(run, in: folder).code == 0)
    let place = folder + "/b.en.md"
    let text = try String(contentsOfFile: place, encoding: .utf8)
    #expect(text.hasPrefix("# The Hague\n\n<!-- visavis/1 "), "\(text)")
    try text.replacing("The Hague", with: "Den Haag").write(
      toFile: place, atomically: true, encoding: .utf8)
    #expect(try CommandRunner.run(run, in: folder).code == 73)
    #expect(try CommandRunner.run(run + ["--force"], in: folder).code == 0)
  }

  @Test func `a file that fails does not stop the others`() throws {
    try #require(CommandRunner.isBuilt)
    let folder = try texts()
    try Data([0x50, 0, 1]).write(to: URL(fileURLWithPath: folder + "/aa.txt"))
    let outcome = try CommandRunner.run(["export", ".", "-o", "out/"], in: folder)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("aa.txt:1:2: error: a binary file"), "\(outcome.errors)")
    #expect(FileManager.default.fileExists(atPath: folder + "/out/sub/deep/c.md"))
    let edited = folder + "/out/a.md"
    let text = try String(contentsOfFile: edited, encoding: .utf8)
    try text.replacing("Cairo", with: "Kairo").write(
      toFile: edited, atomically: true, encoding: .utf8)
    try "Le Caire.\n".write(toFile: folder + "/a.fr.txt", atomically: true, encoding: .utf8)
    let again = try CommandRunner.run(["export", "a.fr.txt", "sub", "-o", "out/"], in: folder)
    #expect(again.code == 73)
    #expect(again.errors.contains("edited since it was written"), "\(again.errors)")
    #expect(try String(contentsOfFile: edited, encoding: .utf8).contains("Kairo"))
  }
}
