import Bitext

@testable import French

/// Sentences with a part of speech after each word, as a treebank: "La/d paix/n du/pd roi/n dure/v ."
enum TaggedSentences {
  private static let tags: [String: String] = [
    "n": "NOUN", "N": "PROPN", "a": "ADJ", "v": "VERB", "x": "AUX", "d": "DET", "p": "ADP",
    "r": "PRON", "b": "ADV", "c": "CCONJ", "s": "SCONJ", "m": "NUM", "i": "INTJ", "y": "SYM",
  ]

  /// The file as CoNLL-U.
  static func treebank(_ file: [UInt8]) -> [UInt8] {
    var output = ""
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      var id = 0
      for word in line.split(separator: " ") {
        let parts = word.split(separator: "/").map(String.init)
        let form = parts.first ?? ""
        id += 1
        if parts.count == 2, parts[1] == "pd",
          let contraction = Contraction.all.first(where: { $0.surface == form.lowercased() })
        {
          output += "\(id)-\(id + 1)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t_\n"
          output +=
            row(id, contraction.preposition, "ADP") + row(id + 1, contraction.article, "DET")
          id += 1
        } else {
          let tag = parts.count == 2 ? tags[parts[1]] : "PUNCT"
          guard let tag else {
            TaggerTrainer.note("no tag: \(word) in \(line)")
            continue
          }
          output += row(id, form, tag)
        }
      }
      output += "\n"
    }
    return Array(output.utf8)
  }

  private static func row(_ id: Int, _ form: String, _ tag: String) -> String {
    "\(id)\t\(form)\t_\t\(tag)\t_\t_\t0\t_\t_\t_\n"
  }
}
