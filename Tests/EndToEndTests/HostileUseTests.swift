import Foundation
import Testing

/// What a user gets wrong, and what the command says then.
@Suite(.enabled(if: CommandRunner.isBuilt, "the command is not built"))
struct HostileUseTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = try CommandRunner.temporaryFolder()
    for (name, text) in files {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test(
    arguments: [
      (
        ["translate", "a.txt", "-o", "a.docx"], 73, "a.docx: error: cannot create the file: visavis"
      ),
      (["align", "a.txt", "b.txt", "-o", "a.pdf"], 73, "a.pdf: error: cannot create the file"),
      (["translate", "a.txt", "-o", "no/a.txt"], 73, "no/a.txt: error: cannot create the file"),
      (
        ["translate", "a.txt", "b.txt", "./a.txt", "-o", "out/"], 73, "two inputs would be written"
      ),
      (["translate", "cut.xlf"], 65, "expected; repair the file there"),
      (
        ["check", "other.xlf"], 65, "other.xlf:1:1: error: not a file in the format XLIFF; give it"
      ),
      (["translate", "a.txt", "--glossary", "semi.csv"], 65, "separate cells by commas"),
      (["translate", "a.txt", "--data", "none"], 66, "none: error: no such folder; check --data"),
    ] as [([String], Int32, String)])
  func `a mistake has its code and the next step`(
    arguments: [String], code: Int32, message: String
  ) throws {
    let folder = try folder([
      "a.txt": "Kiev.\n", "b.txt": "Kyiv.\n", "cut.xlf": "<xliff version", "other.xlf": "<html/>",
      "semi.csv": "fr;en\nchat;cat\n",
    ])
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let outcome = try CommandRunner.run(arguments, in: folder)
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
  }

  @Test(.enabled(if: getuid() != 0, "root reads every folder"))
  func `a folder that cannot be read is no empty one`() throws {
    let folder = try folder(["a.txt": "Kiev.\n"])
    let closed = folder + "/closed"
    try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
    #expect(chmod(closed, 0) == 0)
    defer { chmod(closed, 0o755) }
    let outcome = try CommandRunner.run(["translate", ".", "-o", "out/"], in: folder)
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("closed: error: no permission"), "\(outcome.errors)")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full"),
    arguments: ["--help", "--version", "check --help", "--generate-completion-script bash"])
  func `a full disk fails help as it fails a result`(arguments: String) throws {
    let line = "\(CommandRunner.command) \(arguments) > /dev/full"
    let outcome = try CommandRunner.run(["-c", line], program: "/bin/sh")
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("cannot write"), "\(outcome.errors)")
    let shown = try CommandRunner.run(arguments.split(separator: " ").map(String.init))
    #expect(shown.code == 0 && !shown.output.isEmpty && shown.errors.isEmpty)
  }

  @Test func `statistics count rows, concepts, guards, British forms and notes`() throws {
    let folder = try folder([
      "own.tsv": """
      fr\ten\tgb\tkind\twhen\tstatus\tnote
      Bercy\tthe Finance Ministry\t\torganization\tnear:ministre\t\tby metonymy
      Kiev\tKyiv\t\tplace\t\t\t
      ministre de la Défense\tDefense Minister\tDefence Minister\toffice\t\tforbidden\t

      """
    ])
    let outcome = try CommandRunner.run(
      ["glossary", "stats", "own.tsv", "--format", "tsv"], in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t").map(String.init)
    }
    #expect(rows.contains(["By file", "own.tsv", "3", "3", "1", "1", "1"]), "\(outcome.output)")
    #expect(rows.contains(["By kind", "1", "1", "0", "0", "0", "place"]), "\(outcome.output)")
    #expect(rows.contains(["By status", "1", "1", "0", "1", "0", "forbidden"]))
    #expect(rows.contains(["By status", "2", "2", "1", "0", "1", "preferred"]))
    #expect(try CommandRunner.run(["glossary", "stats", "no.tsv"], in: folder).code == 66)
  }

  @Test func `a relative cache folder makes no folder beside the texts`() throws {
    let folder = try folder(["a.txt": "Kiev.\n"])
    let outcome = try CommandRunner.run(
      ["translate", "a.txt", "--format", "text"], in: folder,
      environment: ["XDG_CACHE_HOME": "cache", "HOME": folder + "/home"])
    #expect(outcome.output == "Kyiv.\n", "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/cache"))
  }
}
