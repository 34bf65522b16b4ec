import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/generate.ts'

const TABLE = '| 项目 | 花费 |\n| --- | --- |\n| 灯油 | 120元 |\n| 灯芯 | 8元 |\n'

/** The slides of a part, without their notes. */
async function slidesOf(body: string): Promise<string[]> {
  const { decks } = await generate({ path: 'a.md', value: `# 渡口\n\n## 灯\n\n灯挂在石阶上头，远处就能看见。\n\n${body}\n\n灯油由村里公款买，每月二十斤。\n` })
  return decks[0]!.markdown.replace(/<!--[\s\S]*?-->/g, '').split(/\n---\n/)
}

describe('what names a table or a picture stands with it', () => {
  it.each<[string, string, string, RegExp]>([
    ['below a colon', `${TABLE}\n: 一年的花费 {#tbl-cost}`, '一年的花费', /120元/],
    ['above, behind its name', `Table: 一年的花费\n\n${TABLE}`, '一年的花费', /120元/],
    ['in a division of a table', `::: {#tbl-cost}\n\n${TABLE}\n一年的花费\n\n:::`, '一年的花费', /120元/],
    ['in a division of a picture', '::: {#fig-lamp .wide}\n![](https://a.b/c.png)\n\n石阶上的马灯\n:::', '石阶上的马灯', /c\.png/],
    ['in one of a picture with its own words', '::: {#fig-lamp}\n![马灯](https://a.b/c.png)\n\n图1 石阶上的马灯\n:::', '石阶上的马灯', /c\.png/],
  ])('%s', async (_, body, words, block) => {
    expect((await slidesOf(body)).filter(slide => block.test(slide) && slide.includes(words))).toHaveLength(1)
  })

  it.each<[string, string, string, RegExp]>([
    ['a paragraph below a table', `${TABLE}\n一年的花费`, '一年的花费', /120元/],
    ['a sentence that is said to be one', `${TABLE}\n: 油钱占了大半。灯芯用得很少。`, '油钱占了大半', /120元/],
    ['the end of a division without such a name', `::: {.wide}\n\n${TABLE}\n一年的花费\n\n:::`, '一年的花费', /120元/],
    ['the end of a picture’s division without a name', '::: {.wide}\n![](https://a.b/c.png)\n\n石阶上的马灯\n:::', '石阶上的马灯', /c\.png/],
  ])('other words do not: %s', async (_, body, words, block) => {
    expect((await slidesOf(body)).filter(slide => block.test(slide) && slide.includes(words))).toHaveLength(0)
  })
})

describe('what names a picture of a page stands with it, whatever the picture’s own words', () => {
  const page = (block: string): string => `<article><h1>渡口</h1><h2>灯</h2><p>灯挂在石阶上头，远处就能看见。</p>${block}<p>灯油由村里公款买，每月二十斤。</p></article>`
  it.each([
    ['its caption', '<figure><img src="https://a.b/c.png" alt="马灯"><figcaption>去年冬天拍的</figcaption></figure>', 1],
    ['a paragraph of the text', '<p><img src="https://a.b/c.png" alt="马灯"></p><p>去年冬天拍的。</p>', 0],
  ])('%s', async (_, block, count) => {
    const { decks } = await generate({ path: 'a.html', value: page(block) })
    const slides = decks[0]!.markdown.replace(/<!--[\s\S]*?-->/g, '').split(/\n---\n/)
    expect(slides.filter(slide => slide.includes('c.png') && slide.includes('去年冬天拍的'))).toHaveLength(count)
  })
})
