import Bitext
import Foundation
import Testing

@testable import Documents

/// Other programs open what is written here.
struct ClientTests {
  private static let python = ProcessInfo.processInfo.environment["VISAVIS_PYTHON"] ?? "python3"

  private static let hasToolkit =
    Schemas.run(python, ["-c", "import translate.storage.xliff2"])?.status == 0

  /// Prints the pairs that translate-toolkit finds in a file, as a table.
  private static let script = """
    import sys, importlib
    module, name, path = sys.argv[1:]
    store = getattr(importlib.import_module("translate.storage." + module), name).parsefile(path)
    for unit in store.units:
        if unit.source and not unit.isheader():
            print(unit.source.strip() + "\\t" + (unit.target or "").strip())
    """

  @Test(
    .enabled(if: hasToolkit, "no translate-toolkit"),
    arguments: [
      ("xliff", "Xliff1File"), ("xliff2", "Xliff2File"), ("tmx", "tmxfile"), ("csvl10n", "csvfile"),
    ])
  func `translate-toolkit reads documents`(module: String, name: String) throws {
    let writer: any DocumentWriter =
      switch module {
      case "xliff": XLIFFWriter()
      case "xliff2": XLIFF2Writer()
      case "tmx": TMXWriter()
      default: DelimitedWriter(.csv)
      }
    let pairs = try Self.pairs(
      writer.file(SampleDocument.info, SampleDocument.paragraphs), module, name)
    #expect(
      pairs
        == SampleDocument.paragraphs.flatMap(\.segments).map {
          "\($0.source)\t\($0.target)".trimmingCharacters(in: .whitespaces)
        })
  }

  @Test(
    .enabled(if: hasToolkit, "no translate-toolkit"),
    arguments: [("tbx", "tbxfile", GlossaryFormat.martif), ("utx", "UtxFile", .utx)])
  func `translate-toolkit reads glossaries`(
    module: String, name: String, format: GlossaryFormat
  ) throws {
    let table = GlossaryTable(rows: [
      .init(["fr": "maire", "en": "mayor", "note": "a"]), .init(["fr": "Oz", "en": "Oz"]),
    ])
    let file = GlossaryExchange.write(table, as: format, date: "2026-06-16").file
    #expect(try Self.pairs(file, module, name) == ["maire\tmayor", "Oz\tOz"])
  }

  @Test(.enabled(if: Schemas.run("sh", ["-c", "command -v omegat"])?.status == 0, "no OmegaT"))
  func `OmegaT opens a project`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("visavis-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = GlossaryTable(rows: [.init(["fr": "maire", "en": "mayor"])])
    let files: [(String, [UInt8])] = [
      ("omegat.project", Array(Self.project.utf8)),
      ("source/a.xlf", XLIFFWriter().file(SampleDocument.info, SampleDocument.paragraphs)),
      ("tm/a.tmx", TMXWriter().file(SampleDocument.info, SampleDocument.paragraphs)),
      ("glossary/a.utf8", GlossaryExchange.write(table, as: .omegat).file),
      ("target/.keep", []), ("omegat/.keep", []), ("dictionary/.keep", []),
    ]
    for (name, bytes) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let result = try #require(
      Schemas.run("omegat", [folder.path, "--mode=console-translate"]))
    #expect(result.text.contains("TMXR_INFO_READING_COMPLETE"), "\(result.text)")
    let statistics = try String(
      contentsOf: folder.appendingPathComponent("omegat/project_stats.txt"), encoding: .utf8)
    let total = statistics.split(separator: "\n").first { $0.hasPrefix("Total:") }
    #expect(total?.split(separator: "\t").dropFirst().first?.contains("5") == true)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/target/a.xlf"))
  }

  private static let project = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>FR</source_lang><target_lang>EN-US</target_lang>
    <sentence_seg>false</sentence_seg></project></omegat>
    """

  private static func pairs(_ file: [UInt8], _ module: String, _ name: String) throws -> [String] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("visavis-\(UUID().uuidString).\(module)").path
    try Data(file).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let result = try #require(Schemas.run(python, ["-c", script, module, name, path]))
    #expect(result.status == 0, "\(result.text)")
    return result.text.split(separator: "\n").map(String.init)
  }
}
