import type { SetBlock, SetSlide, SetText } from '../../scripts/check/types.ts'
import { describe, expect, it } from 'vitest'
import { SET_RULES } from '../../scripts/check/rules/rules.ts'
import { faultsOf } from '../support/set.ts'

/** A text that is as it should be, inside the margins. */
const TEXT: SetText = { text: '摆渡的人姓李', size: 24, furniture: false, structure: false, colour: [0, 0, 0, 1], grounds: [[[255, 255, 255, 1]]], box: [60, 60, 500, 100] }
const BLOCK: SetBlock = { lines: ['摆渡的人姓李'], code: false, furniture: false, box: [60, 60, 500, 100] }
const SLIDE: SetSlide = {
  no: 1,
  safe: [50, 50, 930, 500],
  texts: [TEXT],
  blocks: [BLOCK],
  full: [],
  undrawn: [],
  foreign: [],
  headings: 1,
  pictures: [],
}

const text = (change: Partial<SetText>): Partial<SetSlide> => ({ texts: [{ ...TEXT, ...change }] })
const lines = (...lines: string[]): Partial<SetSlide> => ({ blocks: [{ ...BLOCK, lines }] })
const boxes = (...boxes: SetBlock['box'][]): Partial<SetSlide> => ({ blocks: boxes.map((box, index) => ({ ...BLOCK, lines: [`第${index + 1}句`], box })) })
function rulesOf(change: Partial<SetSlide>): string[] {
  return SET_RULES.flatMap(rule => rule({ ...SLIDE, ...change })).map(({ ruleId }) => ruleId)
}
const full = { name: 'p', text: '摆渡', content: [100, 200], room: [100, 50] } as const

describe('the rules on how slides are set', () => {
  it.each<[what: string, change: Partial<SetSlide>, rules: string[]]>([
    ['a slide as it should be', {}, []],
    ['a box too low', { full: [{ ...full, clips: false }] }, ['overflow']],
    ['a box that cuts', { full: [{ ...full, clips: true }] }, ['clipped']],
    ['text left of the margin', text({ box: [40, 60, 500, 100] }), ['margin']],
    ['text above the margin', text({ box: [60, 40, 500, 100] }), ['margin']],
    ['text right of the margin', text({ box: [60, 60, 940, 100] }), ['margin']],
    ['text below the margin', text({ box: [60, 60, 500, 510] }), ['margin']],
    ['text on the margin, but for rounding', text({ box: [49.5, 49.5, 930.5, 500.5] }), []],
    ['a page number outside the margins', text({ furniture: true, box: [940, 510, 970, 540] }), []],
    ['text that runs over, outside the margins: said once', { ...text({ box: [60, 60, 500, 510] }), full: [{ ...full, clips: false }] }, ['overflow']],
    ['text of 23 px', text({ size: 23 }), ['small-text']],
    ['a label of 18 px', text({ size: 18, structure: true }), []],
    ['a label of 17 px', text({ size: 17, structure: true }), ['small-text']],
    ['a page number of 12 px', text({ size: 12, furniture: true }), []],
    ['grey on white, 4.48:1', text({ colour: [119, 119, 119, 1] }), ['contrast']],
    ['grey on white, 4.54:1', text({ colour: [118, 118, 118, 1] }), []],
    ['black that is half transparent on black', text({ colour: [0, 0, 0, 0.5], grounds: [[[0, 0, 0, 1]]] }), ['contrast']],
    ['black on a veil of black over white', text({ grounds: [[[0, 0, 0, 0.9]], [[255, 255, 255, 1]]] }), ['contrast']],
    ['black on a gradient that ends in black', text({ grounds: [[[255, 255, 255, 1], [0, 0, 0, 1]]] }), ['contrast']],
    ['black where nothing lies behind: the page is white', text({ grounds: [] }), []],
    ['a last line of one character', lines('他在这条河上撑了四十年的', '船'), ['lonely-character']],
    ['a last line of one character and a full stop', lines('他在这条河上撑了四十年的', '船。'), ['lonely-character']],
    ['a line of one character alone', lines('船'), []],
    ['a last line of two characters', lines('他在这条河上撑了四十年', '的船'), []],
    ['a last line of code', { blocks: [{ ...BLOCK, code: true, lines: ['{', '，'] }] }, []],
    ['a line that begins with a comma', lines('渡口在东头', '，从前很热闹'), ['line-edge']],
    ['a line that ends with a bracket', lines('渡口（', '在东头）很热闹'), ['line-edge']],
    ['a comma before the first line', lines('，从前很热闹'), []],
    ['a bracket at the very end', lines('渡口（'), []],
    ['characters that no font draws: said once', { undrawn: ['\u{2B81D}', '\uE5E5'] }, ['glyph']],
    ['a character that no font draws', { undrawn: ['\u{2B81D}'] }, ['glyph']],
    ['texts in a font of this machine', { foreign: [{ text: '渡', font: 'Arial' }, { text: '口', font: 'Arial' }] }, ['glyph', 'glyph']],
    ['no heading', { headings: 0 }, ['one-heading']],
    ['two headings', { headings: 2 }, ['one-heading']],
    ['a picture with a description', { pictures: [{ name: 'a.png', description: '渡口' }] }, []],
    ['a picture without', { pictures: [{ name: 'http://localhost/a.png', description: '' }] }, ['picture-text']],
    ['a picture with white space', { pictures: [{ name: 'data:image/png;base64,AAAA', description: '\u3000\u200B' }] }, ['picture-text']],
    ['a picture with a file\'s name', { pictures: [{ name: 'a.png', description: 'IMG 1.JPG' }] }, ['picture-text']],
    ['blocks below each other', boxes([60, 60, 500, 100], [60, 100, 500, 140]), []],
    ['a block above the one before it', boxes([60, 100, 500, 140], [60, 60, 500, 100]), ['reading-order']],
    ['a block above one that touches it', boxes([60, 100, 500, 140], [60, 60, 500, 101]), ['reading-order']],
    ['two columns, the second higher', boxes([60, 100, 300, 140], [320, 60, 560, 99]), []],
    ['a picture above the text before it', { blocks: [{ ...BLOCK, box: [60, 100, 500, 140] }, { ...BLOCK, lines: [], box: [60, 60, 500, 100] }] }, ['reading-order']],
    ['a text above the picture before it', { blocks: [{ ...BLOCK, lines: [], box: [60, 100, 500, 140] }, { ...BLOCK, box: [60, 60, 500, 100] }] }, ['reading-order']],
    ['a running head that is read last', { blocks: [BLOCK, { ...BLOCK, furniture: true, box: [60, 10, 500, 20] }] }, []],
  ])('%s', (_, change, rules) => {
    expect(rulesOf(change), faultsOf([{ ...SLIDE, ...change }]).join('; ')).toEqual(rules)
  })

  it.each<[Partial<SetSlide>, RegExp]>([
    [{ undrawn: ['\u{2B81D}'] }, /U\+2B81D\).*: write another, or/],
    [{ undrawn: ['\u{2B81D}', '\uE5E5'] }, /U\+2B81D\), .*U\+E5E5\).*: write others, or/],
    [{ headings: 0 }, /has no heading of the first rank: begin/],
    [{ headings: 3 }, /has 3 headings of the first rank: begin/],
    [{ pictures: [{ name: 'http://localhost/pictures/a.png', description: '' }] }, /picture a\.png has no description: write/],
    [{ pictures: [{ name: 'data:image/png;base64,AAAA', description: '' }] }, /picture data:image\/png;base64 has no description: write/],
    [{ pictures: [{ name: 'a.png', description: 'a.png' }] }, /picture a\.png has a file's name for a description/],
    [boxes([60, 100, 500, 140], [60, 60, 500, 100]), /“第2句” stands above “第1句”, but a screen reader comes to it later/],
    [{ blocks: [{ ...BLOCK, lines: [], box: [60, 100, 500, 140] }, { ...BLOCK, box: [60, 60, 500, 100] }] }, /“摆渡的人姓李” stands above a picture/],
    [text({ text: '渡口在村子的东头，从前每天都有几百个人', size: 12 }), /is 12 px, and needs 24 px: shorten the slide, or set “渡口在村子的东头，从前每天都有几…” larger/],
  ])('say what is wrong: %j', (change, message) => {
    expect(faultsOf([{ ...SLIDE, ...change }])).toEqual([expect.stringMatching(message)])
  })
})
