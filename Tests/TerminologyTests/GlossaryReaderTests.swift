import Bitext
import Testing

@testable import Terminology

@Suite struct GlossaryReaderTests {
  private func message(_ text: String, file: String = "terms.tsv") -> String? {
    do {
      _ = try GlossaryReader(file: file).read(Array(text.utf8))
      return nil
    } catch let error as GlossaryError {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("fr\tde\nchat\tKatze\n", "terms.tsv:1:4: error: unknown column 'de'; the columns are"),
    (
      "fr\tnote\nchat\tx\n",
      "terms.tsv:1:1: error: no 'en' column; the header row needs at least fr and en"
    ),
    ("fr\ten\nchat\n", "terms.tsv:2:5: error: 1 cell where the header has 2"),
    ("fr\ten\nchat\tcat\nchien\t\n", "terms.tsv:3:7: error: the 'en' cell is empty"),
    ("fr\ten\tkind\nchat\tcat\tbeast\n", "terms.tsv:2:10: error: 'beast' is no kind; use person"),
    ("fr\ten\nA /B\tC\n", "terms.tsv:2:1: error: one slash alone"),
    ("fr\ten\twhen\nchat\tcat\tnow:x\n", "terms.tsv:2:10: error: cannot read the guard 'now:x'"),
    ("fr\ten\nchat\tcat\tx\n", "terms.tsv:2:10: error: 3 cells where the header has 2"),
    ("fr\ten\nété\tA/\n", "terms.tsv:2:7: error: one slash alone"),
    ("fr\ten\tfr_gram\nchat\tcat\tq\n", "terms.tsv:2:10: error: 'q' is no fr_gram"),
    ("fr\ten\nch\0at\tcat\n", "terms.tsv:2:3: error: a control character; remove it"),
    ("# x\nfr\ten\nchat\tcat\u{1B}\n", "terms.tsv:3:9: error: a control character"),
  ])
  func `names file, line and next step`(text: String, expected: String) {
    #expect(message(text)?.hasPrefix(expected) == true, "\(message(text) ?? "no error")")
  }

  @Test func `reads two columns, comments, CSV and a byte order mark`() throws {
    let tsv = try GlossaryReader(file: "my.tsv").read(
      Array("\u{FEFF}fr\ten\n# x\nchat\tcat\n".utf8))
    #expect(tsv.terms.map(\.target) == ["cat"])
    #expect(tsv.terms.first?.kind == .other)
    let csv = try GlossaryReader(file: "people.csv")
      .read(Array("fr,en\n\"Dupont, Jean\",\"Jean \"\"J\"\" Dupont\"\n".utf8))
    #expect(csv.terms.first?.target == "Jean \"J\" Dupont")
    #expect(csv.terms.first?.kind == .person)
    #expect(message("fr,en\n\"a,b\n", file: "x.csv")?.contains("never closed") == true)
  }

  @Test func `finds duplicates, conflicts and text not composed`() throws {
    let text = "fr\ten\nchat\tcat\nchat\tcat\nchien\tdog\nchien\thound\ne\u{301}cole\tschool\n"
    let glossary = try GlossaryReader(file: "t.tsv").read(Array(text.utf8))
    let issues = try GlossaryCheck().issues(in: [glossary])
    #expect(issues.map(\.line) == [3, 5, 6])
    #expect(issues.map(\.severity) == [.warning, .warning, .error])
  }

  @Test func `lets a word have a right English and several forbidden ones`() throws {
    let text =
      "fr\ten\tstatus\ndéputé\tlawmaker\t\ndéputé\tdeputy\tforbidden\n"
      + "député\tdelegate\tforbidden\ndéputé\tdeputy\tforbidden\n"
    let glossary = try GlossaryReader(file: "t.tsv").read(Array(text.utf8))
    let issues = try GlossaryCheck().issues(in: [glossary])
    #expect(issues.map(\.line) == [5])
  }
}
