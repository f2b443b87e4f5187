/// The automatic numberings of a Word file: what `numbering.xml` defines.
struct WordNumbering {
  struct Level {
    /// The first number; a level that names none counts from 0.
    var start = 0
    /// As in the file: `chineseCounting`, `decimal`, `bullet` …
    var format = "decimal"
    /// `第%1章`: %1 … %9 stand for the numbers of the levels.
    var text = ""
    /// The level (from 1) at which this one begins anew; 0 for never, nil for any above it.
    var restart: Int?
    /// All numbers in its text are decimal.
    var isLegal = false
    /// Whether white space follows.
    var hasBlank = true
    /// The style of the paragraphs that it counts.
    var style: String?
  }

  struct Definition {
    var levels: [Int: Level] = [:]
    /// The style that has the numbering proper.
    var numberingStyle: String?
  }

  struct Instance {
    var definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  static let levelCount = 9

  var definitions: [Int: Definition] = [:]
  var instances: [Int: Instance] = [:]

  /// The definition that an instance counts by, also where a style stands between.
  func definition(of instance: Instance, styles: WordStyles) -> Int {
    var id = instance.definition
    for _ in 0..<8 {
      guard let link = definitions[id]?.numberingStyle, definitions[id]?.levels.isEmpty != false,
        let number = styles.styles[link]?.numbering, let other = instances[number],
        other.definition != id
      else { break }
      id = other.definition
    }
    return id
  }

  /// The level whose paragraphs have a style; nil where none names it.
  func level(ofStyle style: String, in instance: Int, styles: WordStyles) -> Int? {
    guard let found = instances[instance] else { return nil }
    let levels = definitions[definition(of: found, styles: styles)]?.levels ?? [:]
    return (0..<Self.levelCount).first { levels[$0]?.style == style }
  }
}

/// Reads `numbering.xml`.
final class WordNumberingHandler: WordHandler {
  private(set) var result = WordNumbering()
  private var definitionID: Int?
  private var definition = WordNumbering.Definition()
  private var instanceID: Int?
  private var instance = WordNumbering.Instance(definition: 0)
  private var levelIndex: Int?
  private var level = WordNumbering.Level()
  private var overridden: Int?

  override func begin(_ element: WordElement, _ attributes: borrowing MarkupAttributes) -> Way {
    switch element {
    case .abstractNum:
      definitionID = attributes.integer("abstractNumId")
      definition = WordNumbering.Definition()
    case .num:
      instanceID = attributes.integer("numId")
      instance = WordNumbering.Instance(definition: -1)
    case .abstractNumId: instance.definition = attributes.integer("val") ?? -1
    case .numStyleLink: definition.numberingStyle = attributes.value("val")
    case .lvlOverride: overridden = attributes.integer("ilvl")
    case .startOverride:
      if let overridden, let start = attributes.integer("val") {
        instance.starts[overridden] = start
      }
    case .lvl:
      levelIndex = attributes.integer("ilvl")
      level = WordNumbering.Level()
    default: if levelIndex != nil { read(element, attributes) }
    }
    return .read
  }

  private func read(_ element: WordElement, _ attributes: borrowing MarkupAttributes) {
    switch element {
    case .start: level.start = attributes.integer("val") ?? 0
    case .numFmt: level.format = attributes.value("val") ?? "decimal"
    case .lvlText: level.text = attributes.value("val") ?? ""
    case .lvlRestart: level.restart = attributes.integer("val")
    case .isLgl: level.isLegal = attributes.isOn
    case .suff: level.hasBlank = attributes.value("val") != "nothing"
    case .pStyle: level.style = attributes.value("val")
    default: break
    }
  }

  override func end(_ element: WordElement) {
    switch element {
    case .lvl:
      if let levelIndex, (0..<WordNumbering.levelCount).contains(levelIndex) {
        if instanceID != nil, let overridden {
          instance.levels[overridden] = level
        } else {
          definition.levels[levelIndex] = level
        }
      }
      levelIndex = nil
    case .lvlOverride: overridden = nil
    case .abstractNum:
      if let id = definitionID { result.definitions[id] = definition }
      definitionID = nil
    case .num:
      if let id = instanceID { result.instances[id] = instance }
      instanceID = nil
    default: break
    }
  }
}
