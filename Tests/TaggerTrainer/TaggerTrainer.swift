import Bitext
import Glibc
import TestSupport

@testable import French

/// Trains the tagger, and measures it and the lexicon.
///
/// `TaggerTrainer train OUT.tsv TREEBANK…`, `score TREEBANK…`, `errors TREEBANK…`, `forms`, `speed FILE`,
/// `coverage FILE…`, `text FILE…`, `conllu FILE`,
/// `homographs FILE…`, `generated TREEBANK…`.
@main
struct TaggerTrainer {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let command = arguments.first else { return print("no command") }
    let files = Array(arguments.dropFirst())
    switch command {
    case "train": try train(files)
    case "score", "errors":
      let tagger = try tagger()
      for file in files {
        var score = Score()
        let data = try read(file)
        let treebank = file.hasSuffix(".txt") ? TaggedSentences.treebank(data) : data
        for sentence in TreebankSentence.sentences(treebank) { score.add(sentence, tagger) }
        score.report(String(file.split(separator: "/").last ?? ""), details: command == "errors")
      }
    case "conllu":
      for file in files {
        print(String(decoding: try tagger().conllu(try read(file)), as: UTF8.self), terminator: "")
      }
    case "text":
      let tagger = try tagger()
      for file in files { try Speed.show(file, tagger: tagger) }
    case "speed": try Speed.run(files, tagger: try tagger())
    case "forms": try Forms.print()
    case "homographs": try Homographs.run(files, lexicon: try lexicon())
    case "generated": try Generated.run(files, lexicon: try lexicon())
    case "coverage": try Coverage.run(files, lexicon: try lexicon())
    default: print("unknown command \(command)")
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let file = MappedBytes(mapping: path) else { return [] }
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  static func lexicon() throws -> Lexicon {
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    let time = try clock.measure {
      bytes = try Lexicon.compile(LexiconSources(EmbeddedData.file))
    }
    guard let lexicon = Lexicon(MappedBytes(bytes)) else {
      throw DataError.value(file: "lexicon", line: 0, cell: "")
    }
    note("lexicon: \(lexicon.formCount) forms, \(bytes.count) bytes, compiled in \(time)")
    return lexicon
  }

  static func tagger() throws -> Tagger {
    let lexicon = try lexicon()
    let weights = getenv("WEIGHTS").map { String(cString: $0) }
    let data =
      weights.flatMap { MappedBytes(mapping: $0) } ?? EmbeddedData.file("French/tagger-weights.tsv")
    var bytes: [UInt8] = []
    let time = try ContinuousClock().measure { bytes = try TaggerModel.compile(data) }
    guard let model = TaggerModel(MappedBytes(bytes)) else {
      throw DataError.value(file: "model", line: 0, cell: "")
    }
    note("tagger: \(bytes.count) bytes, compiled in \(time)")
    return Tagger(lexicon: lexicon, model: model)
  }

  static func note(_ text: String) { _ = (text + "\n").withCString { write(2, $0, strlen($0)) } }

  static func train(_ files: [String]) throws {
    var trainer = Trainer(try lexicon())
    var examples: [Example] = []
    for file in files.dropFirst() {
      let data = try read(file)
      examples += trainer.examples(file.hasSuffix(".txt") ? TaggedSentences.treebank(data) : data)
    }
    trainer.countFeatures(examples)
    let minimum = getenv("MINIMUM").flatMap { Int(String(cString: $0)) } ?? 1
    trainer.scorer.prune(minimum: minimum)
    let passes = getenv("PASSES").flatMap { Int(String(cString: $0)) } ?? 10
    note("\(examples.count) sentences, \(trainer.scorer.features.count) features")
    let runs = getenv("RUNS").flatMap { Int(String(cString: $0)) } ?? 10
    var generator = Shuffler()
    for run in 0..<runs {
      for pass in 0..<passes {
        examples.shuffle(using: &generator)
        note("run \(run), pass \(pass): \(trainer.pass(examples)) wrong")
      }
      trainer.scorer.settle()
    }
    let threshold = getenv("THRESHOLD").flatMap { Double(String(cString: $0)) } ?? 0.3
    var text = Self.header
    for row in trainer.rows(
      scale: 10, threshold: threshold, runs: Double(runs))
    { text += row + "\n" }
    guard let file = fopen(files.first ?? "/dev/null", "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  static let header = """
    # Weights of the tagger, computed by Tests/TaggerTrainer from the training part of UD French Sequoia (Candito & Seddah 2012), LGPL-LR,
    # and from its own sentences.txt.
    # Columns: template (t: transitions between tags), its values, pairs of a tag's letter and its weight.

    """

  /// A generator with a fixed seed, so that training gives the same weights each time.
  struct Shuffler: RandomNumberGenerator {
    var state: UInt64 = 42
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
