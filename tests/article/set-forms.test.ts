import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { lossesOf } from '../support/losses.ts'
import { readBelow as below } from '../support/read-below.ts'
import { verifyDecks } from '../support/verify.ts'

/** The blocks that an article is read as. */
function treeOf(path: string, value: string): Root {
  const file = new VFile({ path, value })
  const reader = unified().use(readerFor(path.slice(1)))
  return reader.runSync(reader.parse(file), file) as Root
}

/** The descriptions of an article's pictures. */
function descriptionsIn(markdown: string): (string | null | undefined)[] {
  const found: (string | null | undefined)[] = []
  visit(treeOf('a.md', markdown), 'image', ({ alt }) => void found.push(alt))
  return found
}

/** A text's blocks, a list as its items in brackets, a line's end that stays as a stroke. */
function read(value: string): string[] {
  verifyDecks(new VFile({ path: 'a.txt', value }))
  return treeOf('a.txt', value).children.map(shape)
}

function shape(node: Nodes): string {
  if (node.type === 'list')
    return `[${node.children.map(item => item.children.map(shape).join(' ')).join(', ')}]`
  return 'children' in node ? node.children.map(child => child.type === 'break' ? '/' : toString(child)).join('') : ''
}

describe('a paragraph of Markdown that counts', () => {
  it.each([
    '1. 先关电源；2. 再拆外壳；3. 最后取电池。',
    '1) Count the boxes, 2) check the van, and 3) lock up.',
    '1. **先**关电源；2. 再拆外壳。',
  ])('keeps its first number: %s', (text) => {
    expect(below(text).text).toEqual([text.replaceAll('*', '')])
  })

  it.each([
    ['1. 先关电源；第2次再拆外壳。', ['先关电源；第2次再拆外壳。']],
    ['1. 见图 2. 然后走。', ['见图 2. 然后走。']],
    ['1. 先关电源。\n2. 再拆外壳。', ['先关电源。', '再拆外壳。']],
    ['1. 先关电源；2. 再拆外壳。\n2. 装回去。', ['先关电源；2. 再拆外壳。', '装回去。']],
    ['1. [ ] 先关电源；2. 再拆外壳。', ['☐ 先关电源；2. 再拆外壳。']],
    ['1. 先关电源；2. 再拆外壳。\n\n   再看一遍。', ['先关电源；2. 再拆外壳。', '再看一遍。']],
    ['1. 先读第1章，2. 再读附录。\n\n今天读完。\n\n2. 写下来。', ['先读第1章，2. 再读附录。', '今天读完。', '写下来。']],
  ])('is none where it is a list: %s', (text, blocks) => {
    expect(below(text).text).toEqual(blocks)
  })
})

describe('lines that signs frame', () => {
  it.each([
    ['----- 一、选鱼 -----', '一、选鱼'],
    ['*** 稻田养鱼 ***', '稻田养鱼'],
    ['══养鱼══', '══养鱼══'],
    ['★★第一周★★', '第一周'],
    ['=*= 第一周 =*=', '第一周'],
  ])('are their words: %s', (line, words) => {
    expect(read(`须知\n\n${line}\n\n鲤鱼耐浅水，不吃稻，插秧以后就可以放。\n`)[1]).toBe(words)
  })

  it.each(['——来了——', '--verbose', '3**4**5', '**', '--- 他说，不去了。---', '___', '*** 插秧以后过了十天水深到了三寸的时候就可以把鱼苗放进稻田里养到秋天 ***'])('are none: %s', (line) => {
    expect(read(`须知\n\n甲\n\n${line}\n\n鲤鱼耐浅水，不吃稻，插秧以后就可以放。\n`)).toContain(line)
  })
})

describe('verse with few marks', () => {
  const POEM = '夜航\n\n我们在黑水上走，\n没有星，也没有岸，\n只有橹声\n\n一下，又一下\n像谁在远处\n补一件旧衣裳'

  it.each([POEM, `${POEM}\n\n二〇一九年三月`, '冬夜\n\n炉火矮下去\n像一个人\n慢慢坐下\n\n窗外的雪，没有声音\n只有狗\n在梦里追一只兔子'])('keeps its lines', (text) => {
    const [, one, two] = read(text)
    expect([one, two].map(stanza => stanza!.split('/').length)).toEqual([3, 3])
  })

  it('is none where lines are full, are sentences, or begin with numbers or keys', () => {
    const full = '渡口\n\n渡口在村子东头，从前\n是镇上最热闹的地方，\n后来修了桥。\n\n过河的人先在岸边喊一\n声，老李听见了就把船\n撑过来。'
    const sentences = '渡口\n\n船来了，灯亮了起来。\n人走了以后。\n灯灭了，没有声音了。\n\n水涨了，船停在岸边。\n桥断了很久了。\n路没了，也没有人走。'
    const keys = '渡口\n\n时间：三月九日，晴\n地点：候船屋\n主持：梁守义\n\n出席：周渡\n缺席：无人缺席\n记录：老李'
    for (const text of [full, sentences, keys])
      expect(read(text).filter(block => block.includes('/')), text).toEqual([])
  })
})

describe('signs before items', () => {
  it.each(['➢', '►', '❖', '✦', '✔', '\uF0D8', '\uF06C', '\uF0B7'])('%s', (sign) => {
    expect(read(`须知\n\n上船带好：\n${sign} 灯\n${sign}绳\n\n到此为止。\n`)[2]).toBe('[灯, 绳]')
  })
})

it.each([
  ['出租方（甲方）：何桂兰', '承租方（乙方）：江小川'],
  ['阿河  2024/3/9 20:15:03', '明天的船几点？'],
  ['2024-05-20 08:00', '麦子灌浆了'],
])('lines stay apart: %s', (one, two) => {
  expect(read(`须知\n\n${one}\n${two}\n\n到此为止，明天再说。\n`).slice(1, 3)).toEqual([one, two])
})

it('a line that ends with a day and no minute goes on', () => {
  expect(read('须知\n\n这条船一直用到了 2024/3/9\n才停下来，后来就没有再开。\n')).toHaveLength(2)
  expect(read('须知\n\n通航的那天是二〇二四年，一直用到了 2024/3/9\n才停下来，后来就没有再开过。\n')).toHaveLength(2)
})

describe('what programs set beside the words of Markdown', () => {
  it.each([
    ['both words of a picture’s tag', '{{< figure src="a.png" title="井台全貌" caption="摄于清晨" >}}\n\n看井。', ['摄于清晨', '井台全貌', '看井。']],
    ['three words of a picture’s tag, in their order', '{{< figure src="a.png" title="井台全貌" caption="摄于清晨" alt="一口井" >}}\n\n看井。', ['一口井', '井台全貌', '摄于清晨', '看井。']],
    ['what a page gives away', 'export const A = () => <b>甲</b>;\n\n看井。', ['看井。']],
    ['a sentence that begins so', 'export the list and count it.', ['export the list and count it.']],
    ['words on what a page gives away', 'export function name() 是具名导出，可以有许多个（见上表)', ['export function name() 是具名导出，可以有许多个（见上表)']],
    ['what nobody has written of a picture', '![在这里插入图片描述](a.png)\n\n看井。', ['看井。']],
    ['a table’s caption', '| 甲 |\n| - |\n| 一 |\n\n: 各井水温 {#tbl-a}\n\n看井。', ['甲', '一', '各井水温', '看井。']],
    ['a colon that stands elsewhere', '看井。\n\n\\: 各井水温', ['看井。', ': 各井水温']],
    ['a figure’s caption', '```{figure} a.png\n:width: 80%\n\n篾刀\n\n旧的。\n```\n\n看井。', ['篾刀', '旧的。', '看井。']],
  ])('%s', (_, body, text) => {
    expect(below(body).text.map(block => block.trim())).toEqual(text)
  })

  it('a figure’s caption is what describes it', () => {
    expect(descriptionsIn('```{figure} a.png\n:width: 80%\n\n**篾刀**\n\n旧的。\n```\n')).toEqual(['篾刀'])
  })

  it('a figure’s caption with a link or a formula stands below, as it is', () => {
    const figure = '```{figure} a.png\n\n水深 $h$，见[县志](http://x.example/a)。\n```\n'
    expect(descriptionsIn(figure)).toEqual([''])
    expect(toString(treeOf('a.md', figure).children[1]!)).toBe('水深 h，见县志。')
  })
})

it.each(['\u00A0', '\u3000'])('a space of another kind behind a heading’s signs', (space) => {
  const value = `# 渡口\n\n##${space}船\n\n船来了。\n\n##${space}人\n\n人走了。\n`
  const { parts } = toJson(outlineOf(new VFile({ path: 'a.md', value })))
  expect(parts.map(part => part.title)).toEqual(['船', '人'])
})

describe('what is in no deck, and is no word', () => {
  it.each([
    ['remarks in YAML', '---\n# 先放着\ntitle: 渡口 # 定稿\n---\n\n## 船\n\n船来了。\n\n## 人\n\n人走了。\n'],
    ['remarks in TOML', '+++\n# 先放着\ntitle = "渡口" # 定稿\n+++\n\n## 船\n\n船来了。\n\n## 人\n\n人走了。\n'],
    ['keys in braces', '---\ntitle: 渡口\nauthor: {name: 顾青, email: a@b.c}\n---\n\n## 船\n\n船来了。\n\n## 人\n\n人走了。\n'],
    ['a place for contents', '# 渡口\n\n@[toc](目录)\n\n## 船\n\n船来了。\n\n## 人\n\n人走了。\n'],
    ['notes in a sentence', '# 渡口\n\n## 船\n\n船==不可==晒。泡好以后^[一说泡十天。]再蒸。\n\n## 人\n\n人走了。\n'],
    ['an export', '# 渡口\n\nexport const A = 1;\n\n## 船\n\n船来了。\n\n## 人\n\n人走了。\n'],
  ])('%s', async (_, text) => {
    expect((await lossesOf('a.md', text)).losses).toEqual([])
  })

  it('words behind a note that no deck has are named', async () => {
    const text = '# 渡口\n\n## 船\n\n泡好以后^[一说泡十天。]再蒸三天。\n\n## 人\n\n人走了。\n'
    const { losses } = await lossesOf('a.md', text, decks => decks.map(({ name, markdown }) => ({ name, markdown: markdown.replaceAll('再蒸三天', '') })))
    expect(losses.map(({ words }) => words)).toEqual(['再蒸三天'])
  })
})

describe('pages', () => {
  const P = ['清水河大桥通车以后，两岸的来往方便了许多，渡口的客流却没有断。', '据镇政府统计，去年全年渡口运送旅客三万七千人次，比前年多百分之五。']

  function page(body: string): string {
    const open = (): VFile => new VFile({ path: 'a.html', value: `<html><head><meta charset="utf-8"><title>渡口</title></head><body>${body}</body></html>` })
    verifyDecks(open())
    const { title, parts, lead } = toJson(outlineOf(open()))
    return JSON.stringify([title, lead, parts.map(part => [part.title, ...part.lead])])
  }

  it.each([
    ['rows of one cell', `<table><tr><td><h1>渡口</h1></td></tr><tr><td>来源：文化站</td></tr><tr><td>　　一、船<br>　　${P[0]}<br>　　二、人<br>　　${P[1]}</td></tr></table>`],
    ['paragraphs in a cell', `<table><tr><td><b>渡口</b></td></tr><tr><td><p>　　一、船<br>　　${P[0]}</p><p>　　二、人<br>　　${P[1]}</p></td></tr></table>`],
  ])('that tables lay out are read by their lines: %s', (_, body) => {
    expect(page(body)).toContain(JSON.stringify([['船', P[0]], ['人', P[1]]]))
  })

  it('keep a table of entries', () => {
    const body = `<h1>渡口</h1><p>${P[0]}</p><table><tr><td>船</td></tr><tr><td>桨</td></tr></table><p>${P[1]}</p>`
    const types = treeOf('a.html', `<html><body>${body}</body></html>`).children.map(({ type }) => type)
    expect(types).toEqual(['heading', 'paragraph', 'table', 'paragraph'])
  })

  it.each(['id="respond"', 'id="comments-section"', 'id="post-navigation"'])('keep a section whose heading made its id: %s', (id) => {
    const body = `<article><h1>渡口</h1><p>${P[0]}</p><section ${id}><h2>Respond</h2><p>${P[1]}</p></section></article>`
    expect(page(body)).toContain(JSON.stringify(['Respond', P[1]]))
  })

  it.each(['class="sharedaddy"', 'id="jp-relatedposts"', 'id="respond" class="comment-respond"'])('have no box of their program: %s', (name) => {
    const body = `<article><h1>渡口</h1><p>${P[0]}</p><h2>船</h2><p>${P[1]}</p><div ${name}><h3>留下评论</h3><p>您的邮箱不会公开。</p></div></article>`
    expect(page(body)).not.toMatch(/评论|邮箱/)
  })

  it.each(['role="doc-noteref"', 'class="footnote-ref"'])('have calls of notes that lead nowhere back: %s', (name) => {
    const text = page(`<h1>渡口</h1><p>炉火要青<a ${name} href="#fn1">1</a>。${P[0]}</p><p>${P[1]}</p><ol><li id="fn1">青火约千度。</li></ol>`)
    expect(text).toContain('炉火要青。')
    expect(text).toContain('青火约千度')
  })
})
