import type { Density } from '../../scripts/deck/types.ts'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { blocksOf, noteText, parseDeck, squeeze } from '../support/promises.ts'

const TEXT = '渡口在村子的东头，从前是镇上最热闹的地方，过河的人从早到晚没有断过。'
const NEXT = '如今桥修好了，船少了，可是河两岸的人还是愿意在这里坐一坐，说说话。'

/** What stands on an article's slides, and what is said on them. */
function show(paragraph: string, density: Density = 'standard'): { shown: string, said: string } {
  const text = `# 渡口\n\n## 船\n\n${TEXT}\n\n${paragraph}\n\n${NEXT}\n\n${paragraph}\n`
  const { decks } = decksOf(article(text, '.md'), { ...DEFAULT_OPTIONS, density, theme: 'x' })
  const slides = decks.flatMap(parseDeck)
  return {
    shown: slides.flatMap(({ content }) => blocksOf(content)).map(({ text }) => text).join('\n'),
    said: squeeze(slides.map(({ note }) => noteText(note)).join('')),
  }
}

describe('a line that names whose words stand above it', () => {
  it.each([
    '—— 林砚秋，《渡口志》第三章，水边村志编纂委员会一九九八年印行',
    '——摘自《河边三十年》，原载二〇〇一年第四期《水边文史资料》',
    '— @lin, "What three winters at a ford taught me about waiting" (video)',
    '— @marsh, "What does the river mean? Notes from the ford"',
    '——林砚秋，《渡口为什么还在？》，水边村志编纂委员会印行',
    'Helen Marsh, chair of the keepers\nOwen R. Hale, secretary',
    '-- Helen Marsh, speaking at the yearly meeting of the keepers of fords',
  ])('is said, and heads and closes nothing: %s', (line) => {
    const { shown, said } = show(line)
    expect(shown).not.toContain(line.replace(/^[—\-\s]+/, '').slice(0, 4))
    expect(said.split(squeeze(line))).toHaveLength(3)
  })

  it.each([
    '——船还在，人也还在，渡口就还是渡口，这话是老李说的。',
    '——你们可曾见过，一条河养活两岸几代人，却从来不向谁讨要过什么？',
  ])('is none where it ends as a sentence: %s', (line) => {
    expect(squeeze(show(line).shown)).toContain(squeeze(/[^—，]{4,}/.exec(line)![0]))
  })
})

it('looks through a line of many titles in no time', () => {
  expect(show(`——${'《甲》'.repeat(60)}都读过。`).said).toContain('都读过')
})

describe('a sentence that only says that something will be said', () => {
  it.each(['下面我讲三点意见。', '我先说两个问题。', '今天我讲几句话。'])('is said, and not shown: %s', (sentence) => {
    expect(show(sentence, 'full').shown).not.toContain(sentence.slice(0, -1))
  })

  it.each(['我每天给学生讲三堂课。', '我和老李谈两小时。', '我给他们讲三代人。', '下面的人都说几句话。'])('is another one: %s', (sentence) => {
    expect(show(sentence, 'full').shown).toContain(sentence.slice(0, -1))
  })

  it.each([
    ['There are three ways out.', false],
    ['There were two hundred people in the hall, and the roof leaked.', true],
    ['There are many who say that the three bridges must go.', true],
  ])('before the first heading below it, in English: %s', (sentence, isShown) => {
    const text = `# The ford\n\n## The boat\n\n${sentence}\n\n### Wood\n\nThe boat was made of wood, and it lasted.\n\n### Iron\n\nThe chain was iron, and it rusted away.\n`
    const slides = decksOf(article(text, '.md'), { ...DEFAULT_OPTIONS, theme: 'x' }).decks.flatMap(parseDeck)
    const shown = slides.flatMap(({ content }) => blocksOf(content)).map(({ text }) => text).join(' ')
    expect(shown.includes(sentence.split(/[,.]/)[0]!)).toBe(isShown)
  })
})

describe('what English only says, and not shown', () => {
  const shown = (text: string): string =>
    decksOf(article(`# The ford\n\n## The boat\n\n${text}\n`, '.md'), { ...DEFAULT_OPTIONS, density: 'full', theme: 'x' })
      .decks
      .flatMap(parseDeck)
      .flatMap(({ content }) => blocksOf(content))
      .map(({ text }) => text)
      .join(' ')
  const NEXT_IN_ENGLISH = 'The keeper of the ford mended the boat, and the river rose all night.'

  it.each([
    'I want to begin with a letter.',
    'Let me tell you about the ford, briefly.',
    'Good morning, everyone.',
    'Thank you very much.',
    'Adapted from a talk given at the yearly meeting of the keepers',
    'Prepared for: The keepers of the ford\nPrepared by: Helen Marsh, with Owen Hale',
    'Period covered: 4 March 2024 to 28 February 2025',
  ])('%s', text => expect(shown(`${text}\n\n${NEXT_IN_ENGLISH}`)).not.toContain(text.slice(0, 12)))

  it.each([
    'I want a boat that floats in any weather.',
    'Let the oars dry in the wind before winter.',
    'Thanks to the keepers, the lamp was lit.',
    'Adapted boats cross the ford in any weather.',
    'The rule is old: nobody crosses the ford alone.',
    'Opening hours: 9 to 17 on Mondays, and 10 to 15 on all other days',
    'Running costs: £4,000 a year, and two new boats every ten years',
    'Result of the trial: The Ford has been open since the third of May',
  ])('not: %s', text => expect(shown(`${text}\n\n${NEXT_IN_ENGLISH}`)).toContain(text.slice(0, 12)))
})

describe('a signature at the end of an article whose parts have points', () => {
  it('is said on the last slide, and has none of its own', () => {
    const points = `（一）油要足。${TEXT}\n\n（二）灯要亮。${NEXT}`
    const text = `渡口的总结\n\n一、去年的事\n\n${points}\n\n二、今年的事\n\n${points}\n\n青石渡口所\n2025年12月30日\n`
    const { decks } = decksOf(article(text, '.txt'), { ...DEFAULT_OPTIONS, theme: 'x' })
    const slides = decks.flatMap(parseDeck)
    expect(slides.some(({ content }) => /青石渡口所|12月30日/.test(content))).toBe(false)
    expect(squeeze(noteText(slides.at(-1)!.note))).toContain('青石渡口所2025年12月30日')
  })
})
