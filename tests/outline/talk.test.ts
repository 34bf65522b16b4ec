import type { Talk } from '../../scripts/outline/types.ts'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { squeeze } from '../support/promises.ts'
import { spokenText } from '../support/verify.ts'

const P = '河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少。'
const Q = '老人把船系在柳树上，说起三十年前的洪水，村里人至今都还记得。'
const BODY = [P, '一、船', P, '二、人', Q]
const ENGLISH = ['The boat was made of wood, and it had lasted for thirty years.', 'I. The Boat', 'It was long, and it was heavy, and nobody had ever mended it.', 'II. The Man', 'The man was called Lee, and he answered to it.']

/** The lines below a title in every format that has text. Of .docx this is what it becomes (`docxToHtml`). */
const FORMATS: Readonly<Record<string, (title: string, lines: string[], body: string[]) => string>> = {
  '.txt': (title, lines, body) => [title, ...lines, ...body].join('\n\n'),
  '.txt, lines': (title, lines, body) => `${[title, ...lines].join('\n')}\n\n${body.join('\n\n')}`,
  '.txt, no blank lines': (title, lines, body) => [title, ...lines, ...body].join('\n'),
  '.md': (title, lines, body) => [`# ${title}`, ...lines, ...marked(body)].join('\n\n'),
  '.md, soft breaks': (title, lines, body) => [`# ${title}`, lines.join('\n'), ...marked(body)].join('\n\n'),
  '.md, hard breaks': (title, lines, body) => [`# ${title}`, lines.join('\\\n'), ...marked(body)].join('\n\n'),
  '.md, title in frontmatter': (title, lines, body) => [`---\ntitle: ${title}\n---`, ...lines, ...marked(body)].join('\n\n'),
  '.md, title in frontmatter, no headings': (title, lines, body) => [`---\ntitle: ${title}\n---`, ...lines, ...body].join('\n\n'),
  '.html': (title, lines, body) => `<!DOCTYPE html><title>${title}</title><article><h1>${title}</h1>${[...lines, ...body].map(text => `<p>${text}</p>`).join('')}</article>`,
  '.html, headings': (title, lines, body) => `<!DOCTYPE html><title>${title}</title><article><h1>${title}</h1>${lines.map(text => `<h2>${text}</h2>`).join('')}${body.map(text => `<p>${text}</p>`).join('')}</article>`,
  '.html, br': (title, lines, body) => `<!DOCTYPE html><title>${title}</title><article><h1>${title}</h1><p>${lines.join('<br>')}</p>${body.map(text => `<p>${text}</p>`).join('')}</article>`,
  '.docx': (title, lines, body) => `<h1>${title}</h1>${[...lines, ...body].map(text => `<p>${text}</p>`).join('')}`,
}

function marked(body: string[]): string[] {
  return body.map(text => text.replace(/^(?:[一二]、|I+\. )/, '## '))
}

function fileOf(format: string, lines: string[], body = BODY, title = '水边的渡口'): VFile {
  return new VFile({ path: `a${format.split(',')[0]}`, value: FORMATS[format]!(title, lines, body) })
}

function talkIn(format: string, lines: string[], body = BODY): Talk {
  return outlineOf(fileOf(format, lines, body)).talk
}

const WHOLE = { speaker: '张三', organization: '江州市委党校', date: '2024年3月1日' }

describe.each(Object.keys(FORMATS))('lines below a title, %s', (format) => {
  it.each<[string, string[], Talk]>([
    ['each on its line', ['主讲人：张三', '单位：江州市委党校', '时间：2024年3月1日'], WHOLE],
    ['several on one', ['主讲人：张三 单位：江州市委党校　时间：2024年3月1日'], WHOLE],
    ['other keys, other order, a colon of another width', ['日期: 2024年3月1日', '报告人：张三', '所在单位：江州市委党校'], WHOLE],
    ['a speaker alone', ['主讲：张三'], { speaker: '张三' }],
    ['a date alone', ['时间：2024年3月1日下午3:00'], { date: '2024年3月1日下午3:00' }],
  ])('%s', (_, lines, talk) => {
    const outline = outlineOf(fileOf(format, lines))
    expect(outline.talk).toEqual(talk)
    expect(squeeze(spokenText(outline))).not.toMatch(/张三|党校|2024/)
    expect(toJson(outline)).not.toHaveProperty('byline')
    expect(outline.parts.map(part => part.title.value)).toEqual(['船', '人'])
  })

  it.each<[string, string[]]>([
    ['minutes of a meeting', ['时间：2024年3月1日', '地点：三楼会议室', '主持人：李四']],
    ['a unit of measure', ['单位：万元']],
    ['a unit of measure and its year', ['单位：万元', '时间：2024年']],
    ['a span of time', ['时间：60分钟']],
    ['a sentence', ['主讲人：我们今天讲渡口。']],
    ['keys that are not in the list', ['地点：三楼会议室', '主讲人：张三']],
    ['a value with a key of its own', ['时间：2024年3月1日，地点：三楼']],
  ])('are text where they are %s', (_, lines) => {
    const outline = outlineOf(fileOf(format, lines))
    expect(outline.talk).toEqual({})
    const all = squeeze([spokenText(outline), ...[outline.title, ...outline.byline, ...outline.parts.flatMap(part => [part.title, ...part.points.map(point => point.title)])].map(({ value }) => value)].join(''))
    for (const line of lines)
      expect(all).toContain(squeeze(line).replace(/。$/, ''))
  })
})

describe('whose talk it is', () => {
  it('in English', () => {
    const lines = ['Speaker: Helen Marsh', 'Organization: The Ferry Trust', 'Date: 3 May 2024']
    const wanted = { speaker: 'Helen Marsh', organization: 'The Ferry Trust', date: '3 May 2024' }
    for (const format of ['.txt', '.md', '.html', '.docx']) {
      expect(talkIn(format, lines, ENGLISH), format).toEqual(wanted)
      expect(talkIn(format, [lines.join(' ').replace('Organization', 'Unit')], ENGLISH), format).toEqual(wanted)
    }
  })

  it('begins a list that goes on with other keys, which stay text', () => {
    const outline = outlineOf(fileOf('.txt', ['主讲人：张三', '时间：2024年3月1日', '地点：三楼会议室']))
    expect(outline.talk).toEqual({ speaker: '张三', date: '2024年3月1日' })
    expect(JSON.stringify(toJson(outline))).toContain('地点：三楼会议室')
  })

  it.each([
    ['a place', ['主讲人：张三', '地点：三楼会议室'], '地点：三楼会议室'],
    ['a place and a host', ['主讲：张三', '时间：2024年3月1日', '地点：三楼会议室', '主持：李四'], '地点：三楼会议室 主持：李四'],
  ])('is named above %s, which is no heading of the text', (_, lines, byline) => {
    const outline = outlineOf(fileOf('.txt', lines))
    expect(toJson(outline).byline?.replace(/\s+/g, ' ')).toBe(byline)
    expect(outline.parts.map(part => part.title.value)).toEqual(['船', '人'])
  })

  it.each([
    ['a sentence', ['主讲人：张三', '地点：三楼会议室坐满了人。']],
    ['a key that opens other paragraphs', ['主讲人：张三', '问：船在哪里', '问：人在哪里']],
  ])('stands above %s, which is text', (_, lines) => {
    expect(toJson(outlineOf(fileOf('.txt', lines)))).not.toHaveProperty('byline')
  })

  it('stands beside subtitle and byline', () => {
    const outline = outlineOf(fileOf('.txt', ['——一条河的故事', '作者：王五', '主讲人：张三']))
    expect(toJson(outline)).toMatchObject({ subtitle: '一条河的故事', byline: '作者：王五' })
    expect(outline.talk).toEqual({ speaker: '张三' })
  })

  it('is told by nobody who speaks again below', () => {
    expect(talkIn('.txt', ['主讲人：张三'], [P, '主讲人：河水从山脚流过，渡口的灯到半夜才熄。', Q])).toEqual({})
  })

  it('is nowhere but directly below the title', () => {
    for (const format of ['.txt', '.md', '.html'])
      expect(talkIn(format, [P], ['主讲人：张三', ...BODY])).toEqual({})
  })

  it('is what the frontmatter says first; its date is the byline\'s as well', () => {
    const file = new VFile({ path: 'a.md', value: `---\ntitle: 渡口\nspeaker: [张三, 王五]\ndate: 2024-05-06\nlogo: ./images/logo.png\n---\n\n主讲人：李四\n\n单位：江州市委党校\n\n${P}\n` })
    const outline = outlineOf(file)
    expect(outline.talk).toEqual({ speaker: '张三、王五', organization: '江州市委党校', date: '2024-05-06', logo: './images/logo.png' })
    expect(toJson(outline)).toMatchObject({ byline: '2024-05-06', lead: [] })
    expect(file.messages).toEqual([])
  })

  it('is not shown where the frontmatter has what no cover can show', () => {
    const file = new VFile({ path: 'a.md', value: `---\ntitle: 渡口\nspeaker: "\\e[31m张三"\norganization: ${'校'.repeat(31)}\nlogo: ../logo.png\n---\n\n${P}\n` })
    expect(outlineOf(file).talk).toEqual({})
    expect(file.messages.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(['3 frontmatter', '4 frontmatter', '5 frontmatter'])
    // eslint-disable-next-line no-control-regex
    expect(file.messages.join('\n')).not.toMatch(/\x1B/)
  })

  it.each(Object.keys(FORMATS))('is what `import` writes, %s', (format) => {
    for (const lines of [['主讲人：张三 单位：江州市委党校', '时间：2024年3月1日'], ['时间：2024年3月1日', '地点：三楼会议室', '主持人：李四']]) {
      const [once, again] = [fileOf(format, lines), new VFile({ path: 'a.md', value: markdownOf(fileOf(format, lines)) })].map(file => outlineOf(file))
      const { doubts: _, ...before } = toJson(once!)
      expect(toJson(again!)).toMatchObject(before)
      expect(again!.talk).toEqual(once!.talk)
    }
  })
})
