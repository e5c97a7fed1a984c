public import ArgumentParser
package import Documents
import Foundation
public import VisAVis

extension DocumentFormat: ExpressibleByArgument {}
extension DocumentLayout: ExpressibleByArgument {}
extension DocumentSide: ExpressibleByArgument {}
extension SourceReader.Format: ExpressibleByArgument {}

/// How inputs are read: of every command that takes texts.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Texts, Markdown or XLIFF files; - is standard input.", valueName: "files"),
    completion: .file())
  var files: [String] = []

  @Option(help: "What the input is: text or markdown (default: by its extension).")
  var inputFormat: SourceReader.Format?

  @Flag(help: "Lines are hard-wrapped; a blank line ends a paragraph.")
  var wrapped = false

  @Option(help: ArgumentHelp("The input's encoding, if it is not UTF-8.", valueName: "name"))
  var encoding: String?

  /// The inputs; standard input where none is named and it is no terminal. Throws help on a terminal.
  func inputs() throws -> [String] {
    if !files.isEmpty { return files }
    if Environment.isInputTerminal { throw CleanExit.helpRequest() }
    return ["-"]
  }
}

/// How the result is written.
struct OutputOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(help: "How bilingual Markdown is laid out: table, stacked or interleaved.")
  var layout: DocumentLayout = .table

  @Option(help: "The languages of bilingual Markdown: both, source or target.")
  var only: DocumentSide = .both

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, its format by its extension; a folder (with / at its end) for several.",
      valueName: "path"))
  var output: String?

  @Option(help: "Colours on the terminal: auto, always or never.")
  var color: Color = .auto

  @Flag(help: "Overwrite bilingual Markdown that was edited by hand.")
  var force = false

  @Flag(name: .shortAndLong, help: "No notices on standard error.")
  var quiet = false

  @Flag(help: "List every finding on standard error, not only their number.")
  var findings = false

  var isColored: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Environment.isOutputTerminal && Environment.variable("NO_COLOR") == nil
    }
  }
}

/// Runs `translate` and `export`, which differ in their default format only.
struct DocumentCommand {
  let pipelineOptions: PipelineOptions
  let input: InputOptions
  let output: OutputOptions
  let format: DocumentFormat?
  let defaultFormat: DocumentFormat

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    let inputs = try input.inputs()
    let pipeline = try pipelineOptions.pipeline()
    do {
      guard let path = output.output else {
        return try write(inputs, pipeline, to: nil)
      }
      guard path.hasSuffix("/") || isFolder(path) else {
        return try write(inputs, pipeline, to: path)
      }
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let places = inputs.map { place(for: $0, in: path) }
      for (index, place) in places.enumerated() where places[..<index].contains(place) {
        throw WritingError.cannotCreate(
          path: place, reason: "two inputs would be written to it; name them one by one with -o")
      }
      for (file, place) in zip(inputs, places) { try write([file], pipeline, to: place) }
    } catch let error as ReadingError {
      StandardError.write(error.message)
      throw ExitCode(error.exitCode)
    } catch let error as WritingError {
      if error != .closedPipe { StandardError.write(error.message) }
      throw ExitCode(error.exitCode)
    } catch let error as CocoaError {
      StandardError.write(
        "visavis: \(output.output ?? ""): error: cannot create the folder: \(error.localizedDescription)"
      )
      throw ExitCode(73)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// "dir/article.fr.txt" goes to "out/article.en.txt", or "out/article.md" for another format.
  private func place(for file: String, in folder: String) -> String {
    var stem = file == "-" ? "stdin" : URL(fileURLWithPath: file).lastPathComponent
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
    if stem.hasSuffix(".fr") { stem = String(stem.dropLast(3)) }
    if DocumentRun.isXLIFF(file) {
      return (folder.hasSuffix("/") ? folder : folder + "/")
        + URL(fileURLWithPath: file).lastPathComponent
    }
    let chosen = format ?? (defaultFormat == .columns ? .text : defaultFormat)
    let name = chosen == .text ? stem + ".en.txt" : stem + "." + (chosen.extensions.first ?? "txt")
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private func write(_ inputs: [String], _ pipeline: Pipeline, to path: String?) throws {
    var run = DocumentRun(pipeline)
    run.format = format ?? path.flatMap { DocumentFormat(path: $0) } ?? defaultFormat
    if path != nil, run.format == .columns { run.format = .text }
    run.layout = output.layout
    run.side = output.only
    run.isWrapped = input.wrapped
    run.encoding = input.encoding
    run.inputFormat = input.inputFormat
    run.english = pipelineOptions.english
    run.width = Environment.width
    run.isColored = output.isColored
    if let path, !output.force { try run.protectEdits(at: path) }
    let file = try path.map { try OutputFile(path: $0, inputs: inputs) } ?? OutputFile()
    let summary =
      if try fillsXLIFF(inputs) {
        try run.fill(inputs[0]) { bytes in try file.write(&bytes) }
      } else {
        try run.run(inputs) { bytes in try file.write(&bytes) }
      }
    try file.finish()
    report(summary)
  }

  /// An XLIFF file is filled in place, and one at a time.
  private func fillsXLIFF(_ inputs: [String]) throws -> Bool {
    guard inputs.contains(where: DocumentRun.isXLIFF) else { return false }
    guard inputs.count == 1 else {
      throw ValidationError("XLIFF files are filled one by one; name a folder with -o DIR/")
    }
    guard format == nil || format == .xliff || format == .xliff2 else {
      throw ValidationError("an XLIFF file stays XLIFF; leave --format out")
    }
    return true
  }

  private func report(_ summary: DocumentRun.Summary) {
    if output.quiet { return }
    for notice in summary.notices { StandardError.write(notice) }
    if output.findings {
      for finding in summary.findings { StandardError.write(finding) }
    }
    if !summary.findings.isEmpty {
      let count = summary.findings.count
      let hint = output.findings ? "" : "; --findings lists them"
      StandardError.write(
        "visavis: \(count) finding\(count == 1 ? "" : "s") in \(summary.segments) segments\(hint)")
    }
  }
}
