/// What is known of a document as a whole; nil is "not found", never a guess.
package struct PlanMetadata: Sendable, Equatable {
  /// A value and the byte of the source it came from; nil for what a manifest says.
  package struct Found: Sendable, Equatable {
    package var text: String
    package var start: Int?

    package init(_ text: String, start: Int? = nil) {
      self.text = text
      self.start = start
    }
  }

  package var title: Found?
  /// 规划纲要, 专项规划, 政府工作报告, 意见 …
  package var kind: Found?
  package var region: Found?
  /// GB/T 2260.
  package var regionCode: Found?
  /// national, province, city, county, department.
  package var level: Found?
  package var issuer: Found?
  /// Document number: 国发〔2021〕5号.
  package var number: Found?
  /// 征求意见稿, 草案, sample …
  package var status: Found?
  /// First and last year: `2021-2025`.
  package var period: Found?
  /// The year that the plan looks ahead to beyond its period.
  package var horizon: Found?
  /// Day adopted, issued or published.
  package var dates: Found?
  package var source: Found?
  /// Day on which the file was fetched.
  package var retrieved: Found?

  package init() {}

  /// Fills what is missing here from another.
  package mutating func fill(from other: PlanMetadata) {
    title = title ?? other.title
    kind = kind ?? other.kind
    region = region ?? other.region
    regionCode = regionCode ?? other.regionCode
    level = level ?? other.level
    issuer = issuer ?? other.issuer
    number = number ?? other.number
    status = status ?? other.status
    period = period ?? other.period
    horizon = horizon ?? other.horizon
    dates = dates ?? other.dates
    source = source ?? other.source
    retrieved = retrieved ?? other.retrieved
  }
}
