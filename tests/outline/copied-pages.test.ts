import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { ONE, read, THREE, TWO } from './ferry.ts'

describe('what a web page has round its text, in what was copied from it', () => {
  it('is left out, and who wrote it is named', () => {
    const file = article(`河畔的课堂\n来源：清水日报　时间：2024-03-09 08:30　作者：林砚秋\n分享到：\n【字体：大 中 小】\n${ONE}\n${TWO}\n${THREE}\n（记者 林砚秋 通讯员 何小满）\n[责任编辑：周渡]\n`)
    const { byline, lead, parts, title } = toJson(outlineOf(file))
    expect([title, byline]).toEqual(['河畔的课堂', expect.stringMatching(/清水日报.*记者 林砚秋 通讯员 何小满.*责任编辑：周渡/s)])
    expect([...lead, ...parts.flatMap(part => part.lead)]).toEqual([ONE, TWO, THREE])
    expect(file.data.leftOut?.map(({ words }) => words)).toEqual(expect.arrayContaining(['分享到：', '【字体：大 中 小】']))
  })

  it.each([
    '点击上方蓝字关注我们',
    '点击蓝字 关注我们',
    '往期推荐',
    '点分享',
    '长按识别二维码关注',
    '阅读原文',
    '写留言',
    '喜欢就点个“在看”吧',
    '打印本页　关闭窗口',
    'Share this article',
    'Listen to this article · 4:12 min',
    '© 2024 Liuxi Times. All rights reserved.',
  ])('%s', (line) => {
    expect(JSON.stringify(read(`河畔的课堂\n\n${ONE}\n\n${TWO}\n\n${line}\n`))).not.toContain(line)
  })

  it('is no heading in the brackets that headings have', () => {
    const file = article(`河畔的课堂\n\n【导入】\n\n${ONE}\n\n【朗读】\n\n${TWO}\n\n【分享】\n\n${THREE}\n`)
    outlineOf(file)
    expect(file.data.leftOut ?? []).toEqual([])
  })

  it.each([
    '分享',
    '收藏',
    '大 中 小',
    '3次',
    '怎样阅读原文',
    '往期的灯',
    '点分享的人',
    '喜欢的人都点了赞，也有人没有点。',
    '留言怎么写',
    'Share',
    'All rights are reserved for those who stay.',
    '版权归谁所有',
  ])('is none in a line that may be the author’s: %s', (line) => {
    expect(JSON.stringify(read(`河畔的课堂\n\n${line}\n\n${ONE}\n\n${TWO}\n\n${THREE}\n`))).toContain(line)
  })
})

describe('lines of a page that stand all over what was copied from it', () => {
  const BODY = [`船`, ONE, `人`, TWO, `灯`, THREE]

  it('are the buttons beside the headings of an encyclopedia', () => {
    const buttons = '播报\n编辑\n'
    const value = `渡口\n${buttons}讨论\n收藏\n0\n有用+1\n0\n${ONE}[1]\n目录\n1 船\n2 人\n船\n${buttons}${TWO}[1-2]\n人\n${buttons}${THREE}\n`
    const { parts, lead } = read(value)
    expect(parts.map(({ title }) => title)).toEqual(['船', '人'])
    expect(JSON.stringify([lead, parts])).not.toMatch(/播报|有用/)
  })

  it('are advertisements, and links to other articles', () => {
    const told = BODY.join('\n\n').replaceAll('\n\n人', '\n\nAdvertisement\n\n人').replaceAll('\n\n灯', '\n\nRead more: Why lamps last\n\nADVERTISEMENT\n\n灯')
    const { parts } = read(`渡口\n\n${told}\n`)
    expect(parts.map(({ title }) => title)).toEqual(['船', '人', '灯'])
    expect(JSON.stringify(parts)).not.toMatch(/advertisement|read more/i)
  })

  it.each([
    ['a heading that says so once', 'Advertisement'],
    ['one of the words alone', '播报'],
    ['a sentence', 'Read more: that was what the keeper told us every night. We did.'],
  ])('are none: %s', (_, line) => {
    const told = BODY.join('\n\n').replaceAll('\n\n人', `\n\n${line}\n\n人`)
    expect(JSON.stringify(read(`渡口\n\n${told}\n`))).toContain(line)
  })

  it.each(['▲ 桥上的人（图/周渡）', '△ 桥上（摄影：周渡）', '桥上的人（图/周渡）'])('a picture that is gone has left its caption: %s', (line) => {
    const told = BODY.join('\n\n').replaceAll('\n\n人', `\n\n${line}\n\n人`)
    expect(read(`渡口\n\n${told}\n`).parts.map(({ title }) => title)).not.toContain(line.replace(/^\W /, ''))
  })

  it.each(['▲ 船坞', '船坞（续）'])('a heading with an ornament is none: %s', (line) => {
    const { parts } = read(`渡口\n\n${line}\n\n${ONE}\n\n${line.replace('坞', '厂')}\n\n${TWO}\n`)
    expect(parts.map(({ title }) => title)).toHaveLength(2)
  })
})
