import type { Kind, Word } from './model.ts'
import type { Group, When } from './seams.ts'
import { both, isAnyShort, isOneShort, isTwoNominal, isTwoShort, oneIs, twoIs } from './seams.ts'
import { COST, isCount, isVerb } from './word-classes.ts'

/** A noun and a verb before these name together what is done: 城市建设的, 内存占用从. */
const AFTER_COMPOUND = new Set<Kind>(['stop', 'close', 'structural', 'preposition'])

/** Forms of address, which follow a name (赵元任《中国话的文法》). */
const ADDRESS = new Set([
  '同志 先生 女士 小姐 老师 师傅 教授 博士 院士 主席 主任 总理 总统 总书记 书记 部长 省长 市长 县长 局长 校长 院长 厂长 村长',
  '医生 大夫 伯伯 叔叔 阿姨 爷爷 奶奶 大爷 大娘',
].flatMap(words => words.split(' ')))

const isOneVerb: When = ({ one }) => isVerb(one)
const isTwoVerb: When = ({ two }) => isVerb(two)

const endsCompound: When = ({ words, at }) => {
  const then = words[at + 2]
  return then === undefined || AFTER_COMPOUND.has(then.kind)
}

/** How much two words hold together that both have a meaning of their own. */
export const CONTENTS: readonly Group[] = [
  {
    of: twoIs('open'),
    rules: [
      { cost: 0.4, when: ({ two }) => /[（([]/.test(two.text), example: '政治优势|（' },
      { cost: COST.close, when: isOneShort, example: '做大|“蛋糕' },
      { cost: 1.8, when: isOneVerb, example: '强调|“全党' },
      { cost: 1.2, example: '社区|“板凳' },
    ],
  },
  {
    of: twoIs('preposition'),
    rules: [
      { cost: 0.7, when: seam => !isOneVerb(seam), example: '保持党|同人民' },
      { cost: COST.close, when: isOneShort, example: '树倒|根存' },
      { cost: 2.5, when: ({ two }) => two.form === '在', example: '建立|在经济发展' },
      { cost: 1.5, example: '坚持|以人民' },
    ],
  },
  {
    of: twoIs('conjunction'),
    rules: [{ cost: COST.easy, example: '优良传统|和政治' }],
  },
  {
    of: twoIs('link'),
    rules: [{ cost: 0.3, example: '拿出|既符合政策' }],
  },
  {
    of: twoIs('adverb', 'negation', 'modal', 'copula'),
    rules: [
      { cost: COST.close, when: both(isOneVerb, isOneShort), example: '一吹|便' },
      { cost: 3, when: both(oneIs('pronoun'), isOneShort), example: '谁|都能添一本' },
      { cost: 1.5, when: oneIs('pronoun'), example: '我们|就会' },
      { cost: 1.5, when: both(isOneVerb, twoIs('adverb')), example: '共同富裕取得|更为' },
      { cost: 0.8, example: '书|不必一次' },
    ],
  },
  {
    // A verb and its object.
    of: both(isOneVerb, isTwoNominal),
    rules: [
      { cost: 9, when: isOneShort, example: '守|灯的人' },
      { cost: 7, when: isTwoShort, example: '永远保持|党' },
      { cost: COST.close, when: oneIs('gerund'), example: '改革发展|成果' },
      { cost: 3.5, when: ({ two }) => two.width <= 3, example: '把书读进|日子里' },
      { cost: 2.2, example: '全面建成|小康社会' },
    ],
  },
  {
    of: both(isOneVerb, isTwoVerb),
    rules: [
      { cost: 6, when: isAnyShort, example: '急难愁|盼' },
      { cost: 3, when: isPair, example: '人民共享|改革' },
      { cost: 1.5, example: '深入学习|贯彻' },
    ],
  },
  {
    of: isOneVerb,
    rules: [
      { cost: COST.close, when: both(isOneShort, twoIs('idiom')), example: '像|愚公移山' },
      { cost: 6, when: isOneShort, example: '人要写|一句' },
      { cost: 1.5, example: '一次只读|一章' },
    ],
  },
  {
    of: oneIs('adjective'),
    rules: [
      { cost: COST.tight, when: both(isTwoNominal, isOneShort), example: '新|时代的' },
      { cost: COST.close, when: isTwoNominal, example: '最大|政治优势' },
      { cost: 4, when: seam => isTwoVerb(seam) || twoIs('adjective', 'numeral')(seam), example: '联系的重要|论述' },
      { cost: 6, when: isAnyShort, example: '大|数据分析' },
      { cost: 1.5, example: '一般|公共预算' },
    ],
  },
  {
    of: oneIs('pronoun'),
    rules: [
      { cost: 4, when: isTwoNominal, example: '我们|党执政' },
      { cost: 1.5, example: '自己|读一遍' },
    ],
  },
  {
    of: oneIs('time'),
    rules: [
      { cost: 7, when: twoIs('time'), example: '去年|冬天' },
      { cost: 6, when: ({ two }) => isCount(two), example: '截至今年|4月底' },
      { cost: 0.8, example: '民国年间|装上' },
    ],
  },
  {
    of: oneIs('idiom', 'close'),
    rules: [
      { cost: 2, when: isTwoNominal, example: '密切联系|群众' },
      { cost: COST.easy, example: '根本宗旨|落实' },
    ],
  },
  {
    // Nouns in a row name one thing; a noun before a verb is its subject, or names with it what is done.
    of: () => true,
    rules: [
      { cost: 9, when: ({ one, two }) => ADDRESS.has(two.form) && one.width <= 3, example: '毛泽东|同志' },
      { cost: COST.easy, when: ({ two }) => /^[我你您他她它咱]们?$/.test(two.form), example: '等|他嘴里吐' },
      { cost: 8, when: both(isTwoNominal, isAnyShort), example: '守灯的人|换过' },
      { cost: 7, when: both(isTwoNominal, isPair), example: '人民|群众' },
      { cost: 3, when: isTwoNominal, example: '人民群众|血肉联系' },
      { cost: COST.close, when: both(twoIs('gerund'), isPair), example: '群众|工作' },
      { cost: 2.5, when: twoIs('gerund'), example: '实质性|进展' },
      { cost: COST.easy, when: both(isTwoVerb, isTwoShort), example: '教书的人|读' },
      { cost: 2.5, when: both(isTwoVerb, endsCompound), example: '总书记|指出' },
      { cost: 1.2, when: isTwoVerb, example: '把书|读进日子' },
      { cost: 3, when: isTwoShort, example: '从手边的事|选起' },
      { cost: COST.easy, example: '心里|踏实' },
    ],
  },
]

/**
 * Words of two characters in a row, nouns or verbs, go in pairs (冯胜利《汉语韵律句法学》: two feet make a compound):
 * 人民群众|血肉联系.
 */
function isPair({ words, at }: { words: readonly Word[], at: number }): boolean {
  let first = at
  while (first > 0 && isAlike(words[first - 1]!, words[at]!) && words[first - 1]!.width === 2)
    first--
  return words[at]!.width === 2 && words[at + 1]!.width === 2 && (at - first) % 2 === 0
}

function isAlike(one: Word, two: Word): boolean {
  return one.kind === two.kind || one.kind === 'gerund' || two.kind === 'gerund'
}
