import { describe, expect, it } from 'vitest'
import { article } from '../support/articles.ts'
import { verifyDecks } from '../support/verify.ts'

const REST = [
  '守灯的人要在天黑以前把灯点上，油要满，罩子要擦干净。谁当班谁签名。',
  '船上的木板每天看一遍，坏的当天换，换了要记在本子上。小裂缝也算。',
  '客人上船以前数一遍，下船以后再数一遍，两个数要一样。不一样就不开船。',
] as const

function slidesOf(list: string[]): { title: string, kicker: string }[] {
  const [deck] = verifyDecks(article(`# 渡口\n\n## 怎么做\n\n从今天起做三件事：\n\n${list.join('\n')}\n\n## 以后\n\n渡口还在。\n`, '.md'))
  return deck!.slice(1).map(({ frontmatter, title }) => ({ title: title ?? '', kicker: String(frontmatter.kicker ?? '') }))
}

describe('items that explain themselves', () => {
  it('have slides of their own, each under its bold head and with its number', () => {
    const slides = slidesOf(REST.map((rest, index) => `${index + 1}. **${['点灯。', '看船。', '数人。'][index]}** ${rest}`))
    const heads = slides.map(({ title, kicker }) => `${kicker} ${title}`)
    for (const [index, head] of ['点灯', '看船', '数人'].entries())
      expect(heads.some(line => line.startsWith(`一 · ${index + 1}`) && line.includes(head)), head).toBe(true)
  })

  it.each([
    ['of which one has no head', REST.map((rest, index) => `${index + 1}. ${index === 1 ? '' : '**点灯。** '}${rest}`)],
    ['that are short enough for one slide', ['1. **点灯。** 天黑以前，油要加满。', '2. **看船。** 每天一遍，坏了就换。']],
    ['whose bold words go on', REST.map((rest, index) => `${index + 1}. **守灯的人**${rest}`)],
  ])('stay a list %s', (_, list) => {
    expect(slidesOf(list).every(({ kicker }) => !kicker.includes('·'))).toBe(true)
  })
})
