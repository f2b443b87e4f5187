/// Units that were led back before: a plan writes the same few hundreds of times.
final class BaseUnitMemo {
  private var units: [String: BaseUnit?] = [:]

  func unit(written: String) -> BaseUnit? {
    if let known = units[written] { return known }
    let unit = BaseUnit(written: written)
    units[written] = .some(unit)
    return unit
  }
}
