import Bitext
import ICU
import TestSupport
import Testing

@testable import Names

@Suite struct RomanizerTests {
  static let folder = "Names/romanization/"
  static let ruleSets = [
    "ar", "az", "be", "bg", "el", "fa", "he", "hy", "ja", "ka", "kk", "ko", "ky", "mk", "ru", "sr",
    "uk",
    "zh",
  ]
  let romanizer: Romanizer

  init() throws {
    var rules: [String: MappedBytes] = [:]
    for name in Self.ruleSets {
      rules[name] = EmbeddedData.file(Self.folder + name + ".rules")
    }
    romanizer = try Romanizer(
      languages: EmbeddedData.file(Self.folder + "languages.tsv"),
      shapes: EmbeddedData.file(Self.folder + "shapes.tsv"),
      givenNames: EmbeddedData.file(Self.folder + "given-names.tsv"), rules: rules)
  }

  /// The name in English with the rules applied, or "kept"; words are parted at spaces and hyphens.
  private func romanize(_ name: String, _ countries: String, isPerson: Bool = true) -> String {
    var words: [String] = []
    var joints: [Character] = []
    var word = ""
    for character in name {
      if character == " " || character == "-" {
        words.append(word)
        joints.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    words.append(word)
    guard
      let result = romanizer.romanize(
        words, isContinued: { $0 > 0 && joints[$0 - 1] == "-" },
        countries: countries.split(separator: " ").map(String.init), isFamilyLast: true,
        isPerson: isPerson)
    else { return "kept" }
    var text = result.words[0]
    for (index, joint) in joints.enumerated() { text += String(joint) + result.words[index + 1] }
    return text + " " + result.rules
  }

  @Test(arguments: [
    ("Sergueï Tchoubarov", "", "Sergei Chubarov ru"),
    ("Ievguéni Chtcherbinine", "", "Yevgeny Shcherbinin ru"),
    ("Vladimir Joukovski", "RU", "Vladimir Zhukovsky ru"),
    ("Olga Kapoustina", "", "Olga Kapustina ru"),
    ("Anastassia Zaïtseva", "", "Anastasia Zaitseva ru"),
    ("Piotr Tourgueniev", "", "Pyotr Turgeniev ru"),
    ("Dmitri Narychkine", "", "Dmitry Naryshkin ru"),
    ("Boris Iegorov", "RU", "Boris Yegorov ru"),
    ("Nikolaï Tolstoï", "", "Nikolai Tolstoy ru"),
    ("Ivan Bessonov", "RU", "kept"),
    ("Jana Hanakova", "CZ", "kept"),
    ("Iván Lazarov", "RU", "kept"),
    ("Chhang Youk", "KH", "kept"),
    ("Andriï Chevtchouk", "", "Andriy Shevchuk uk"),
    ("Volodymyr Kouchnirenko", "UA", "Volodymyr Kushnirenko uk"),
    ("Ioulia Iouchtchenko", "UA", "Yulia Yushchenko uk"),
    ("Roumen Jelev", "BG", "Rumen Zhelev bg"),
    ("Khristo Stoïtchev", "BG", "Hristo Stoychev bg"),
    ("Douchan Pachitch", "RS", "Dusan Pasic sr"),
    ("Guiorgui Tchkhaïdzé", "GE", "Giorgi Chkhaidze ka"),
    ("Lacha Kalandarichvili", "", "Lasha Kalandarishvili ka"),
    ("Artak Khatchikian", "AM", "Artak Khachikyan hy"),
    ("Haïk Toumanian", "", "Hayk Tumanyan hy"),
    ("Roufat Gouliev", "AZ", "Rufat Guliyev az"),
    ("Nourlan Soultanov", "KZ", "Nurlan Sultanov kk"),
    ("Bolat Joumagaliev", "KZ", "Bolat Zhumagaliev kk"),
    ("Talant Japarbekov", "KG", "kept"),
    ("Moustapha al-Khatib", "", "Mustafa al-Khatib ar"),
    ("Achraf Choukri", "EG", "Ashraf Shukri ar"),
    ("Walid al-Chami", "SY", "Walid al-Shami ar"),
    ("Anouar al-Moualim", "SY", "Anwar al-Mualim ar"),
    ("Abdelkrim al-Tounsi", "SY", "Abdelkrim al-Tunsi ar"),
    ("Tchen Kouang-fou", "CN", "Zhen Guang-fu zh"),
    ("Ardechir Khochkhou", "IR", "Ardeshir Khoshkhou fa"),
    ("Rachid al-Chammari", "SA", "Rashid al-Shammari ar"),
    ("Alexandre Bogdanovitch", "BY", "Alexander Bogdanovich be"),
    ("Réza Djafari", "", "Reza Jafari fa"),
    ("Manoutchehr Moussavi", "IR", "Manouchehr Mousavi fa"),
    ("Chaoul Netanyahou", "IL", "Shaul Netanyahu he"),
    ("Aléxis Théodorakis", "GR", "Alexis Theodorakis el"),
    ("Outamaro Tchikamatsou", "JP", "Utamaro Chikamatsu ja"),
    ("IOURI KOUZMINE", "", "YURI KUZMIN ru"),
  ])
  func `rewrites French transcriptions`(name: String, countries: String, english: String) {
    #expect(romanize(name, countries) == english)
  }

  @Test(arguments: [
    ("Jacques Chirac", "RU"), ("Bruno Bouchard", "RU UA"), ("Rachid Bouchareb", "DZ"),
    ("Ousmane Diouf", "SN"), ("Mehdi Benatia", "MA"), ("Charlotte Gainsbourg", "RU"),
    ("Joseph Fouché", "RU"), ("Aurélien Tchouaméni", "FR"), ("Robert Kowalski", "PL"),
    ("Radoslaw Sikorski", "UA"), ("Boris Johnson", "RU"), ("Missak Manouchian", "FR"),
    ("Croix Rouge", "SY"), ("Joe Biden", "UA"), ("Nicolas Sarkozy", "RU"), ("Sacha Guitry", "FR"),
    ("Moustapha Niang", "SN"), ("Achraf Hakimi", "MA"), ("Nikita Khrushchev", "RU"),
    ("Recep Tayyip Erdoğan", "SY"), ("Patrick Devedjian", "AM"), ("Zhou Enlai", "CN"),
    ("Moon Young", "KR"), ("Natacha Polony", "RU"), ("Alexandre Dupont", "RU"),
    ("Khachayar Djavadi", ""), ("Lounès Belaïdi", "DZ"), ("Abdelkrim Harchaoui", "DZ"),
    ("Amadou Kouyaté", "ML"),
  ])
  func `keeps other names`(name: String, countries: String) {
    #expect(romanize(name, countries) == "kept")
  }

  @Test(arguments: [
    ("Kouznetsov", "", "Kuznetsov ru"), ("Pouchkine", "", "Pushkin ru"), ("Bouchard", "RU", "kept"),
    ("Chine", "CN", "kept"), ("Moscou", "RU", "kept"), ("Tchad", "TD", "kept"),
    ("Match", "RU", "kept"),
    ("Christian", "AM", "kept"), ("Bretagne", "RU", "kept"), ("Les Républicains", "RU", "kept"),
    ("Rouge", "UA", "kept"), ("Ivanichvili", "", "Ivanishvili ka"), ("Ouzbékistan", "UZ", "kept"),
    ("Tchouaméni", "", "kept"), ("Marine", "RU", "kept"), ("YouTov", "RU", "kept"),
    ("Ukraine", "UA", "kept"),
  ])
  func `needs more evidence where nothing says that it is a person`(
    name: String, countries: String, english: String
  ) {
    #expect(romanize(name, countries, isPerson: false) == english)
  }

  static let words = [
    "tchernychevski", "iouchtchenko", "khrouchtchev", "guerassimov", "stoïanov", "soljenitsyne",
    "chostakovitch", "djafarov", "pachinian", "khatchatourian", "tsiolkovski", "maïakovski",
    "aïtmatov", "bessonov", "nekrassov", "iefremov", "efremov", "ermakov", "eltsine", "tolstoï",
    "oukhtomski", "naoumov", "belooussov", "iablokov", "lioudmila", "viatcheslav", "belyi",
    "gueorguieva", "jivkov", "zourabichvili", "kobakhidzé", "moustapha", "marouane", "ouissam",
    "faouzi", "nasreddine", "othmane", "haroune", "farchid", "khochnevis", "moussavi", "hokousaï",
    "chigérou", "tchang", "t'ang", "ts'ao", "sseu", "théodorakis", "yehouda", "moché", "haïm",
    "kyïv", "serhiï", "milochevitch", "ljouba", "yanoukovytch", "jeon", "seoul", "a", "é", "xyz",
  ]

  @Test(arguments: ruleSets)
  func `rewrites as ICU does by the same rules`(ruleSet: String) throws {
    let file = EmbeddedData.file(Self.folder + ruleSet + ".rules")
    let rules = try RewriteRules(file, file: ruleSet)
    let icu = try Transliterator(rules: file.bytes)
    for word in Self.words {
      #expect(rules.rewrite(word) == (try icu.transliterate(word)), "\(word)")
    }
  }

  @Test func `names the line of a bad rule`() {
    #expect(throws: DataError.value(file: "x.rules", line: 2, cell: "*")) {
      try RewriteRules(MappedBytes(Array("a > b ;\na* > c ;".utf8)), file: "x.rules")
    }
  }
}
