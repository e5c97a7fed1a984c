import ArgumentParser
import Bitext
import Documents
import Foundation
import VisAVis

/// Runs `translate` and `export`, which differ in their default format only.
struct DocumentCommand {
  let pipelineOptions: PipelineOptions
  let input: InputOptions
  let output: OutputOptions
  let format: DocumentFormat?
  let defaultFormat: DocumentFormat

  func run() throws {
    let inputs = try input.inputs()
    let settings = try pipelineOptions.projectSettings()
    let configuration = pipelineOptions.configuration(settings)
    let pipeline = try Failure.reporting { try Pipeline(configuration) }
    if !output.quiet { pipeline.notices.forEach(StandardError.write) }
    var run = DocumentRun(pipeline)
    run.layout = output.layout ?? settings.layout ?? .table
    run.side = output.only
    run.isSealed = defaultFormat == .markdown
    run.reading = input.reading
    run.english = configuration.english
    run.width = Environment.width
    run.isColored = output.isColored
    guard let path = output.output, path.hasSuffix("/") || InputFolder.isFolder(path) else {
      // What goes to the terminal is its own progress.
      let isSilent = output.quiet || output.output == nil && Environment.isOutputTerminal
      var progress = Progress(total: 1, isQuiet: isSilent)
      defer { progress.clear() }
      return try Failure.reporting { try write(inputs, run, to: output.output, &progress) }
    }
    try Failure.reporting {
      try writeAll(inputs, run, into: path.hasSuffix("/") ? path : path + "/", configuration)
    }
  }

  // MARK: - Folders

  /// Writes each input into `folder`; a folder's files keep their places in it. A file that fails is reported, the
  /// others are written, and the command ends with the first failure's code.
  private func writeAll(
    _ inputs: [String], _ run: DocumentRun, into folder: String, _ configuration: Configuration
  ) throws {
    let jobs = try InputFolder.jobs(inputs, into: folder) { name(for: $0) }
    for (index, job) in jobs.enumerated()
    where jobs[..<index].contains(where: { $0.place == job.place }) {
      throw WritingError.cannotCreate(
        path: job.place, reason: "two inputs would be written to it; name them one by one with -o")
    }
    try InputFolder.create(folder)
    var state = FolderState(folder: folder)
    let fingerprint = fingerprint(run, configuration)
    var progress = Progress(total: jobs.count, isQuiet: output.quiet)
    var failure: ExitCode?
    var skipped = 0
    for job in jobs {
      if !output.force, state.isCurrent(job, fingerprint) {
        skipped += 1
        progress.advance(job.input)
        continue
      }
      do {
        try Failure.reporting {
          if !output.force, state.isEdited(job) { throw WritingError.isEdited(path: job.place) }
          try InputFolder.create(
            String(job.place[...(job.place.lastIndex(of: "/") ?? job.place.startIndex)]))
          var run = run
          if translatesMarkdown(job.input) { run.side = .target }
          try write([job.input], run, to: job.place, &progress)
        }
        state.note(job, fingerprint)
      } catch let error as ExitCode {
        progress.clear()
        failure = failure ?? error
      }
      progress.advance(job.input)
    }
    progress.clear()
    try state.write()
    if skipped > 0, !output.quiet {
      StandardError.write(
        "visavis: \(skipped) of \(jobs.count) up to date; --force writes them anew")
    }
    if let failure { throw failure }
  }

  /// What decides the bytes of an output besides its input.
  private func fingerprint(_ run: DocumentRun, _ configuration: Configuration) -> UInt64 {
    let options =
      "\(Pipeline.version) \(configuration) \(format?.rawValue ?? defaultFormat.rawValue) "
      + "\(run.layout) \(run.side) \(run.reading)"
    return FormHash.of(options.utf8) ^ run.dataFingerprint
  }

  /// "article.fr.txt" gives "article.en.txt", "notes.md" "notes.en.md"; another format has its own extension.
  private func name(for file: String) -> String {
    if DocumentRun.isXLIFF(file) { return file }
    var stem = file == "-" ? "stdin" : file
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex, !stem[dot...].contains("/") {
      stem = String(stem[..<dot])
    }
    if stem.hasSuffix(".fr") { stem = String(stem.dropLast(3)) }
    if translatesMarkdown(file) { return stem + ".en.md" }
    let chosen = format ?? (defaultFormat == .columns ? .text : defaultFormat)
    return chosen == .text ? stem + ".en.txt" : stem + "." + (chosen.extensions.first ?? "txt")
  }

  /// Markdown that `translate` writes into a folder stays Markdown.
  private func translatesMarkdown(_ file: String) -> Bool {
    format == nil && defaultFormat == .columns
      && (input.reading.format == .markdown || DocumentFormat(path: file) == .markdown)
  }

  // MARK: - Files

  private func write(
    _ inputs: [String], _ base: DocumentRun, to path: String?, _ progress: inout Progress
  ) throws {
    var run = base
    run.format = format ?? path.flatMap { DocumentFormat(path: $0) } ?? defaultFormat
    if path != nil, run.format == .columns { run.format = .text }
    if let path, !output.force { try run.protectEdits(at: path) }
    let file = try path.map { try OutputFile(path: $0, inputs: inputs) } ?? OutputFile()
    progress.begin()
    func sink(_ bytes: inout [UInt8]) throws {
      progress.write(bytes.count, of: inputs.first ?? "")
      try file.write(&bytes)
    }
    let summary =
      if try fillsXLIFF(inputs) {
        try run.fill(inputs[0], sink: sink)
      } else {
        try run.run(inputs, sink: sink)
      }
    try file.finish()
    progress.clear()
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
