import type { OutlineJson } from '../../scripts/outline/json.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { verifyDecks } from '../support/verify.ts'

const TEXT = ['清水河大桥通车以后，两岸的来往方便了许多，渡口的客流却没有断。', '据镇政府统计，去年全年渡口运送旅客三万七千人次，比前年多百分之五。']
const ENGLISH = ['The last ferry left on Friday at noon with eleven people, a dog and a cake, and the band of the school played.', 'The council says that a decision on the landing stage will be made in June, when the water is low.']

function read(html: string): { outline: OutlineJson, text: string, file: VFile } {
  const open = (): VFile => new VFile({ path: 'a.html', value: html })
  verifyDecks(open())
  const file = open()
  const outline = toJson(outlineOf(file))
  return { outline, text: JSON.stringify([outline.lead, outline.parts, outline.closing]), file }
}

function paragraphs(texts: readonly string[]): string {
  return texts.map(text => `<p>${text}</p>`).join('')
}

describe('a document on the page of a government', () => {
  const record = (rows: string[][]): string =>
    `<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
  const title = '清水县人民政府关于加强渡口安全管理的通知'
  const page = (table: string): string => `<html><head><title>${title}</title></head><body>${table}<div id="UCAP-CONTENT"><p align="center"><strong>清水县人民政府关于加强<br>渡口安全管理的通知</strong></p><p align="center">清政发〔2024〕12号</p><p>各乡镇人民政府：</p><p>　　<strong>一、高度重视</strong></p><p>　　${TEXT[0]}</p><p>　　<strong>二、明确责任</strong></p><p>　　${TEXT[1]}</p></div></body></html>`

  it('is read without the record of it above its text', () => {
    const { outline, text, file } = read(page(record([['索 引 号：', '000014349/2024-00012', '主题分类：', '交通'], ['标　　题：', title], ['发文字号：', '清政发〔2024〕12号', '发布日期：', '2024年3月12日']])))
    expect([outline.title.replace(/\n/g, ''), outline.byline]).toEqual([title, '清政发〔2024〕12号'])
    expect(outline.lead).toEqual(['各乡镇人民政府：'])
    expect(outline.parts.map(part => part.title)).toEqual(['高度重视', '明确责任'])
    expect(text).not.toMatch(/索|000014349|渡口安全管理/)
    expect(file.data.leftOut?.some(({ words }) => words.includes('000014349'))).toBe(true)
  })
})

describe('the lines below the title of a newspaper', () => {
  it('are its second title, its date and its author', () => {
    const { outline } = read(`<html><head><title>百年渡口焕新生--清水日报</title></head><body><div><h1>百年渡口焕新生</h1><h2>候船屋将改建为乡村图书室</h2><p>《清水日报》（2024年03月09日　第 02 版）</p><p>本报记者　林砚秋</p><div>${paragraphs(TEXT)}</div></div></body></html>`)
    expect([outline.title, outline.subtitle]).toEqual(['百年渡口焕新生', '候船屋将改建为乡村图书室'])
    expect(outline.byline).toMatch(/清水日报.*林砚秋/s)
    expect(outline.parts.map(({ lead }) => lead)).toEqual([TEXT])
  })

  it('are its author and its time below a sentence that is its standfirst', () => {
    const { outline, text } = read(`<html lang="en"><head><title>Last ferry sails at Alder Point | The River Times</title></head><body><article><h1>Last ferry sails at Alder Point</h1><p class="standfirst">After 133 years the oars are put away, and nobody knows what happens next.</p><div class="byline">By <a href="/tom">Tom Alder</a></div><time>March 9, 2024, 6:00 a.m. ET</time>${paragraphs(ENGLISH)}</article></body></html>`)
    expect(outline.byline).toMatch(/By Tom Alder.*March 9, 2024, 6:00 a\.m\. ET/s)
    expect(text).not.toMatch(/Tom Alder|March 9/)
    expect(text).toContain('nobody knows what happens next')
  })

  it('are its day and its source, without buttons, and its editor from below the text', () => {
    const more = '镇长梁守义表示，渡口是一张名片，今后还要继续办下去。'.repeat(4)
    const { outline, text } = read(`<html><head><title>百年渡口焕新生_清水网</title></head><body><div><div class="main_title"><h1>百年渡口焕新生</h1><div class="date-source"><span class="date">2024年03月09日 08:30</span><span class="source">清水日报</span><a href="#">缩小字体</a><a href="#">放大字体</a><a href="#">微博</a></div></div><div class="article">${paragraphs([...TEXT, more])}<p class="show_author">责任编辑：周渡</p></div></div></body></html>`)
    expect(outline.byline).toMatch(/2024年03月09日 08:30 清水日报/)
    expect(outline.byline).not.toMatch(/字体|微博/)
    expect(JSON.stringify(outline).match(/周渡/g)).toHaveLength(1)
    expect(text).not.toContain('周渡')
  })

  it('are who edited it, and when', () => {
    const { outline } = read(`<html lang="en"><head><title>Ferry guide · Wiki</title></head><body><main><div><h1>Ferry guide</h1><div class="mt-2">Helen Marsh edited this page <relative-time>Mar 9, 2024</relative-time></div></div><div>${paragraphs(ENGLISH)}</div></main></body></html>`)
    expect(outline.byline).toBe('Helen Marsh edited this page Mar 9, 2024')
  })

  it.each([
    ['a heading above its text', '<h2>船</h2>'],
    ['a heading above a date in a sentence', '<h2>2019年</h2><p>2019年3月9日，清水河大桥通车，村里人都去看。</p>'],
  ])('are none where they are %s', (_, above) => {
    const { outline } = read(`<html><head><title>渡口</title></head><body><div><h1>渡口</h1>${above}${paragraphs(TEXT)}</div></body></html>`)
    expect([outline.subtitle, outline.byline]).toEqual([undefined, undefined])
    expect(outline.parts).toHaveLength(1)
  })
})

describe('what stands below an article that the page marks', () => {
  const long = Array.from({ length: 3 }, (_, year) => `In year ${year} it was so: ${ENGLISH.join(' ')}`)
  const page = (below: string): string => `<html><head><title>The lamp</title></head><body><div><article><h1>The lamp</h1><p>River Notes</p>${paragraphs(long)}</article>${below}</div></body></html>`

  it('is left out where it is little, and named', () => {
    const { text, file } = read(page('<div><p>Written by Helen Marsh</p><p>1.2K Followers</p></div>'))
    expect(text).not.toMatch(/Written by|Followers/)
    expect(file.data.leftOut?.some(({ words }) => words.includes('1.2K Followers'))).toBe(true)
  })

  it('is left out of a page that is hardly long enough', () => {
    const html = `<html lang="en"><head><title>What the ferry taught me | by Helen Marsh | Medium</title></head><body><div><article><div><h1>What the ferry taught me</h1><h2 class="pw-subtitle-paragraph">Notes from a summer</h2><p>Last summer I worked on a ferry. It was the best job I ever had, and I learned more there than in ten years of offices.</p><h1>Slow is smooth</h1><p>Nobody hurries on a ferry. The river decides when you arrive, and shouting does not help.</p><blockquote>A boat that hurries is a boat that hits the landing.</blockquote><h1>Write it down</h1><p>Every crossing goes into a book: the hour, the wind, how many people and how many cows.</p></div></article><div><p>Written by Helen Marsh</p><p>1.2K Followers</p></div></div></body></html>`
    expect(read(html).text).not.toMatch(/Written by|Followers/)
  })

  it('is kept where it goes on for as long', () => {
    expect(read(page(`<div>${paragraphs(long.map(one => one.replace('In', 'Then, in')))}</div>`)).text).toContain('Then, in year 2')
  })
})
