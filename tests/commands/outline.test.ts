import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outline } from '../../scripts/commands/outline.ts'
import { generate } from '../../scripts/generate.ts'
import { labelsFor } from '../../scripts/language/labels.ts'
import { SAMPLE } from '../support/articles.ts'
import { quiet } from '../support/build.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern } from '../support/program.ts'

const folder = eachInFolder()

const ENGLISH = '# The ford\n\n## The boat\n\nIt was made of wood.\n\n## The man\n\nHe was called Lee.\n'
const CHINESE = '渡口\n\n一、船\n\n船是木头做的，用了三十年，还没有坏。\n\n二、人\n\n摆渡的人姓李，大家都叫他老李，他也应。\n'

/** The rows of the table that is printed: slides and title. */
async function rowsOf(text: string): Promise<string[]> {
  const path = join(folder.path, 'a.txt')
  await writeFile(path, text)
  const console = quiet()
  await outline(path, {}, console)
  return Array.from(console.said.join('\n').matchAll(/^ +(\d+) +(\d+\.\d) +(?:\d+ +|[├└] )?(\S.*)$/gm), ([, slides,, title]) => `${slides} ${title}`)
}

describe('the outline\'s table', () => {
  it('counts each point\'s own slides, where its ordinal stands before its title', async () => {
    expect(await rowsOf('渡口\n\n修桥\n\n修桥要做三件事。一是把旧船收起来，放在岸上。二是把桥墩打下去，打得越深越好。三是请两岸的人都来看一看。\n'))
      .toEqual(['5 All', '5 修桥', '1 把旧船收起来', '1 把桥墩打下去', '1 请两岸的人都来看一看'])
  })

  it('counts neither a part\'s own beginning nor its end to a point', async () => {
    const said = '河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少。'
    expect(await rowsOf(`渡口\n\n一、船\n\n${said}\n\n（一）桨\n\n${said}\n\n（二）舵\n\n${said}\n\n二、人\n\n${said}\n`))
      .toEqual(['6 All', '4 船', '1 桨', '1 舵', '2 人'])
  })

  it('counts the slides that decks have: each to the point whose numeral stands above it, sections and recaps to none', async () => {
    const text = await readFile(SAMPLE, 'utf8')
    const { outline: tree, decks } = await generate({ path: 'a.txt', value: text })
    const expected = tree.parts.flatMap((part, index) => {
      const { slides } = decks[index]!
      const numeral = labelsFor('zh-CN').numeral(index + 1)
      return [`${slides.length} ${part.title}`, ...part.points.map((point, at) => `${slides.filter(slide => `${slide.kicker} `.startsWith(`${numeral} · ${at + 1} `)).length} ${point.title}`)]
    })
    expect(decks.flatMap(deck => deck.slides.map(slide => slide.layout))).toEqual(expect.arrayContaining(['section', 'recap', 'closing']))
    expect(await rowsOf(text)).toEqual([`${decks.flatMap(deck => deck.slides).length} All`, ...expected])
  })
})

describe('the outline\'s own words', () => {
  it.each([
    ['en', 'a.txt', CHINESE, ['slides  minutes', '     4      0.1  All', 'Doubtful'], /^The article takes less than .*--decks one/m],
    ['zh', 'a.txt', CHINESE, ['张数  分钟', '   4   0.1  全文', '存疑'], /^全文不到八分钟：.*--decks one/m],
    ['zh', 'a.md', ENGLISH, ['张数  分钟', '   4   0.1  全文'], /^全文不到八分钟：.*--decks one/m],
  ])('are in the reader\'s language, %s, whatever the article\'s is: %s', async (language, name, text, lines, advice) => {
    await writeFile(join(folder.path, name), text)
    const { stdout } = await lectern(folder.path, 'outline', name, '--lang', language)
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(lines))
    expect(stdout).toMatch(advice)
  })
})
