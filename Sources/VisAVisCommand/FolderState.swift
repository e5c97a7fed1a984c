import Foundation
import VisAVis

/// What made each file of an output folder: settings, glossaries and options as one number, in `.visavis-state`.
struct FolderState {
  private let folder: String
  private var notes: [String: String] = [:]

  private var path: String { folder + ".visavis-state" }

  /// Reads the notes in `folder`, which ends in a slash; damaged ones count as none.
  init(folder: String) {
    self.folder = folder
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", maxSplits: 1)
      if cells.count == 2 { notes[String(cells[1])] = String(cells[0]) }
    }
  }

  /// Whether the output is newer than its input and was made in the same way.
  func isCurrent(_ job: DocumentJob, _ fingerprint: UInt64) -> Bool {
    guard notes[name(job)] == String(fingerprint, radix: 16),
      let input = Self.modified(job.input), let output = Self.modified(job.place)
    else { return false }
    return output > input
  }

  mutating func note(_ job: DocumentJob, _ fingerprint: UInt64) {
    notes[name(job)] = String(fingerprint, radix: 16)
  }

  /// Writes the notes. Throws `WritingError`.
  func write() throws {
    let lines = notes.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }
    let file = try OutputFile(path: path, inputs: [])
    var bytes = Array(lines.joined().utf8)
    try file.write(&bytes)
    try file.finish()
  }

  private func name(_ job: DocumentJob) -> String { String(job.place.dropFirst(folder.count)) }

  private static func modified(_ path: String) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date
  }
}
