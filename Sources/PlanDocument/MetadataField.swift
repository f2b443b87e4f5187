/// What may be known of a document as a whole; the raw value is its name in output and manifests.
package enum MetadataField: String, Sendable, CaseIterable, Codable {
  /// The plan's own title, not that of the notice that issues it.
  case title
  /// What kind of document it is: 规划纲要, 专项规划, 政府工作报告, 意见 …
  case kind
  /// The jurisdiction: 鄂尔多斯市东胜区, 全国.
  case region
  /// Code of GB/T 2260, six digits; nil for counties and for zones that have none.
  case regionCode = "region_code"
  /// national, province, city, county; department for a plan of one field.
  case level
  /// The body that issued it.
  case issuer
  /// Number under which it was issued: 国发〔2021〕5号.
  case number
  /// 征求意见稿, 草案, 修订, 试行 …; `final` where the text says that it was issued or adopted;
  /// `sample` for what is no plan.
  case status
  /// First and last year, `2021-2025`; one year for a yearly document, `2026`.
  case period
  /// The year that the plan looks ahead to beyond its period.
  case horizon
  /// Day (or month, `2021-09`) on which it was adopted (通过, 批准).
  case adopted
  /// Day on which it was signed or issued (成文, 印发).
  case issued
  /// Day on which a report was read to the assembly.
  case delivered
  /// Day on which a web page or newspaper published it.
  case published
  /// A day of which a manifest does not say which it is.
  case dates
  /// Title of the notice that the plan is attached to.
  case notice
  /// Address that the file was fetched from.
  case source
  /// Day on which the file was fetched.
  case retrieved

  /// The days, which leave the program together.
  package static let days: [MetadataField] = [.adopted, .issued, .delivered, .published]
}
