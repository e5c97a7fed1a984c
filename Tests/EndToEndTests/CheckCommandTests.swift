import Foundation
import Testing

/// `visavis check` and `visavis align` as a user runs them.
@Suite struct CheckCommandTests {
  private static let schema = "../shared/schemas/sarif/sarif-schema-2.1.0.json"

  private func run(_ program: String, _ arguments: [String]) throws -> CommandRunner.Outcome {
    try CommandRunner.run(arguments, program: program)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let folder = NSTemporaryDirectory() + "/visavis-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder + "/" + name
  }

  private static let bad = "Poutine part lundi.\tPoutine leaves on Monday.\n"
  private static let good = "Poutine part lundi.\tPutin leaves on Monday.\n"

  private static let runs: [(String, [String], Int32)] = [
    (bad, [], 1), (good, [], 0), (bad, ["--no-exit"], 0), (bad, ["--min-severity", "error"], 1),
    ("a,b,c\n", [], 65),
  ]

  @Test(arguments: runs)
  func `exit codes`(text: String, options: [String], code: Int32) throws {
    let outcome = try run(CommandRunner.command, ["check", try file("job.tsv", text)] + options)
    #expect(outcome.code == code, "\(outcome.output)\(outcome.errors)")
  }

  @Test func `what cannot run has a code of sysexits`() throws {
    #expect(try run(CommandRunner.command, ["check", "/no/such/job.xlf"]).code == 66)
    #expect(try run(CommandRunner.command, ["check", "/no/such/job.docx"]).code == 65)
    #expect(try run(CommandRunner.command, ["check"]).code == 64)
    #expect(try run(CommandRunner.command, ["align", "/no/a.txt", "/no/b.txt"]).code == 66)
  }

  @Test func `formats for people and for machines`() throws {
    let path = try file("job.tsv", Self.bad)
    let text = try run(CommandRunner.command, ["check", path])
    #expect(
      text.output
        == "\(path):1:21: error: “Poutine” is French; English has “Putin” [untranslated]\n")
    #expect(text.errors == "visavis: 1 error, 0 warnings in 1 segment\n")
    let github = try run(CommandRunner.command, ["check", path, "--format", "github", "--quiet"])
    #expect(
      github.output == "::error file=\(path),line=1,col=21,title=visavis untranslated"
        + "::“Poutine” is French; English has “Putin”\n")
    let junit = try run(CommandRunner.command, ["check", path, "--format", "junit"]).output
    #expect(junit.contains("failures=\"1\"") && junit.contains("<testcase"))
    let json = try run(
      CommandRunner.command, ["check", path, "--format", "json", "--min-severity", "ok"])
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let findings = try #require(document?["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["verdict"] as? String } == ["untranslated", "ok"])
    #expect(findings.first?["fix"] as? String == "Putin")
  }

  /// The lines that the README shows.
  @Test func `prints what the README shows`() throws {
    let readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../README.md"), encoding: .utf8)
    let path = try file(
      "job.tsv",
      "Le président russe Vladimir Poutine est arrivé lundi à Moscou.\t"
        + "Russian President Vladimir Poutine arrived in Moscow on Tuesday.\n")
    let outcome = try run(CommandRunner.command, ["check", path])
    #expect(readme.contains(outcome.output.replacing(path, with: "job.tsv")), "\(outcome.output)")
    #expect(!outcome.output.isEmpty)
  }

  /// Against the schema of OASIS, where it and Python's jsonschema are at hand.
  @Test func `SARIF is valid`() throws {
    let path = try file(
      "job.tsv",
      "source\ttarget\tnote\nPoutine part.\tPoutine leaves.\tvisavis-ignore Poutine: quoted\n"
        + Self.bad.replacing("\n", with: "\t\n"))
    let outcome = try run(
      CommandRunner.command, ["check", path, "--format", "sarif", "--min-severity", "ok"])
    let log = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
    let python =
      "import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), "
      + "json.load(open(sys.argv[2])))"
    let hasSchema = FileManager.default.fileExists(atPath: Self.schema)
    guard hasSchema, try run("/usr/bin/env", ["python3", "-c", "import jsonschema"]).code == 0
    else {
      print("skipped: \(Self.schema) or Python's jsonschema is not here")
      return
    }
    let sarif = try file("check.sarif", outcome.output)
    let result = try run("/usr/bin/env", ["python3", "-c", python, sarif, Self.schema])
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test func `aligns to a file by its extension`() throws {
    let french = try file("a.fr.txt", "Il pleut. Poutine part.\n")
    let english = try file("a.en.txt", "It rains. Putin leaves.\n")
    let memory = try file("out.tmx", "")
    let outcome = try run(CommandRunner.command, ["align", french, english, "-o", memory])
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    let text = try String(contentsOfFile: memory, encoding: .utf8)
    #expect(text.contains("<seg>Poutine part.</seg>") && text.contains("<seg>Putin leaves.</seg>"))
    #expect(try run(CommandRunner.command, ["check", memory]).code == 0)
  }
}
