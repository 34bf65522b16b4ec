import type { Text } from 'mdast'
import { describe, expect, it } from 'vitest'
import { partOf } from '../../scripts/article/marks.ts'
import { answersOf } from '../../scripts/deck/prose/answers.ts'
import { toProse } from '../../scripts/deck/prose/voices.ts'
import { plainText } from '../../scripts/deck/structures/plain.ts'
import { toUnits } from '../../scripts/deck/units.ts'

/** The questions of a paragraph that it answers, in one line. */
function answersIn(text: string): string {
  const start = { line: 1, column: 1, offset: 0 }
  const whole: Text = { type: 'text', value: text, position: { start, end: start } }
  const slice = (from: number, to: number): Text => partOf(whole, from, to)
  const prose = toProse(toUnits({ kind: 'paragraph', text, masked: text, slice, raw: slice }))
  return prose.voices.flatMap(voice => answersOf(prose, plainText(prose.text), voice))
    .map(({ line, evidence }) => [line, ...evidence.spans].map(({ start, end }) => prose.text.slice(start, end)).join(' → '))
    .join(' ‖ ')
}

describe('a question that its author answers', () => {
  it.each([
    ['什么叫好渡口？对老人来说，夜里有灯，就是好渡口。', '什么叫好渡口？ → 对老人来说，夜里有灯，就是好渡口'],
    ['船上最旧的东西是什么？是那盏灯。', '船上最旧的东西是什么？ → 是那盏灯'],
    ['去年问得最多的是什么？我们数了一下，是“几点开船”。', '去年问得最多的是什么？ → 我们数了一下，是“几点开船”'],
    ['他们是谁？他们是守了三十年灯的人。', '他们是谁？ → 他们是守了三十年灯的人'],
    ['渡口还要守吗？不守了。', '渡口还要守吗？ → 不守了'],
    ['橋為什麼塌了？因為樁太短。', '橋為什麼塌了？ → 因為樁太短'],
    ['Do we sail at night? Yes, twice a week.', 'Do we sail at night? → Yes, twice a week'],
    ['Who keeps the lamp? Preferably someone from the other bank.', 'Who keeps the lamp? → Preferably someone from the other bank'],
  ])('%s', (text, answers) => expect(answersIn(text)).toBe(answers))
})

describe('no question that is answered', () => {
  it.each([
    '有人问我，渡口还守着做什么？问的人不是外行。',
    '渡口还守吗？船还开吗？是的。',
    '老李问：今天走不走？不走。',
    '你还有什么问题？可以写在下面。',
    '还有多少人坐渡船？年轻人早就不坐了，学校也搬走了。',
    '能不能自己修好？会的人不多。',
    '渡口还守着，是因为有人坐船。',
    'Ready to cross? Here is what to bring.',
    'She asked who kept the lamp? Nobody knew.',
    'The old boat is gone. Who keeps the lamp? The river was high that year and the ferry did not run until May.',
  ])('%s', text => expect(answersIn(text)).toBe(''))
})
