import PlanQuery

extension QueryError {
  var chinese: String { "检索式第 \(position + 1) 个字：\(problem.chinese)\n\(illustration)" }
}

extension QueryProblem {
  /// Without a full stop.
  var chinese: String {
    switch self {
    case .empty: "检索式是空的"
    case .nothingToSearch: "这里没有可以检索的内容"
    case .onlyOpenTokens: "“?”代表文字旁边的一个字；单独使用会找出一切"
    case .misplacedStar: "“*”用在单词之后（info*）或汉字之间（数字*平台）；作为文字请加引号"
    case .misplacedMinus: "“-”排除紧跟其后的词；作为文字请加引号"
    case .misplacedTilde: "“~”查找与紧跟其后的文字同义的说法，文字里不能有“?”和“*”；作为文字请加引号"
    case .tooManyWritings(let limit): "同义词和数的写法合起来超过 \(limit) 种；请拆开检索"
    case .openExpression: "这个正则表达式没有用“/”结束；以“/”开头的文字请加引号"
    case .badExpression(let reason, let code):
      "这不是正则表达式：\(ExpressionErrors.chinese[code] ?? reason)"
    case .unsupportedExpression(let part): "这里的正则表达式不支持“\(part)”"
    case .matchesEverything: "这个正则表达式能匹配空文字，会找出一切"
    case .expressionTooCostly: "这个正则表达式要走的步数太多；请写得短些、明确些（重复里套重复最费步数）"
    case .condition(let name): "只有检索文库时才能用“\(name):”这样的条件；带“:”的文字请加引号"
    case .unknownField(let name, let near):
      "没有“\(name):”这个字段；是不是 \(Self.choices(near.map { "\($0):" }))？带“:”的文字请加引号"
    case .missingValue(let field): "“\(field):”后面紧接着要有值；带“:”的文字请加引号"
    case .badNumber(let field, let text):
      "“\(text)”不是“\(field):”要的数；可写 \(field):>=\(Self.example(field))、\(field):<\(Self.example(field))、"
        + "\(field):\(Self.example(field))，或用“..”写一个范围"
    case .unknownUnit(let unit, let near): "不认识单位“\(unit)”" + Self.hintInChinese(near)
    case .unknownChoice(let field, let text, let choices):
      "“\(field):”没有“\(text)”，可用：\(Self.choices(choices))"
    case .noValue(let field): "“\(field):”的括号里只能写值和 AND、OR、NOT"
    case .unknownDocument(let name, let near): "库里没有文件“\(name)”" + Self.hintInChinese(near)
    case .unknownPart(let path, let near): "没有文件含有“\(path)”这一部分" + Self.hintInChinese(near)
    case .openQuote(let mark): "这个引号没有用 \(mark) 结束"
    case .emptyQuotes: "引号里没有内容"
    case .openParenthesis: "这个“(”没有结束"
    case .closesNothing: "这个“)”没有对应的“(”"
    case .missingAtEnd: "末尾缺一个词"
    case .missingBeforeParenthesis: "这个“)”之前缺一个词"
    case .missingBeforeOperator: "这个运算符之前缺一个词"
    case .nearDistance(let limit): "NEAR/ 后面要有 0 到 \(limit) 之间的字数"
    case .nearNeedsTerms: "NEAR 要放在两个词之间"
    case .nearChain: "NEAR 只能连接两个词"
    case .tooDeep(let limit): "括号和 NOT 的嵌套超过 \(limit) 层"
    }
  }

  private static func choices(_ names: [String]) -> String { names.joined(separator: "、") }

  private static func hintInChinese(_ near: [String]) -> String {
    near.isEmpty ? "" : "；是不是 \(choices(near))？"
  }
}
