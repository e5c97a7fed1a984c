import Foundation
import Testing

/// The command as a user runs it: exit codes, messages, files.
@Suite struct CommandTests {
  private func run(_ arguments: [String], input: [UInt8] = []) throws -> CommandRunner.Outcome {
    try CommandRunner.run(arguments, input: input)
  }

  private func temporaryFolder() throws -> String { try CommandRunner.temporaryFolder() }

  private var isBuilt: Bool { CommandRunner.isBuilt }

  @Test(arguments: ["Sa Majesté", "Bonjour Monsieur", "M.", "Le président de", "l'", "« M"])
  func `survives a text that ends inside a title`(text: String) throws {
    try #require(isBuilt)
    #expect(try run(["translate", "-", "--format", "text"], input: Array(text.utf8)).code == 0)
  }

  @Test func `translates standard input line by line`() throws {
    try #require(isBuilt, "visavis is not beside the tests")
    let outcome = try run(
      ["translate", "--format", "text", "-"], input: Array("Le Caire\r\n\nLa Haye".utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output == "Cairo\n\nThe Hague\n")
  }

  @Test(arguments: [
    (["translate", "/no/such/file.txt"], Int32(66), "/no/such/file.txt: error: no such file"),
    (["translate", "/tmp"], 66, "/tmp: error: a folder"),
    (["translate", "--format", "nonsense", "-"], 64, "nonsense"),
    (["translate", "-", "-o", "/no/such/folder/out.txt"], 73, "cannot create"),
    (["translate", "-", "--glossary", "/no/such.tsv"], 66, "cannot read the glossary"),
    (["translate", "-", "--encoding", "nonsense"], 64, "no encoding is called"),
  ])
  func `ends with the codes of sysexits`(arguments: [String], code: Int32, message: String) throws {
    try #require(isBuilt)
    let outcome = try run(arguments, input: Array("Bonjour.\n".utf8))
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `refuses binary and broken input`() throws {
    try #require(isBuilt)
    let binary = try run(["translate", "-"], input: [0x50, 0x00, 0x01, 0x0A])
    #expect(binary.code == 65)
    let broken = try run(
      ["translate", "-"], input: Array("Élysée été né\nà ".utf8) + [0xFF] + Array(" Évian\n".utf8))
    #expect(broken.code == 65)
    #expect(broken.errors.contains("2:"), "\(broken.errors)")
    let latin = try run(
      ["translate", "--format", "text", "-"], input: [0xC9, 0x67, 0x79, 0x70, 0x74, 0x65, 0x0A])
    #expect(latin.code == 0)
    #expect(latin.output == "Egypt\n")
    #expect(latin.errors.contains("windows-1252"))
  }

  @Test func `a glossary of one's own wins, and a malformed one is named`() throws {
    try #require(isBuilt)
    let folder = try temporaryFolder()
    try "fr\ten\nPékin\tPeking\n".write(
      toFile: folder + "/own.tsv", atomically: true, encoding: .utf8)
    let own = try run(
      ["translate", "-", "--format", "text", "--glossary", folder + "/own.tsv"],
      input: Array("Pékin\n".utf8))
    #expect(own.output == "Peking\n")
    try "fr\ten\nPékin\n".write(toFile: folder + "/bad.tsv", atomically: true, encoding: .utf8)
    let bad = try run(
      ["translate", "-", "--glossary", folder + "/bad.tsv"], input: Array("Pékin\n".utf8))
    #expect(bad.code == 65)
    #expect(bad.errors.contains("bad.tsv:2:7: error: 1 cell where the header has 2"))
  }

  @Test func `writes files whole, never over the input`() throws {
    try #require(isBuilt)
    let folder = try temporaryFolder()
    let source = folder + "/a.fr.txt"
    try "Le Caire\n".write(toFile: source, atomically: true, encoding: .utf8)
    #expect(try run(["translate", source, "-o", source]).code == 73)
    #expect(try String(contentsOfFile: source, encoding: .utf8) == "Le Caire\n")
    #expect(try run(["translate", source, "-o", folder + "/out/"]).code == 0)
    #expect(try String(contentsOfFile: folder + "/out/a.en.txt", encoding: .utf8) == "Cairo\n")
    #expect(try run(["export", source, "-o", folder + "/a.md"]).code == 0)
    #expect(try String(contentsOfFile: folder + "/a.md", encoding: .utf8).contains("Cairo"))
  }

  @Test func `coverage fails under a limit`() throws {
    try #require(isBuilt)
    let text = Array("Emmanuel Macron a vu Zorglub Balthazarov à Pékin.\n".utf8)
    #expect(try run(["coverage", "-"], input: text).code == 0)
    #expect(try run(["coverage", "-", "--fail-under", "99"], input: text).code == 1)
    #expect(try run(["coverage", "-", "--fail-under", "place:100"], input: text).code == 0)
    let persons = try run(["coverage", "-", "--fail-under", "other:99"], input: text)
    #expect(persons.code == 1)
    #expect(persons.errors.contains("other: "), "\(persons.errors)")
    #expect(try run(["coverage", "-", "--fail-under", "nonsense:9"], input: text).code == 64)
    #expect(
      try run(["coverage", "-", "--format", "json"], input: text).output.contains(
        "\"visavis-coverage/1\""))
  }
}
