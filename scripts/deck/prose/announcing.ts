import { EXPLAINED } from '../../language/shell-nouns.ts'

/** What says that something comes, and not what: 只讲几件事, There are three things. */
const ANNOUNCES = new RegExp([
  '(?:[说讲谈问做]|记住)(?:好|清|一下)?[几两三四五六七八九](?:件事情?|个?方面|点|条|句话?|个(?:问题|字|例子))(?:意见|要求|体会|建议)?$',
  '(?:是|还有|说说?|看看?)(?:下面|另外?)[一几两][^，]{0,6}$|曾?经?(?:这样)?说过$',
  '^(?:Think about|Consider|Imagine|Picture|Look at) (?:who|what|how|why|this|these|that|the following)\\b',
  '(?:澄清|交代|解释|说明|介绍|补充|回顾|梳理|总结|通报|汇报)一下$',
  '(?:牢记|记住|注意|说明|强调)[这以下]{0,2}一点$|[作提]出了?一系列|发表了?一系列|(?:要不要|该不该)[说讲]|有意思的是',
  // 道理很简单, 启示十分深刻: the next words say what it is.
  [
    `(?:${EXPLAINED.join('|')})(?:也|却|其实|同样)?(?:很|十分|非常|极其?|极为|尤为)`,
    '(?:简单|明显|清楚|明白|朴素|直接|实在|深刻|重大|深远|明确)$',
  ].join(''),
  [
    '^(?:There|Here) (?:is|are|was|were)(?:, [^,]{1,24},)? (?:(?:just|only|also|always) )?(?:an? )?',
    String.raw`(?:second|third|another|two|three|four|five|several)\b`,
  ].join(''),
  String.raw`^(?:One|Two|Three|Four|Several) (?:\w+ )?things?\b`,
].join('|'))

/**
 * Whether words say that something comes, and not what.
 *
 * @param words a clause
 */
export function announces(words: string): boolean {
  return ANNOUNCES.test(words)
}
