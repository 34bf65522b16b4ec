import { describe, expect, it } from 'vitest'
import { findQuoteAround, findQuoteFirst, findSpeech, unquote } from '../../scripts/language/speech.ts'

describe('findSpeech', () => {
  it.each([
    ['王教授指出，水是生命之源。', '王教授指出', '水是生命之源。'],
    ['会议强调：“要抓落实。”', '会议强调', '“要抓落实。”'],
    ['他想了很久，说：“我再撑十年。”', '他想了很久，说', '“我再撑十年。”'],
    ['一位老船工说得很直白：“船不等人。”', '一位老船工说得很直白', '“船不等人。”'],
    ['问他为什么不走，回答很实在：“走了，灯就灭了。”', '问他为什么不走，回答很实在', '“走了，灯就灭了。”'],
    ['老人上了岸，第一句问的是：“船钱涨了吧？”', '老人上了岸，第一句问的是', '“船钱涨了吧？”'],
    ['过了一会儿，对岸回了一句：“等风小了再来。”', '过了一会儿，对岸回了一句', '“等风小了再来。”'],
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
    '举例来说，渡口有一份很全的名单。',
    '长远来说，渡口还是要有人守。',
    '从道理上来说，桥比船稳。',
    '就渡口来说，灯比船要紧。',
    '必须指出，问题还很多。',
    '说，是容易的。',
    '渡口的三条规矩写在墙上：“先老后小，先急后缓，先人后货。”',
    '他说得很直白：“船”就是“命”。',
    '桨要两个人划，船要一个人撑，灯要有人守，守灯的人苦笑着，慢慢地，像是说给自己听一样对我说：“明年我也走了。”',
    '也就是说：“问题不大。”',
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

describe('findQuoteFirst', () => {
  it.each([
    ['"The lamp is out," said Mr Oduya, who has kept it for years, as others keep bees.', 'The lamp is out', 'said Mr Oduya'],
    ['"It is the repairs," he told me.', 'It is the repairs', 'he told me'],
  ])('%s', (sentence, words, attribution) => {
    const quote = findQuoteFirst(sentence)
    expect(quote).toMatchObject({ words, attribution })
    expect(sentence.slice(quote!.start)).toMatch(new RegExp(`^${words}`))
    expect(sentence.slice(quote!.named)).toMatch(new RegExp(`^${attribution}`))
  })

  it.each([
    '"The lamp is out," said Mr Oduya, "and nobody has oil."',
    '"The lamp" is a public house.',
  ])('leaves %s alone', (sentence) => {
    expect(findQuoteFirst(sentence)).toBeUndefined()
  })
})

describe('findQuoteAround', () => {
  it.each([
    ['“后来我就想通了，”他说，“船不要工钱，也不会漏掉一个人。”', '船不要工钱，也不会漏掉一个人。', '他说'],
    ['"It is late," she said, "We must begin again."', 'We must begin again.', 'she said'],
  ])('%s', (sentence, words, attribution) => {
    const quote = findQuoteAround(sentence)
    expect(quote).toMatchObject({ words, attribution })
    expect(sentence.startsWith(words, quote!.start) && sentence.startsWith(attribution, quote!.named)).toBe(true)
  })

  it.each([
    '“灯”和“船”是两样东西。',
    '“后来我就想通了。”他说。',
    '"The lamp" and "the boat" are two things.',
    '"By which time," she said, "we must begin again."',
  ])('leaves %s alone', (sentence) => {
    expect(findQuoteAround(sentence)).toBeUndefined()
  })
})
