import ArgumentParser
import Bitext
import Glibc
import VisAVis

struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "translate")
  @Argument var files: [String] = []
  @Option var format: String = "text"
  @Option var engine: String = "terms"

  func run() throws {
    var configuration = Configuration()
    configuration.engine = .init(rawValue: engine) ?? .draft
    let pipeline = try Pipeline(configuration)
    var state = DocumentState()
    let fd = open(files.first ?? "/dev/stdin", O_RDONLY); dup2(fd, 0)
    while let line = readLine(strippingNewline: true) {
      let p = pipeline.translate(SourceParagraph(text: Array(line.utf8)), state: &state)
      print(p.target)
      if format == "terms" {
        for s in p.segments {
          for t in s.terms {
            print("   ", t.source, "->", t.target, t.kind, t.glossary, t.rule ?? "")
          }
        }
      }
    }
  }
}
