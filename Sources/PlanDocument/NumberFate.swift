/// What became of a number of the source: a record, or the named reason why it is none.
package enum NumberFate: String, Sendable, CaseIterable, Codable {
  // Recorded.
  case target
  case actual
  /// The base value in a row of an indicator table.
  case baseline

  // Read as numbers of running text, and no records.
  /// A quantity; what it is of and what for is still to be read.
  case quantity
  /// Parts of a ratio (0.2:34.4:65.4).
  case ratio
  case year
  case date
  case ordinal
  /// Part of a name or grade: 5G, 4A级, PM2.5, G65.
  case name
  /// Part of a formula (×100%).
  case formula
  /// The number of a list entry.
  case enumeration
  /// Inside 《》: titles, laws, standards.
  case title
  /// A set phrase, in quotation marks or without a word that counts.
  case phrase
  /// A size or voltage that tells one thing from another.
  case size
  case age
  /// Defines who or what is meant (超过1000人规模的学校).
  case threshold
  /// What a rate is counted on (每5所幼儿园).
  case base
  /// A length of time that is no value of an indicator.
  case duration
  /// Nothing says what it counts.
  case unitless
  /// A small Chinese numeral that counts nothing that is built, held or trained.
  case numeral
  /// Inside the name of the next number's indicator (12种主要污染物排放总量).
  case partOfName = "part_of_name"
  /// A quantity of which no name was found.
  case unnamed
  /// Part of a unit (件/万人), or of words for a number (一半).
  case unit
  /// Words for a promise (零增长): `--kind pledge`.
  case pledge
  /// A character of a word that is not read as a number (统一, 千方百计).
  case word

  // By where they stand.
  case heading
  case caption
  /// In a glossary.
  case glossary
  case tableHead = "table_head"
  /// In the column of names, of a name or its unit.
  case tableName = "table_name"
  case tableUnit = "table_unit"
  /// A serial number, class or remark.
  case tableOther = "table_other"
  /// In a table of which no column is known to hold targets.
  case tableUnread = "table_unread"
  case pageNumber = "page_number"
  case runningHead = "running_head"
  case contents
  /// On the cover: between the title and the table of contents.
  case cover
  case footnote
  /// Around the plan's text: addresses and buttons of a page of the web.
  case wrapper
}
