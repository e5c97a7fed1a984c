import Bitext
import French
import Names
import TestSupport
import Testing

@Suite struct QuantityRecognizerTests {
  let recognizer: QuantityRecognizer

  init() throws {
    recognizer = try QuantityRecognizer(EmbeddedData.file("Names/quantities.tsv"))
  }

  /// The text with each expression in brackets, rendered; a dropped article is left out, a kept one is "the".
  private func render(_ text: String, _ variety: EnglishVariety = .us) -> String {
    let bytes = Array(text.utf8)
    let table = Tokenizer().tokenize(bytes)
    var matches: [TermMatch] = []
    var token = 0
    while token < table.count {
      if let match = recognizer.match(at: token, in: table, text: bytes, variety: variety) {
        matches.append(match)
        token = match.tokens.upperBound
      } else {
        token += 1
      }
    }
    var result = ""
    var position = 0
    for match in matches {
      let first = match.determiner ?? match.tokens.lowerBound
      let start = Int(table.start[first])
      result += String(decoding: bytes[position..<max(position, start)], as: UTF8.self)
      if table.flags[first].contains(.contracted) { result += " " }
      if match.determiner != nil, match.article == .the { result += "the " }
      result += "[" + match.target + "]"
      position = Int(table.end[match.tokens.upperBound - 1])
      if table.flags[match.tokens.upperBound - 1].contains(.elided) { result += " " }
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }

  @Test(arguments: [
    ("le Comité n° 3", "le Comité [No. 3]"),
    ("n°2 mondial", "[world No. 2]"),
    ("le numéro 10 de la rue", "le [No. 10] de la rue"),
    ("appelez le 3919", "appelez [3919]"),
    ("joignable au 116 006", "joignable au [116 006]"),
    ("le 01 42 34 56 78", "[01 42 34 56 78]"),
    ("les 116 006 habitants", "les [116,006] habitants"),
  ])
  func `writes numbers of things and telephones`(french: String, english: String) {
    #expect(render(french) == english)
  }

  @Test(arguments: [
    ("Il est né le mardi 8 juin 1954.", "Il est né [Tuesday, June 8, 1954]."),
    ("Le 2 février, elle part.", "[February 2], elle part."),
    ("depuis le 1er octobre 1987", "depuis [October 1, 1987]"),
    ("les 17 et 18 novembre", "[November 17 and 18]"),
    ("les 3, 4 et 5 mai", "[May 3, 4 and 5]"),
    ("du 7 au 9 septembre 2023", "[from September 7 to 9, 2023]"),
    ("du 28 février au 3 mars", "[from February 28 to March 3]"),
    ("entre le 7 et le 9 juillet", "entre [July 7 and 9]"),
    ("le quatorze juillet", "[July 14]"),
    ("le premier mai", "[May 1]"),
    ("le 14-Juillet", "[July 14]"),
    ("le 5 déc. 1999 à Metz", "[December 5, 1999] à Metz"),
    ("Publié le 04/11/2020 à Lille", "Publié [November 4, 2020] à Lille"),
    ("le 9 août dernier", "[August 9]"),
    ("Mercredi, il a plu.", "[Wednesday], il a plu."),
    ("le vendredi, il prie", "[Friday], il prie"),
    ("du lundi au jeudi", "[from Monday to Thursday]"),
    ("jeudi soir et samedi après-midi", "[Thursday evening] et [Saturday afternoon]"),
    ("ce dimanche 6 mars", "[Sunday, March 6]"),
    ("samedi 5 et dimanche 6 juin", "[Saturday, June 5, and Sunday, June 6]"),
    ("les 12-14 avril", "[April 12-14]"),
    ("mardi 3 à 15 h", "[Tuesday the 3rd] [at 3 p.m.]"), ("un dimanche", "un [Sunday]"),
    ("jeudi dernier", "[last Thursday]"),
    ("les mardis et jeudis", "[Tuesdays and Thursdays]"),
    ("dans la nuit de jeudi à vendredi", "[overnight Thursday to Friday]"),
  ])
  func `writes calendar days`(french: String, english: String) {
    #expect(render(french) == english)
  }

  @Test(arguments: [
    ("en juin 1998", "en [June 1998]"), ("au mois de mars", "au mois de [March]"),
    ("La planète Mars est loin.", "La planète Mars est loin."),
    ("Mars attaque. Avril Lavigne chante.", "Mars attaque. Avril Lavigne chante."),
    ("Mars 2020 restera.", "[March 2020] restera."),
    ("en mars dernier", "[last March]"),
    ("élu début 2031", "élu [in early 2031]"),
    ("depuis fin août 2019", "depuis [late August 2019]"),
    ("à la mi-juin", "[in mid-June]"), ("d'ici mi-2028", "d'ici [mid-2028]"),
    ("la fin du match", "la fin du match"),
    ("au début des années 1970", "au début des the [1970s]"),
    ("les années 60", "the [1960s]"), ("les années quatre-vingt-dix", "the [1990s]"),
    ("les années 1980 et 1990", "the [1980s and 1990s]"),
    ("pendant des années", "pendant des années"),
    ("un roman du XVIIIe siècle", "un roman du the [18th century]"),
    ("au Xe siècle av. J.-C.", "[in the 10th century B.C.]"),
    ("les XVIIe et XVIIIe siècles", "the [17th and 18th centuries]"),
    ("du XVe au XVIIe siècle", "du the [15th to the 17th century]"),
    ("le IIIe-IVe siècle", "the [3rd-4th century]"), ("au 19e siècle", "[in the 19th century]"),
    ("le dix-neuvième siècle", "the [19th century]"),
    ("le vingt et unième siècle", "the [21st century]"),
    ("en 52 av. J.-C., César", "en [52 B.C.], César"),
    ("de 27 avant Jésus-Christ à 14 après J.-C.", "[from 27 B.C. to A.D. 14]"),
    ("vers 3 000 av. J.-C.", "vers [3,000 B.C.]"),
    ("l'été 2018", "the [summer of 2018]"), ("Il a été 2018 fois", "Il a été 2018 fois"),
    ("la saison 2021-2022", "la [2021-2022 season]"),
    ("au premier trimestre 2024", "au premier [quarter of 2024]"),
    ("Courant 2031, il", "[during 2031], il"), ("un courant marin", "un courant marin"),
    ("l'an 2000", "the [year 2000]"), ("l'an dernier", "l'an dernier"),
    ("tous les mardis et jeudis", "[every Tuesday and Thursday]"),
    ("tous les élèves", "tous les élèves"),
    ("le 4 mars ou au 12.", "[March 4] ou [to the 12th]."),
    ("le 4 mars, 12 blessés dont le 9 français", "[March 4], 12 blessés dont le 9 français"),
  ])
  func `writes periods`(french: String, english: String) {
    #expect(render(french) == english)
  }

  @Test(arguments: [
    ("à 17 h 15", "[at 5:15 p.m.]"), ("à 8h05", "[at 8:05 a.m.]"), ("dès 6 heures", "dès [6 a.m.]"),
    ("vers 22H30 GMT", "vers [10:30 p.m.] GMT"), ("à minuit", "à minuit"),
    ("à trois heures du matin", "[at 3 a.m.]"),
    ("à huit heures et demie du soir", "[at 8:30 p.m.]"),
    ("il a dormi 14 heures", "il a dormi 14 heures"),
    ("à 2 heures de Brest", "à 2 heures de Brest"),
    ("de 9 heures à 18 heures", "[from 9 a.m. to 6 p.m.]"),
    ("en 2 h 35", "en [2 hours and 35 minutes]"),
    ("à 15 h 40, heure locale", "[at 3:40 p.m.], heure locale"), ("24 h/24", "24 h/24"),
    ("20 h 30 heure locale", "[8:30 p.m. local time]"),
    ("de 14 heures à 16 h 30", "[from 2 p.m. to 4:30 p.m.]"),
    ("de 9 h à midi", "[from 9 a.m. to noon]"), ("à midi et demi", "[at 12:30 p.m.]"),
    ("à minuit moins le quart", "[at 11:45 p.m.]"),
    ("après deux heures et demie de débats", "après [two and a half hours] de débats"),
    ("pendant une heure et demie", "pendant [an hour and a half]"),
    ("à deux heures et demie", "[at 2:30 a.m.]"),
    ("peu après 22 heures", "peu après [10 p.m.]"),
    ("après 3 heures de route", "après 3 heures de route"),
  ])
  func `writes times`(french: String, english: String) {
    #expect(render(french) == english)
  }

  @Test(arguments: [
    ("dépasser les 40 %.", "dépasser [40%]."), ("les 40 % restants", "les [40%] restants"),
    ("de 300 en 2031 à 1 500", "de 300 en 2031 à [1,500]"),
    ("un Breton sur quatre fume", "un Breton sur quatre fume"),
    ("Trois Bretons sur quatre fument.", "Trois Bretons [out of four] fument."),
    ("un match sur quatre jours", "un match sur quatre jours"),
    ("une hausse de 7,25 %", "une hausse de [7.25%]"), ("dix pour cent", "[ten percent]"),
    ("il perd dix pour cent", "il perd [10%]"), ("de 3 à 4 %", "de [3% to 4%]"),
    ("près de 82 000 fans", "[nearly 82,000] fans"),
    ("un fonds de 120.000 euros", "un fonds de [120,000 euros]"),
    ("pour 1 250,5 millions d'euros", "pour [1,250.5 million euros]"),
    ("une amende de 4,8 millions de dollars", "une amende de [$4.8 million]"),
    ("3 milliards de dollars canadiens", "[3 billion Canadian dollars]"),
    ("coûte 15 €, soit 3 M€", "coûte [€15], [or €3 million]"),
    ("un prêt de 600 dollars", "un prêt de [$600]"),
    ("de 2 à 3 millions de dollars", "de [$2 million to $3 million]"),
    ("4500 euros", "[4,500 euros]"), ("1 euro", "[1 euro]"), ("50 roubles", "[50 rubles]"),
    ("8 millions de Belges", "[8 million] Belges"), ("5 millions de plus", "[5 million] de plus"),
    ("En 2020, 2020 voix", "En 2020, 2020 voix"), ("Trente ans", "[thirty] ans"),
    ("quelque trente ans", "quelque [30] ans"), ("deux chats", "deux chats"),
    ("un seul homme", "un seul homme"),
    ("ses quatre-vingt-dix-sept ans", "ses [97] ans"),
    ("soixante et onze voix", "[seventy-one] voix"),
    ("les mille neuf cent douze pages", "les [1,912] pages"),
    ("en mille neuf cent douze", "en [1912]"),
    ("Ils sont deux millions trois cent mille.", "Ils sont [2.3 million]."),
    ("un million et demi de spectateurs", "[1.5 million] spectateurs"),
    ("avec un million et demi de voix", "avec [1.5 million] voix"),
    ("septante ou nonante", "[seventy] ou [90]"),
    ("Les Vingt-Sept et les Trois Mousquetaires", "Les Vingt-Sept et les Trois Mousquetaires"),
    ("près d'une centaine de vaches", "[nearly 100] vaches"),
    ("de 1820 à 1890, de mars à juin 2020", "[from 1820 to 1890], [from March to June 2020]"),
    ("1,72 m, 12 t et 3 M. Durand", "[1.72 m], [12 t] et 3 M. Durand"),
    ("remonte au XIIe siècle", "remonte au the [12th century]"),
    ("le 20e arrondissement", "le [20th] arrondissement"), ("la 1re place", "la [1st] place"),
    ("le dix-septième jour", "le [17th] jour"),
    ("le Me Durand, Ce, De, Le", "le Me Durand, Ce, De, Le"),
    ("un tiers des élus", "[one-third] des élus"),
    ("les deux tiers des voix", "[two-thirds] des voix"),
    ("trois quarts d'heure", "trois quarts d'heure"), ("un quart de finale", "un quart de finale"),
    ("le tiers payant", "le tiers payant"),
    ("il perd un cinquième du poids", "il perd [one-fifth] du poids"),
    ("une vingtaine de blessés", "[about 20] blessés"), ("une douzaine d'œufs", "[a dozen] œufs"),
    ("des dizaines de blessés", "[dozens of] blessés"),
    ("des centaines de milliers d'euros", "[hundreds of thousands of] euros"),
    ("plusieurs milliers de fidèles", "[several thousand] fidèles"),
    ("les milliers de fans", "the [thousands of] fans"),
    ("une dizaine d'entre eux", "[about 10] d'entre eux"),
    ("mis en quarantaine", "mis en quarantaine"),
    ("un demi-million de voix", "[half a million] voix"),
    ("de 10 à 15 personnes", "de [10 to 15] personnes"),
    ("victoire 2-1, 6-4, 7-5", "victoire 2-1, 6-4, 7-5"),
    ("au 01 23 45 67 89 ou 0 800 123 456", "au [01 23 45 67 89] ou 0 800 123 456"),
    ("le G7, l'A380, l'article 49.3", "le G7, l'A380, l'article 49.3"),
    ("un sur cent", "un sur [100]"),
    ("30 °C, 7 km/h, 3,5 km", "[30°C], [7 km/h], [3.5 km]"),
    ("les Deux-Sèvres et quatre-quarts", "les Deux-Sèvres et quatre-quarts"),
    ("une fortune de 2 milliards", "une fortune de [2 billion]"),
    ("Neuf élus, un costume neuf", "[nine] élus, un costume neuf"),
    ("plus d'une centaine de vaches", "plus d'[100] vaches"),
    ("battus 3 à 1", "battus [3-1]"),
    ("le numéro 116 117", "le numéro 116 117"),
    ("75013 Paris", "75013 Paris"),
  ])
  func `writes numbers and amounts`(french: String, english: String) {
    #expect(render(french) == english)
  }

  @Test(arguments: [
    ("le mardi 8 juin 1954", "[Tuesday 8 June 1954]"),
    ("les 17 et 18 novembre", "[17 and 18 November]"),
    ("du 7 au 9 mai", "[from 7 to 9 May]"), ("à 14 h 30", "[at 2:30pm]"),
    ("44 av. J.-C. et", "[44 BC] et"),
    ("5 livres sterling", "[£5]"), ("à l'automne 2020", "[in the autumn of 2020]"),
    ("Cent cinq élus", "[one hundred and five] élus"),
  ])
  func `writes British English`(french: String, english: String) {
    #expect(render(french, .gb) == english)
  }

  /// A small generator of pseudo-random numbers, so that a failure can be repeated.
  private struct Noise: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func `stays inside the text whatever follows what`() {
    let words = [
      "le", "la", "les", "l'", "du", "des", "au", "de", "d'", "à", "A", "et", "un", "une", "deux",
      "vingt",
      "quatre-vingt", "cent", "mille", "millions", "milliards", "999 999 999", "12", "3,5", "1er",
      "20e",
      "14h", "14 h 30", "heures", "mars", "Mars", "lundi", "soir", "2020", "44", "av.", "avant",
      "J.-C.",
      "J", "-C", ".", ",", "%", "pour", "dollars", "M", "€", "°", "C", "km", "/", "h", "XIXe",
      "IIe-IIIe",
      "siècle", "siècles", "années", "90", "début", "fin", "mi-avril", "mi", "été", "dizaine",
      "dizaines",
      "tiers", "quart", "demi", "moins", "près", "dans", "nuit", "ce", "en", "dernier", "numéro",
      "euro",
    ]
    var noise = Noise(state: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 1...9, using: &noise)
      let text = (0..<count).map { _ in words.randomElement(using: &noise) ?? "" }
        .joined(separator: Bool.random(using: &noise) ? " " : "")
      let bytes = Array(text.utf8)
      let table = Tokenizer().tokenize(bytes)
      for token in -1...table.count {
        guard
          let match = recognizer.match(
            at: token, in: table, text: bytes, variety: count % 2 == 0 ? .us : .gb)
        else { continue }
        #expect(
          match.tokens.lowerBound == token && match.tokens.upperBound <= table.count, "\(text)")
        #expect(!match.target.isEmpty && match.determiner ?? 0 < token + 1, "\(text)")
      }
    }
  }
}
