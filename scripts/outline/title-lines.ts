import type { RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import { namesAuthors } from '../article/text/lines.ts'
import { widthInEm } from '../language/measure.ts'
import { isProse, paragraphOf } from './draft.ts'
import { readNumber } from './numbering.ts'

/** A line of a title block is longer than this only by mistake: two full lines of a page. */
export const LONGEST_TITLE_EM = 60
/** A line and a half. */
export const LONGEST_LINE_EM = 45

/** The number of a document (GB/T 9704—2012, 7.2.5), of minutes, of an announcement: 渡政发〔2024〕5号, 2024年第3号. */
export const DOCUMENT_NUMBER = `(?:${[
  String.raw`\p{Script=Han}{0,14}\s*[〔[（(﹝]\d{4}[〕\]）)﹞]\s*(?:第\s*)?\d+\s*[号號]`,
  String.raw`(?:\d{4}\s*年\s*)?第\s*\d+\s*[号號期]`,
].join('|')})`
const NUMBERED = new RegExp(`^${DOCUMENT_NUMBER}$`, 'u')
const BRACKETED = /^[（(][^（()）]+[）)]$/
/** A newspaper's column, or what kind of article it is: 【理论学习】. */
export const COLUMN = /^[【〔[][^【】〔〕[\]]+[】〕\]]$/
/** The same without brackets: what papers call their columns ends so. */
const BARE_COLUMN = new RegExp(`^\\p{Script=Han}{0,6}(?:${[
  '论坛|视野|视点|视角|时评|短评|快评|锐评|纵横|广角|聚焦|前沿|专栏|专题|专版|笔谈|杂谈|漫谈|今日谈|大家谈|观察|观点|副刊',
  '来论|来信|社论|评论|述评|特稿|特别报道|特别策划|学习园地|理论学习|理论周刊|之窗|争鸣|荐读|选登|连载|人物|访谈|笔记',
].join('|')})$`, 'u')
const DASHED = /^(?:—{2,}|-{2,}|⸺)\s*(?=[\p{L}\p{N}《])/u
/** What names whoever wrote, before a colon or a space. */
const CREDIT = new RegExp([
  String.raw`^(?:作者|文|撰文|执笔|记者|通讯员|本报|本刊|新华社|来源|原标题|原题|责编|责任编辑|主讲人?|编者)\s*[:：/／丨|\u3000 ]\s*`,
  // A lesson's plan says who gives it.
  String.raw`^(?:执教(?:者|人|教师)?|授课(?:人|教师)|任课教师|备课人|设计者)[ \u3000]*[:：]\s*`,
  String.raw`^(?:本报|本刊|新华社)\S{0,12}(?:记者|评论员)`,
  String.raw`^(?:《[^》]{2,12}》|\p{Script=Han}{2,8}[报報刊社网網台])(?:特[约約]|[见見][习習]|首席)?[记記]者[ \u3000]+(?=\p{Script=Han})`,
  '评论员$',
  String.raw`^(?:author|from|source)\s*:\s*`,
].join('|'), 'iu')
/** What sites set before the title that an article had in its paper. */
export const TITLE_LABEL = /^原(?:标题|標題|题)[ \u3000]*[：:][ \u3000]*(?=\S)/
const BY = new RegExp([
  String.raw`^(?:(?:[Ww]ritten|[Pp]repared|[Ee]dited|[Cc]ompiled|[Rr]eported|[Tt]ranslated)\s+)?`,
  String.raw`[Bb]y\s+(?:the\s+)?(?=\p{Lu})`,
].join(''), 'u')
const DYNASTY = [
  '先秦|[春战戰]国|[春戰]國|[东東西后後]?[汉漢周晋晉魏]|三[国國]|[南北]朝|[隋唐宋元明清秦梁陈陳齐齊辽遼金]|[南北]宋|五代|[南后後]唐',
  '近代|[现現]代|[当當]代',
].join('|')
/** Whoever wrote a classical text, with the time when they lived: 唐·王之涣, 〔宋〕苏轼. */
const CLASSIC = new RegExp([
  String.raw`^[（([〔【]?(?:${DYNASTY})(?:代|朝)?[）)\]〕】]?`,
  String.raw`(?:[ \u3000]*[·•・‧:：|/][ \u3000]*|[ \u3000]+|(?<=[）)\]〕】]))\p{Script=Han}{2,4}$`,
].join(''), 'u')
/** A name of two to six characters, and what its owner did. */
const WRITER = /^[\p{Script=Han}·]{2,6}[ \u3000]*(?:[/／][ \u3000]*)?(?:著|编著|[编译]|撰文|撰|口述|整理)$/u
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAY = String.raw`(?:${[
  String.raw`\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?`,
  String.raw`\d{4}[-./]\d{1,2}[-./]\d{1,2}`,
  String.raw`(?:\d{1,2}\s+)?${MONTH}\s+(?:\d{1,2},\s*)?\d{4}`,
].join('|')})`
const TIME = String.raw`(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?`
/** A date, alone or with the page of a newspaper or a credit; or a line of names that ends with one. */
const DATED = new RegExp([
  String.raw`^${DAY}\s+(?:[上下]午|[早晚]上)\s*\d{1,2}:\d{2}(?:\s*[|｜·]\s*[^，。]{1,20})?$`,
  String.raw`^${DAY}${TIME}(?:\s*(?:星期.|第\s*\d+\s*版|(?:来源|作者|责编)[:：].{1,30}))?$`,
  String.raw`^《[^》]{2,20}》\s*[（(]\d{4}[^）)]+[）)]$`,
  // When and where a meeting was held.
  String.raw`^Held\s(?:on|at|in|via)\s(?=\D*\d)[^!?;]{4,90}$`,
  // WeChat sets a province behind the time.
  [
    String.raw`^(?:published:|posted:|updated:|[^，。！？；：,.!?;:]{2,30})\s${DAY}${TIME}`,
    String.raw`(?:\s*第\s*\d+\s*版|\s+\p{Script=Han}{2,3})?$`,
  ].join(''),
].join('|'), 'iu')
/**
 * The hundred commonest family names (公安部, 二〇二〇年全国姓名报告), in traditional characters too, to tell 张三 李四 from a heading of
 * two characters.
 */
const FAMILY_NAMES = [
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石',
  '姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '楊陳張趙黃吳孫馬羅鄭謝韓馮蕭許鄧葉閻盧蔣賈蘇呂歐龔賴錢湯龍萬',
].join('')
const NAME = new RegExp([
  String.raw`^[${FAMILY_NAMES}][\p{Script=Han}·]{1,2}`,
  String.raw`(?:[ \u3000、，,]+[\p{Script=Han}·]{2,4})*$`,
].join(''), 'u')
/** Three names or more in a row, as those whom a document honours. */
const NAMES = new RegExp(String.raw`^(?:[${FAMILY_NAMES}][\p{Script=Han}·]{1,2}(?:[ \u3000、]+|$)){3,}$`, 'u')
/** Somebody, behind the class, the school or the office that they belong to: 初二（3）班　林小雨. */
const MEMBER = new RegExp([
  String.raw`^[^\s，。！？；：]{1,16}[班校系院所室队組组部科處处局委站厂店馆館社会會司村镇鎮乡鄉][ \u3000]+`,
  String.raw`[${FAMILY_NAMES}][\p{Script=Han}·]{1,2}$`,
].join(''), 'u')
/** Somebody, behind the office that they hold: 镇长　梁守义. */
const OFFICER = new RegExp([
  String.raw`^[^\s，。！？；：]{0,16}(?:[长長]|书记|主任|主席|教授|研究员|院士|博士|委员|经理|总裁|老师|教师)[ \u3000]+`,
  String.raw`[${FAMILY_NAMES}](?:[\p{Script=Han}·]{1,2}|[ \u3000]+\p{Script=Han})$`,
].join(''), 'u')
/** A body that writes as one: 中共渡口市委党校课题组, 青山县人民政府办公室. A place or what a body begins with, and its kind. */
const BODY = new RegExp([
  String.raw`^(?:中共|中国|国家|全国|\p{Script=Han}{1,8}[省市县區区州盟旗乡鄉镇鎮])\p{Script=Han}{0,20}`,
  `(?:${[
    '课题组|调研组|编写组|写作组|中心组|编辑部|评论部|报社|日报社|杂志社|研究[室院所]|研究中心|党校|行政学院',
    '党委|党组|党支部|[省市县区]委|委员会|人民政府|办公室|宣传部|组织部|统战部|联合会|总工会|[局厅]',
  ].join('|')})$`,
].join(''), 'u')
/** A name of two characters is set with a space between, to be as wide as one of three: 纪　远. */
const SPREAD = /^\p{Script=Han}[ \u3000]+\p{Script=Han}$/u
/** A heading that is set so stands over text, and others like it follow: there a name has a family's first. */
function isSpreadName(text: string, others: Draft[]): boolean {
  const words = text.replace(/\s/g, '')
  const [next] = others
  const isOverText = next !== undefined && isProse(next) && readNumber(next.text) === undefined
  const mayBeName = SPREAD.test(text) && (NAME.test(words) || !isOverText)
  return mayBeName && !others.some(other => SPREAD.test(other.text))
}

/** Where the authors of a paper work, behind the mark that their names have, and whom to write to. */
const WORKPLACE = new RegExp([
  String.raw`^[¹²³⁴-⁹†‡]\s?[\p{Lu}\p{Script=Han}][^。！？]{2,}$`,
  String.raw`^\*\s?(?:corresponding author|e-?mail|通[讯信]作者).{2,}$`,
].join('|'), 'iu')

const BYLINES = [NUMBERED, CLASSIC, BY, WRITER, DATED, NAME, MEMBER, OFFICER, BODY, WORKPLACE]
/** Words of speech and narration: no credit has them. */
export const TELLS = /[。！？?；;了着过吗呢吧]|[:：/／丨|\u3000 ]\s*[我您你他她它这那]|按[:：]|，.*，|\p{Script=Han}{6,}，\p{Script=Han}{4,}/u

/**
 * Reads a line of a title block.
 *
 * @param draft a block below or above a title
 * @param others the blocks after it: who speaks there again, 记者：, speaks here too
 * @returns a paragraph with the role of subtitle or byline, or nothing where the line is text
 */
export function readLine(draft: Draft, others: Draft[] = []): RootContent | undefined {
  const { text } = draft
  if (draft.node.type === 'paragraph' && draft.node.data?.role)
    return draft.node
  const isCounted = readNumber(text) !== undefined && !NUMBERED.test(text)
  if (draft.node.type !== 'paragraph' || widthInEm(text) > LONGEST_TITLE_EM || isCounted)
    return undefined
  const dashed = DASHED.exec(text)
  if (dashed && dashed[0].length < text.length && !/[。！？!?”"」]$/.test(text))
    return role(draft, 'subtitle', dashed[0].length, text.replace(/(?<![\s—])[\s—]+$/, '').length)
  // Where others stand so below, it heads a part as they do.
  if (COLUMN.test(text) && !others.some(other => COLUMN.test(other.text)))
    return role(draft, 'subtitle', 1, text.length - 1)
  if (BRACKETED.test(text))
    return role(draft, 'byline', 1, text.length - 1)
  const credit = CREDIT.exec(text)
  const speaker = credit && /[:：]/.test(credit[0]) ? credit[0].trim() : undefined
  if (TELLS.test(text) || (speaker !== undefined && others.some(other => other.text.startsWith(speaker))))
    return undefined
  const isNamed = BYLINES.some(form => form.test(text)) || namesAuthors(text) || isSpreadName(text, others)
  return credit !== null || isNamed ? role(draft, 'byline', 0, text.length) : undefined
}

/**
 * Whether a line is nothing but the names of people: 李长河　周渡　林砚秋.
 *
 * @param text the line
 */
export function isNames(text: string): boolean {
  return NAMES.test(text)
}

/**
 * Whether a line above a title is called as papers call their columns: 理论视野, 人民论坛.
 *
 * @param text the line
 */
export function isColumnName(text: string): boolean {
  return BARE_COLUMN.test(text)
}

/**
 * A paragraph of the title block.
 *
 * @param draft the block
 * @param what its role
 * @param start where its words start
 * @param end where they end
 * @returns the words, without what stands round them
 */
export function role(draft: Draft, what: 'subtitle' | 'byline', start: number, end: number): RootContent {
  return { ...paragraphOf(draft.slice(start, end)), data: { role: what } }
}

/**
 * Whether a line is plainly no title itself: a credit or a date.
 *
 * @param text the line
 * @returns true for 本报评论员 or 人民日报 2024年3月1日 第4版
 */
export function isCreditLine(text: string): boolean {
  return (CREDIT.test(text) && !TITLE_LABEL.test(text)) || DATED.test(text)
}
