import { describe, expect, it } from 'vitest'
import { findSpeech, unquote } from '../../scripts/language/speech.ts'

describe('findSpeech', () => {
  it.each([
    ['王教授指出，水是生命之源。', '王教授指出', '水是生命之源。'],
    ['会议强调：“要抓落实。”', '会议强调', '“要抓落实。”'],
    ['Orwell wrote: “Never use a long word.”', 'Orwell wrote', '“Never use a long word.”'],
    ['The report notes, coolly, that prices fell.', 'The report notes', 'coolly, that prices fell.'],
  ])('tells %s apart', (sentence, attribution, words) => {
    const speech = findSpeech(sentence)
    expect(speech).toMatchObject({ attribution, words })
    expect(sentence.slice(speech!.offset)).toBe(words)
  })

  it.each([
    '共享是本质要求，是应有之义。',
    '也就是说，问题不大。',
    '总的来说，形势很好。',
    '必须指出，问题还很多。',
    '说，是容易的。',
    '他说得很好，大家都鼓掌。',
    'It is said that it rained, and it did.',
  ])('leaves %s alone', (sentence) => {
    expect(findSpeech(sentence)).toBeUndefined()
  })
})

describe('unquote', () => {
  it.each([
    ['“我将无我，不负人民。”', '我将无我，不负人民。'],
    ['“Never give up.”', 'Never give up.'],
    ['“一个”和“两个”', undefined],
    ['没有引号', undefined],
    ['“开头”有引号', undefined],
  ])('%s', (text, inner) => {
    expect(unquote(text)).toBe(inner)
  })
})
