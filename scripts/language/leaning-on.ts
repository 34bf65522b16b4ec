import type { Group, Seam, When } from './seams.ts'
import { clauseHas, followsComplement } from './complements.ts'
import { both, isOneShort, isTwoNominal, isTwoShort, oneIs, twoIs } from './seams.ts'
import { COST, isCount, isLocated, isNominal, isVerb } from './word-classes.ts'

/** 以…为… */
const isTakenFor: When = ({ one, two, words, at }) => {
  const next = words[at + 2]
  return two.form === '为'
    && isNominal(one)
    && clauseHas(words, at, '以')
    && next !== undefined
    && (isNominal(next) || next.width === 1)
}

const areNumerals = both(oneIs('numeral'), twoIs('numeral', 'number'))
const isTwoQualified: When = seam => isTwoNominal(seam) || twoIs('adjective', 'attribute')(seam)
const oneReads = (form: string): When => ({ one }) => one.form === form

/** Prepositions, conjunctions, adverbs, numerals and determiners: the first word leans on the second. */
export const LEANING_ON: readonly Group[] = [
  {
    of: followsComplement,
    rules: [
      { cost: 7, when: isTwoShort, example: '写在|纸上' },
      { cost: 4, when: ({ two }) => isNominal(two) || isCount(two), example: '贴在|门口' },
      { cost: 1.5, example: '落实到|行动上' },
    ],
  },
  {
    of: isTakenFor,
    rules: [{ cost: 6, example: '以人民|为中心' }],
  },
  {
    of: oneIs('binder', 'nominalizer', 'ordinal'),
    rules: [{ cost: COST.never, example: '初|心使命' }],
  },
  {
    of: oneIs('negation'),
    rules: [
      { cost: 30, when: isOneShort, example: '灯不|只照船' },
      { cost: COST.close, example: '没有|任何自己' },
    ],
  },
  {
    of: oneIs('number'),
    rules: [
      { cost: COST.never, when: ({ two }) => two.width <= 2, example: '2024|年' },
      { cost: COST.tight, example: '突破300|万人次' },
    ],
  },
  {
    of: oneIs('numeral', 'measure'),
    rules: [
      { cost: COST.never, when: areNumerals, example: '2024年|3月' },
      { cost: COST.tight, when: seam => twoIs('number')(seam) || isTwoShort(seam), example: '一章|读透' },
      { cost: 7, when: seam => isTwoQualified(seam) && seam.one.width <= 2, example: '一个|读书会' },
      { cost: COST.close, when: isTwoQualified, example: '作出一系列|重要论述' },
      { cost: COST.easy, example: '一次|只读一章' },
    ],
  },
  {
    of: oneIs('determiner'),
    rules: [
      { cost: 13, when: isOneShort, example: '这|条' },
      { cost: COST.close, example: '每个|人都留下' },
    ],
  },
  {
    of: oneIs('preposition'),
    rules: [
      { cost: 9, when: isOneShort, example: '把|书读进日子' },
      { cost: COST.close, example: '关于|永远保持' },
    ],
  },
  {
    of: oneIs('conjunction', 'modal'),
    rules: [
      { cost: 8, when: isOneShort, example: '和|政治优势' },
      { cost: COST.close, example: '不必|一次读完' },
    ],
  },
  {
    of: oneIs('link'),
    rules: [
      { cost: COST.close, when: isOneShort, example: '既|要站稳立场' },
      { cost: COST.easy, example: '后来|才通了电' },
    ],
  },
  {
    of: oneIs('adverb'),
    rules: [
      { cost: COST.loose, when: twoIs('pronoun', 'preposition'), example: '永远|在路上' },
      { cost: 9, when: isOneShort, example: '还|会' },
      { cost: COST.close, example: '正在|做的事' },
    ],
  },
  {
    of: oneIs('copula'),
    rules: [
      { cost: COST.close, when: isOneShort, example: '要紧的是|把书读进' },
      { cost: 4, example: '就是|最好的书单' },
    ],
  },
  {
    of: oneIs('attribute'),
    rules: [
      { cost: 6, when: ({ two }) => isNominal(two) || isVerb(two), example: '广大|人民' },
      { cost: COST.easy, example: '相关|重要论述' },
    ],
  },
  {
    of: oneIs('structural'),
    rules: [
      { cost: 7, when: oneReads('得'), example: '惹得|两岸的人' },
      { cost: 4, when: oneReads('地'), example: '更加自觉地|践行' },
      // …的时候 ends a clause as 时 does (《现代汉语八百词》).
      { cost: 7, when: ({ two }) => two.form === '时候', example: '上小学的|时候' },
      { cost: 1.5, when: ({ two }) => !isNominal(two) && !isVerb(two), example: '要紧的|是' },
      { cost: 7, when: isTwoShort, example: '种地的|人' },
      { cost: COST.loose, example: '最好的|书单' },
    ],
  },
  {
    of: oneIs('aspect'),
    rules: [
      { cost: 1.5, when: seam => !isTwoNominal(seam), example: '人换过|四个' },
      { cost: COST.close, when: isTwoShort, example: '带着|空口袋' },
      { cost: COST.loose, example: '记着|风向和' },
    ],
  },
  {
    of: oneIs('localizer'),
    rules: [
      { cost: 0.8, when: followsLocated, example: '人民群众中|汲取' },
      { cost: COST.tight, when: isOneShort, example: '上|小学的' },
      { cost: COST.loose, example: '来之前|自己读' },
    ],
  },
]

function followsLocated({ words, at }: Seam): boolean {
  return at > 0 && isLocated(words[at - 1]!)
}
