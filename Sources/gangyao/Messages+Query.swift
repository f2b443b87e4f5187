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
    case .regularExpression: "不支持正则表达式；带“/”的文字请加引号"
    case .condition(let name): "检索式里还不能用“\(name):”这样的条件；带“:”的文字请加引号"
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
}
