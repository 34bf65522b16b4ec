import type { Kind } from './model.ts'
import type { Group, When } from './seams.ts'
import { completes } from './complements.ts'
import { isOneShort, isTwoShort, oneIs, twoIs } from './seams.ts'
import { COST, isCount, isLocated, isVerb, NOMINALS } from './word-classes.ts'

const PREDICATES = new Set<Kind>([
  'verb', 'gerund', 'adjective', 'idiom', 'modal', 'copula', 'direction', 'adverb', 'negation',
])
/** 下一个, 上个月: before a number, a localizer determines. */
const determinesNumber: When = ({ one, two, words, at }) => {
  const next = words[at + 2]?.kind
  const isNumber = next === 'numeral' || next === 'measure' || next === 'determiner'
  return isNumber && (two.width === 1 || isVerb(one))
}

const isDirected: When = ({ one, two }) =>
  isVerb(one)
  || one.form === '不'
  || one.form === '得'
  || (one.kind === 'noun' && one.width === 1 && '起住掉完'.includes(two.form))

/** Complements, particles, suffixes and localizers: the second word leans on the first. */
export const LEANING_BACK: readonly Group[] = [
  {
    of: completes,
    rules: [{ cost: COST.never, example: '落实|到行动上' }],
  },
  {
    // 我得走了: 得 is a modal verb there.
    of: seam => twoIs('structural')(seam) && !(seam.two.form === '得' && seam.one.kind === 'pronoun'),
    rules: [{ cost: COST.never, example: '人民群众|的血肉' }],
  },
  {
    of: twoIs('aspect'),
    rules: [{
      cost: COST.never,
      when: ({ one, two }) => PREDICATES.has(one.kind) || one.kind === 'noun' || two.form === '了',
      example: '灯的人换|过四个',
    }],
  },
  {
    of: twoIs('final', 'binder'),
    rules: [{ cost: COST.never, example: '和胜利|之本' }],
  },
  {
    of: twoIs('enumerating'),
    rules: [{ cost: COST.never, when: ({ one }) => NOMINALS.has(one.kind), example: '最高裁决|者和' }],
  },
  {
    of: twoIs('direction'),
    rules: [
      { cost: COST.never, when: seam => isDirected(seam) && seam.one.width + seam.two.width <= 4, example: '走|出来的' },
      { cost: COST.tight, when: isDirected, example: '现代化|起来' },
      {
        cost: COST.tight,
        when: seam => oneIs('noun', 'adjective')(seam) && isOneShort(seam) && seam.two.width === 2,
        example: '省|下来的钱',
      },
    ],
  },
  {
    of: seam => twoIs('localizer')(seam) && isLocated(seam.one) && !determinesNumber(seam),
    rules: [
      { cost: 30, when: isTwoShort, example: '读进日子|里' },
      { cost: COST.tight, example: '桥修好|以后' },
    ],
  },
  {
    of: twoIs('measure'),
    rules: [{
      cost: COST.never,
      when: ({ one }) => isCount(one) || one.kind === 'determiner' || one.kind === 'idiom',
      example: '成千上万|个',
    }],
  },
]
