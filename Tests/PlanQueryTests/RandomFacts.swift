import BigramIndex
import PlanQuery
import TestSupport

/// Made-up facts of documents, and conditions on them in two forms: as a user writes them and as the
/// documents that meet them.
struct RandomFacts: UnitReader {
  private struct Target {
    let value: Int
    /// Place in `units`.
    let unit: Int
    let year: Int
    let isBinding: Bool
  }

  private struct Document {
    let level: String
    let title: String
    let targets: [Target]
  }

  private static let units = [("元", "元", 1), ("万元", "元", 10_000), ("%", "%", 1)]
  private static let levels = ["city", "county"]
  private static let titles = ["发展", "经济", "数字"]
  private let documents: [Document]

  init(count: Int, using random: inout SplitMix64) {
    documents = (0..<count).map { _ in
      Document(
        level: Self.levels.randomElement(using: &random) ?? "",
        title: Self.titles.randomElement(using: &random) ?? "",
        targets: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          Target(
            value: [1, 2, 3, 10_000, 20_000].randomElement(using: &random) ?? 1,
            unit: Int.random(in: 0..<3, using: &random),
            year: Int.random(in: 2024...2026, using: &random),
            isBinding: Bool.random(using: &random))
        })
    }
  }

  /// A condition, or some side by side that one target has to meet.
  func condition(using random: inout SplitMix64) -> (text: String, documents: Set<Int>) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let level = Self.levels.randomElement(using: &random) ?? ""
      return ("level:\(level)", places { $0.level == level })
    case 1:
      let title = Self.titles.randomElement(using: &random) ?? ""
      return ("title:\"\(title)\"", places { $0.title == title })
    case 2:
      return (
        "title:(\(Self.titles[0]) OR \(Self.titles[1]))", places { $0.title != Self.titles[2] }
      )
    default: return targets(using: &random)
    }
  }

  private func targets(using random: inout SplitMix64) -> (text: String, documents: Set<Int>) {
    var texts: [String] = []
    var holds: [(Target) -> Bool] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let number = [1, 2, 3, 20_000].randomElement(using: &random) ?? 1
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        let year = Int.random(in: 2024...2026, using: &random)
        let isNot = Bool.random(using: &random)
        texts.append(isNot ? "year:(NOT \(year))" : "year:\(year)")
        holds.append { ($0.year == year) != isNot }
      case 1:
        texts.append("binding:约束性")
        holds.append { $0.isBinding }
      case 2:
        let (name, base, factor) = Self.units.randomElement(using: &random) ?? Self.units[0]
        texts.append("value:>\(number)\(name)")
        holds.append {
          Self.units[$0.unit].1 == base && $0.value * Self.units[$0.unit].2 > number * factor
        }
      case 3:
        let (name, base, factor) = Self.units.randomElement(using: &random) ?? Self.units[0]
        texts += ["unit:\(name)", "value:\(number)..\(2 * number)"]
        holds.append {
          let value = $0.value * Self.units[$0.unit].2
          return Self.units[$0.unit].1 == base
            && (number * factor...2 * number * factor).contains(value)
        }
        // A second unit beside it would be another question.
        return (texts.joined(separator: " "), places(holds))
      default:
        texts.append("year:(2024 OR 2026)")
        holds.append { $0.year != 2025 }
      }
    }
    return (texts.joined(separator: Bool.random(using: &random) ? " AND " : " "), places(holds))
  }

  private func places(_ holds: [(Target) -> Bool]) -> Set<Int> {
    places { document in
      document.targets.contains { target in holds.allSatisfy { $0(target) } }
    }
  }

  private func places(where holds: (Document) -> Bool) -> Set<Int> {
    Set(documents.indices.filter { holds(documents[$0]) })
  }

  // MARK: what a library would answer

  func unit(_ written: String) -> QueryUnit? {
    Self.units.first { $0.0 == written }.map { QueryUnit(base: $0.1, factor: Double($0.2)) }
  }

  func units(near written: String) -> [String] { [] }

  func documents(where condition: QueryCondition, in index: TestIndex) -> DocumentSet {
    let found = places { meets(condition, $0) }
    return DocumentSet(
      ranges: index.snapshot.segments.enumerated().map { number, segment in
        OrdinalRanges.union(
          (0..<segment.documentCount).filter {
            found.contains(index.origins[index.position(segment: number, ordinal: $0)])
          }.map { $0..<$0 + 1 })
      })
  }

  private func meets(_ condition: QueryCondition, _ document: Document) -> Bool {
    switch condition {
    case .level(let level): document.level == level
    case .title(let term): FieldText(document.title).contains(term)
    case .target(let predicate): document.targets.contains { meets(predicate, $0) }
    default: false
    }
  }

  private func meets(_ predicate: TargetPredicate, _ target: Target) -> Bool {
    let (_, base, factor) = Self.units[target.unit]
    switch predicate {
    case .all(let parts): return parts.allSatisfy { meets($0, target) }
    case .any(let parts): return parts.contains { meets($0, target) }
    case .not(let part): return !meets(part, target)
    case .test(.year(let years)): return years.closed().contains(Double(target.year))
    case .test(.binding): return target.isBinding
    case .test(.unit(let unit)): return unit.base == base
    case .test(.value(let interval, nil)): return interval.closed().contains(Double(target.value))
    case .test(.value(let interval, let unit?)):
      return unit.base == base
        && interval.closed(scaledBy: unit.factor).contains(Double(target.value * factor))
    default: return false
    }
  }
}
