import PlanDocument

// What names of machine-readable output mean, in both languages.

extension FieldEvidence.Origin {
  package var english: String {
    switch self {
    case .clause: "own clause"
    case .sentence: "own sentence"
    case .paragraph: "earlier sentence"
    case .heading: "heading"
    case .cell: "own cell"
    case .row: "same row"
    case .head: "head of the table"
    case .parentRow: "row above"
    }
  }

  package var chinese: String {
    switch self {
    case .clause: "本分句"
    case .sentence: "本句"
    case .paragraph: "前文"
    case .heading: "标题"
    case .cell: "本单元格"
    case .row: "同一行"
    case .head: "表头"
    case .parentRow: "上级行"
    }
  }
}

extension Doubt {
  package var english: String {
    switch self {
    case .borrowedSubject: "borrowed subject"
    case .nameBehind: "name behind the number"
    case .longName: "long name"
    case .bareName: "name that says little alone"
    case .verbInName: "verb in the name"
    case .joinedName: "name with a joint"
    case .oddName: "words in the name that no name has"
    case .partedName: "name in several parts"
    case .inheritedTime: "inherited time"
    case .severalTimes: "several times in the sentence"
    case .unknownUnit: "unknown unit"
    case .chineseNumeral: "Chinese numeral"
    case .ratio: "part of a ratio"
    case .respective: "several names with 分别"
    case .changeNear: "word of change in front of a level"
    case .tornNumber: "number beside a number"
    case .bareNumber: "number without verb, bound or time"
    case .unusualCell: "unusual cell"
    case .unusualValue: "unusual value"
    }
  }

  package var chinese: String {
    switch self {
    case .borrowedSubject: "主语借自别处"
    case .nameBehind: "指标名在数字之后"
    case .longName: "指标名过长"
    case .bareName: "指标名单独看意思不全"
    case .verbInName: "指标名含动词"
    case .joinedName: "指标名含并列"
    case .oddName: "指标名含不当用词"
    case .partedName: "指标名由几段组成"
    case .inheritedTime: "时间承前"
    case .severalTimes: "句中有几个时间"
    case .unknownUnit: "单位不明"
    case .chineseNumeral: "汉字数字"
    case .ratio: "比例的一部分"
    case .respective: "用“分别”列出几个指标"
    case .changeNear: "水平值之前有变化词"
    case .tornNumber: "数字与数字相连"
    case .bareNumber: "没有动词、界限词和时间"
    case .unusualCell: "单元格不寻常"
    case .unusualValue: "数值不寻常"
    }
  }
}

extension NumberFate {
  package var english: String {
    switch self {
    case .target: "recorded as a target"
    case .actual: "recorded as an actual value"
    case .baseline: "recorded as the base value of a target"
    case .quantity: "a quantity that no rule took"
    case .ratio: "part of a ratio"
    case .year: "a year or another time"
    case .date: "part of a date"
    case .ordinal: "an ordinal"
    case .name: "part of a name, grade or number of a document"
    case .formula: "part of a formula"
    case .enumeration: "number of a list entry"
    case .title: "inside a title, law or standard"
    case .phrase: "a set phrase, or in quotation marks"
    case .size: "a size that tells one thing from another"
    case .age: "an age"
    case .threshold: "defines who or what is meant"
    case .base: "what a rate is counted on"
    case .duration: "a length of time that is no value"
    case .unitless: "nothing says what it counts"
    case .numeral: "a small Chinese numeral that measures nothing"
    case .partOfName: "inside the name of another value's indicator"
    case .unnamed: "a quantity without a name"
    case .unit: "part of a unit"
    case .pledge: "words of a promise without a number"
    case .word: "a character of a word, no number"
    case .heading: "in a heading"
    case .caption: "in a caption"
    case .glossary: "in a glossary"
    case .tableHead: "in the head of a table"
    case .tableName: "in the name of a table row"
    case .tableUnit: "in a unit column"
    case .tableOther: "in another column of an indicator table"
    case .tableUnread: "in a table without a column of targets"
    case .pageNumber: "a page number"
    case .runningHead: "in a running head"
    case .contents: "in the table of contents"
    case .cover: "on the cover"
    case .footnote: "in a footnote"
    case .wrapper: "around the plan's text"
    }
  }

  package var chinese: String {
    switch self {
    case .target: "记为目标值"
    case .actual: "记为现状值"
    case .baseline: "记为目标的基期值"
    case .quantity: "没有规则采用的数量"
    case .ratio: "比例的一部分"
    case .year: "年份或其他时间"
    case .date: "日期的一部分"
    case .ordinal: "序数"
    case .name: "名称、等级或文号的一部分"
    case .formula: "公式的一部分"
    case .enumeration: "列表的序号"
    case .title: "在书名号、法规或标准名内"
    case .phrase: "固定用语，或在引号内"
    case .size: "用来区分事物的规格"
    case .age: "年龄"
    case .threshold: "界定对象的门槛"
    case .base: "比率的计数基础"
    case .duration: "不作为数值的时长"
    case .unitless: "没有说明计什么数"
    case .numeral: "不计量的汉字小数目"
    case .partOfName: "另一个数值的指标名内"
    case .unnamed: "没有找到指标名的数量"
    case .unit: "单位的一部分"
    case .pledge: "不写数字的承诺用语"
    case .word: "词语中的字，不是数字"
    case .heading: "在标题内"
    case .caption: "在图表题内"
    case .glossary: "在名词解释内"
    case .tableHead: "在表头内"
    case .tableName: "在表行的名称内"
    case .tableUnit: "在单位列内"
    case .tableOther: "在指标表的其他列内"
    case .tableUnread: "在没有目标值列的表内"
    case .pageNumber: "页码"
    case .runningHead: "在页眉页脚内"
    case .contents: "在目录内"
    case .cover: "在封面上"
    case .footnote: "在脚注内"
    case .wrapper: "在规划正文之外"
    }
  }
}
