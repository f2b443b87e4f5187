extension QueryParser {
  /// A field with what stands right behind its colon: a value, a quote, or values in parentheses.
  mutating func condition(
    _ field: QueryField, at position: Int
  ) throws(QueryError) -> QueryNode {
    guard units != nil else { throw error(position, .condition(name: field.rawValue)) }
    if let outer = self.field { throw error(position, .noValue(field: outer.rawValue)) }
    self.field = field
    defer { self.field = nil }
    guard field.isOfTarget, current?.lexeme == .opening else { return try primary() }
    // Values in parentheses are alternatives for one and the same target.
    let first = conditions.count
    let node = try primary()
    let predicate = predicate(of: node)
    conditions.removeSubrange(first...)
    return add(.target(predicate), at: position)
  }

  /// A value of the field that the parser is in.
  mutating func condition(
    _ value: String, isQuoted: Bool, at position: Int
  ) throws(QueryError) -> QueryNode {
    guard let field, let units else { throw error(position, .nothingToSearch) }
    let reader = ConditionReader(
      field: field, value: value, isQuoted: isQuoted, position: position, query: text,
      units: units)
    return add(try reader.condition(), at: position)
  }

  mutating func pattern(_ source: String, at position: Int) throws(QueryError) -> QueryNode {
    guard !source.isEmpty else { throw error(position, .matchesEverything) }
    let pattern: QueryPattern
    do { pattern = try QueryPattern(source) } catch {
      throw self.error(position + 1 + error.offset, error.problem)
    }
    return add(.pattern(pattern), at: position)
  }

  /// Makes two conditions that stand side by side conditions on one target.
  ///
  /// - Returns: false where they are none.
  mutating func join(_ first: QueryNode, _ second: QueryNode) -> Bool {
    guard case .condition(let one) = first, case .condition(let other) = second,
      other == conditions.count - 1,
      case .target(let left) = conditions[one].condition,
      case .target(let right) = conditions[other].condition
    else { return false }
    conditions[one].condition = .target(.joining([left, right]))
    conditions.removeLast()
    return true
  }

  private mutating func add(_ condition: QueryCondition, at position: Int) -> QueryNode {
    conditions.append(PlacedCondition(condition: condition, position: position))
    return .condition(conditions.count - 1)
  }

  /// What a tree of conditions on targets asks of one target.
  private func predicate(of node: QueryNode) -> TargetPredicate {
    switch node {
    case .condition(let number):
      if case .target(let predicate) = conditions[number].condition { predicate } else { .any([]) }
    case .all(let nodes): .all(nodes.map(predicate(of:)))
    case .any(let nodes): .any(nodes.map(predicate(of:)))
    case .not(let node): .not(predicate(of: node))
    case .term, .near: .any([])
    }
  }
}
