import Bitext
import Foundation
import VisAVis

/// What made each file of an output folder, in `.visavis-state`: settings, glossaries and options as one number, and
/// the file's own bytes as another, so that work done on it since is known.
struct FolderState {
  private struct Note {
    var fingerprint: String
    var content: String
  }

  private let folder: String
  private var notes: [String: Note] = [:]

  private var path: String { folder + ".visavis-state" }

  /// Reads the notes in `folder`, which ends in a slash; damaged ones count as none.
  init(folder: String) {
    self.folder = folder
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", maxSplits: 2).map(String.init)
      if cells.count == 3 { notes[cells[2]] = Note(fingerprint: cells[0], content: cells[1]) }
    }
  }

  /// Whether the output is newer than its input and was made in the same way.
  func isCurrent(_ job: DocumentJob, _ fingerprint: UInt64) -> Bool {
    guard notes[name(job)]?.fingerprint == String(fingerprint, radix: 16),
      let input = Self.modified(job.input), let output = Self.modified(job.place)
    else { return false }
    return output > input
  }

  /// Whether the output is there and is no longer as it was written.
  func isEdited(_ job: DocumentJob) -> Bool {
    guard let note = notes[name(job)], let content = Self.content(of: job.place) else {
      return false
    }
    return content != note.content
  }

  mutating func note(_ job: DocumentJob, _ fingerprint: UInt64) {
    notes[name(job)] = Note(
      fingerprint: String(fingerprint, radix: 16), content: Self.content(of: job.place) ?? "")
  }

  private static func content(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(FormHash.of(data), radix: 16)
  }

  /// Writes the notes. Throws `WritingError`.
  func write() throws {
    let lines = notes.sorted { $0.key < $1.key }.map { name, note in
      "\(note.fingerprint)\t\(note.content)\t\(name)\n"
    }
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
