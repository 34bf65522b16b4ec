import { hasWords } from '../language/marks.ts'

/** What a page counts, and how it counts: 浏览次数：120次, 120 views. */
const COUNTED = '(?:浏览|阅读|点击|访问|查看|收藏|点赞|评论|转发|播放|分享)'
const COUNT = String.raw`\d[\d.,]*[万千kw]?\+?`
const METERS = [
  String.raw`${COUNTED}(?:次数|人数|[量数])?[:：(（]? ?${COUNT} ?[次人条]?[)）]?`,
  `(?:赞|在看|推荐) ?${COUNT}`,
  // What a program would count has no number in a page that was saved without it.
  `${COUNTED}(?:次数|人数|[量数])[:：] ?[次人]?`,
  String.raw`${COUNT} ?(?:[次人]${COUNTED}|人赞同\S{0,6}|条?评论)`,
  String.raw`\d+ ?min(?:ute)?s? read`,
  String.raw`(?:阅读|预计)(?:时长|时间|需)?[:：]? ?约? ?\d+ ?分钟`,
  `${COUNT} ?(?:views?|reads?|likes?|claps?|comments?|shares?|responses?)`,
]
/** How large its letters are to be: 字号：[大 中 小]. */
const SIZE = '(?:特大|超大|[大中小]|默认|标准|A[+-]?)'
const SIZES = [
  String.raw`(?:字[号体](?:大小)?|文字大小|font size)[:：]?(?: ?[[(（【]? ?${SIZE}(?:[ |/]*${SIZE})*(?: ?[\])）】])?)?`,
  String.raw`${SIZE}(?:[ |/]+${SIZE})+`,
  '[大小]字号',
]
/** A day as pages are exported with it, in the language of whoever exports: Mar 09, 2024, 三月 09, 2024. */
const MONTH_DAY = String.raw`(?:[a-z]{3,9}\.?|[\d一二三四五六七八九十]{1,2}月) \d{1,2}, \d{4}`
/** What it can be asked to do. */
const TOOLS = [
  '(?:我要)?打印(?:本[页文]|文章|页面)?',
  '关闭(?:窗口|本页|页面)?',
  '分享[到至]?[:：]?',
  '收藏(?:本[页文])?',
  '返回(?:顶部|列表)',
  '扫一扫\\S{0,12}',
  '举报|纠错|复制链接|回到顶部|朗读',
  '(?:缩小|放大)字[体号]|微博|微信|朋友圈|QQ空间',
  // Who has changed it last is no author.
  String.raw`last (?:modified|edited|updated) by .{1,40}?(?: on ${MONTH_DAY})?$`,
  `last (?:modified|edited|updated) on ${MONTH_DAY}$`,
  'print|share(?: this (?:article|story))?|save|follow|subscribe|copy link|clap|sign in',
  // What a program reads out, and how long it takes.
  String.raw`listen(?: to this (?:article|story))?(?:[ ·•|]{1,3}\d{1,2}:\d{2}(?: min)?)?`,
]
/** What a channel asks of its readers, and its sign that the text is over. */
const APPEALS = [
  '点击\\S{0,6} ?(?:蓝字|名片|卡片) ?\\S{0,10}',
  '长按\\S{0,8}(?:二维码|识别)\\S{0,10}',
  '(?:点击\\S{0,6})?阅读原文',
  '[-—–=~·]+ ?END ?[-—–=~·]+',
  '写留言',
  '往期(?:推荐|回顾|精选|文章|内容)[：:]?',
  '点个?(?:分享|点赞|收藏|在看|推荐|关注)',
  // 喜欢就点个“在看”吧
  '[^，。；：\\s]{0,10}点(?:[个亮击]|一?下)?[“"「【]?(?:在看|赞|小星星)[”"」】]?[^，。；：\\s]{0,8}',
]
/** What a blog says of rights, and its buttons that open the rest, each the whole of a line. */
const NOTICE = new RegExp(`^(?:${[
  String.raw`版权声明[：:].{0,12}?(?:本文|文章|博主|作者).{0,200}`,
  String.raw`[©Ⓒ ]*(?:著作权|版权)归原?(?:作者|博主)所有.{0,60}(?:转载|联系).{0,100}`,
  '(?:特别|免责|郑重)声明[：:].{0,60}(?:上传并发布|仅提供信息存储|不代表.{0,12}(?:观点|立场)).{0,120}',
  'Notice: The content above.{0,200}',
  '本文版权归.{1,20}[所共]有.{0,40}(?:转载|声明).{0,140}',
  String.raw`(?:原文|本文)(?:链接|地址)[：:]\s*https?:\S+`,
  '(?:展开)?阅读全文|展开全文|查看全文|阅读更多|read more|continue reading',
  String.raw`(?:©|\(c\)|copyright\b)[^。.]{1,60}[.。]? ?(?:all rights reserved|版权所有)[.。]?`,
].join('|')})$`, 'iu')
const EDGE = String.raw`[\s|｜·【[\]】]`
const ANY = [...METERS, ...SIZES, ...TOOLS, ...APPEALS].join('|')
const CONTROL = new RegExp(`(?<=^|${EDGE})(?:${ANY})(?=$|${EDGE})`, 'giu')
const APPEAL = new RegExp(`^(?:${APPEALS.join('|')})$`, 'iu')

/**
 * Takes from a line about a page what is about the page alone: how often it was read, how large its letters are,
 * buttons. Not for text.
 *
 * @param line the words of a line, with single spaces
 * @returns the pieces of the line between them, and each of them
 */
export function withoutControls(line: string): { pieces: string[], controls: string[] } {
  const controls = Array.from(line.matchAll(CONTROL), ([control]) => control)
  const pieces = controls.length === 0 ? [line.trim()] : line.split(CONTROL).map(piece => trimMarks(piece))
  return { pieces: pieces.filter(hasWords), controls }
}

/**
 * Whether a line that was copied from a page is plainly its own, and no heading of one word, 分享 or 收藏: a button with
 * its value or in brackets, several of them, what a channel asks of its readers.
 *
 * @param line a line of plain text
 */
export function isControlLine(line: string): boolean {
  const words = line.replace(/\s+/g, ' ').trim()
  const { pieces, controls } = withoutControls(words)
  if (isPageNotice(words))
    return true
  const isPlain = controls.length > 1 || /[:：\d[\]（(]|[a-z] [a-z]+ [a-z]/i.test(words)
  return APPEAL.test(words) || (controls.length > 0 && pieces.length === 0 && isPlain)
}

/**
 * Whether a line is what a blog says of rights, or a button that opens the rest of an article.
 *
 * @param words the line, with single spaces
 */
export function isPageNotice(words: string): boolean {
  return NOTICE.test(words.replace(/[\s>›»∨▼…→]+$/, ''))
}

/** Without the brackets and strokes that a control has left behind. */
function trimMarks(piece: string): string {
  return piece.replace(/^[\s|｜·\]】]+/, '').replace(/[\s|｜·[【,，]+$/, '')
}
