import PlanDocument
import PlanPipeline
import PlanQuery

extension SearchCommand {
  /// Reads the arguments that most searches have: a query, and options among these.
  ///
  /// The parser of arguments looks up what the runtime knows of a hundred types before it reads the first
  /// word, which takes longer than finding the passages. It reads all that is written in another way,
  /// and what is wrong, which it explains.
  ///
  /// - Parameter arguments: those behind the command's name.
  /// - Returns: nil where any of them is for the parser.
  init?(plain arguments: [String]) {
    self.init()
    setDefaults()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        words.append(argument)
        continue
      }
      switch argument {
      case "--all": all = true
      case "--kwic": kwic = true
      case "--variants": variants = true
      case "--quiet": options.quiet = true
      case "--verbose": options.verbose = true
      case "--no-pager": options.noPager = true
      default:
        guard let (name, value) = Self.option(argument, &rest), take(name, value) else {
          return nil
        }
      }
    }
    do {
      try options.validate()
      try output.validate()
      try validate()
    } catch {
      return nil
    }
  }

  /// An option's name and value: `--name=value`, or the argument behind it.
  private static func option(
    _ argument: String, _ rest: inout ArraySlice<String>
  ) -> (name: String, value: String)? {
    if let equals = argument.firstIndex(of: "=") {
      return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
    }
    guard let value = rest.first, !value.hasPrefix("-") else { return nil }
    rest = rest.dropFirst()
    return (argument, value)
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--library": options.library = value
    case "--doc": doc.append(value)
    case "--in": part = value
    case "--level": level = value
    case "--synonyms": synonyms = value
    case "--lang":
      guard let language = Language(rawValue: value) else { return false }
      options.lang = language
    case "--format":
      guard let format = OutputFormat(rawValue: value) else { return false }
      output.format = format
    case "--division":
      guard let kind = DivisionLevel(rawValue: value) else { return false }
      division = kind
    case "--open":
      guard let number = Int(value) else { return false }
      open = number
    case "--context":
      guard let number = Int(value) else { return false }
      context = number
    case "--limit":
      guard let number = Int(value) else { return false }
      limit = number
    case "--offset":
      guard let number = Int(value) else { return false }
      offset = number
    case "--count-by":
      guard let key = PassageCount.Key(rawValue: value) else { return false }
      countBy = key
    case "--sort":
      guard let order = ConcordanceOrder(rawValue: value) else { return false }
      sort = order
    default: return false
    }
    return true
  }

  /// Gives every property the value that it has where nothing is written: one that has none yet cannot be
  /// read.
  private mutating func setDefaults() {
    words = []
    queries = nil
    limit = 10
    offset = 0
    all = false
    kwic = false
    open = nil
    sort = .document
    context = nil
    countBy = nil
    variants = false
    synonyms = nil
    doc = []
    part = nil
    division = nil
    level = nil
    output = OutputOptions()
    output.format = nil
    output.output = nil
    output.bom = false
    output.headers = nil
    options = GlobalOptions()
    options.library = nil
    options.lang = nil
    options.quiet = false
    options.verbose = false
    options.noPager = false
  }
}
