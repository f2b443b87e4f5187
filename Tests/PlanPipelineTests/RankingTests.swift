import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import PlanQuery
import Testing

@Suite("Ranking in a library")
struct RankingTests {
  private static let texts = [
    "a": """
    生态保护规划
    第一章 生态保护
    森林资源得到保护，湿地面积保持稳定。
    第二章 组织领导
    加强森林资源管理，落实保护责任制度。
    """,
    "b": """
    道路养护规划
    第一章 绿化工作
    森林资源得到保护，湿地面积保持稳定。
    第二章 组织领导
    森林之外的各类土地也应当得到同样的保护和利用。
    加强森林资源保护，落实各级各部门的责任和任务，保证各项工作按期完成，做到有人负责、有人落实。
    """,
  ]

  private static func hits(
    _ query: String, _ names: [String], offset: Int = 0, limit: Int = 10
  ) throws -> (found: [String], scores: [Double]) {
    let place = try Workplace()
    for name in names { try place.write("\(name).txt", texts[name] ?? plan(name)) }
    for name in names { try place.ingest([place.plans.appendingPathComponent("\(name).txt").path]) }
    return try LibraryReader(folder: place.library).read { view in
      let result = try view.search(
        LibraryConditions(view).query(query), with: Searcher(view.index), within: nil,
        offset: offset, limit: limit)
      let found = try result.hits.map { hit in
        let passage = try view.passage(segment: hit.segment, ordinal: hit.ordinal)
        return "\(passage.document): \(passage.text.prefix(8))"
      }
      return (found, result.hits.map(\.score))
    }
  }

  @Test("what stands under a heading and a title with the term comes first")
  func fields() throws {
    #expect(
      try Self.hits("湿地", ["a", "b"]).found == ["a: 森林资源得到保护", "b: 森林资源得到保护"])
    let (_, scores) = try Self.hits("保护 湿地", ["b", "a"])
    #expect(scores[0] > scores[1])
  }

  @Test("a phrase comes first, then terms that are near, then those that are far")
  func proximity() throws {
    let found = try Self.hits("森林资源 保护", ["b", "a"]).found
    #expect(found.first == "b: 加强森林资源保护")
    #expect(found.count == 4)
    #expect(try Self.hits("森林 保护", ["b", "a"]).found.last == "b: 森林之外的各类土")
  }

  @Test(
    "does not depend on the order of ingest, and every page is a part of one list",
    arguments: ["保护", "森林 保护", "责任 OR 保护", "发展", "没有 保护 这个"])
  func stable(query: String) throws {
    let one = try Self.hits(query, ["a", "b", "c", "d"])
    let other = try Self.hits(query, ["d", "b", "c", "a"])
    #expect(one.found == other.found)
    #expect(one.scores == other.scores)
    #expect(one.scores == one.scores.sorted(by: >))
    var pages: [String] = []
    for offset in 0..<one.found.count {
      pages += try Self.hits(query, ["b", "a", "d", "c"], offset: offset, limit: 1).found
    }
    #expect(pages == one.found)
  }
}
