import process from 'node:process'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { docxToHtml } from '../../scripts/article/docx.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { makeDocx, withBody } from '../support/docx.ts'
import { ALL } from '../support/random.ts'
import { verifyDecks } from '../support/verify.ts'

/** A document as the command line reads it. */
async function read(...blocks: Parameters<typeof makeDocx>[0]): Promise<VFile> {
  return new VFile({ path: 'article.docx', value: await docxToHtml(await makeDocx(blocks)) })
}

describe('a .docx', () => {
  it.each([
    ['English styles', 'Title', 'Heading 1', 'Heading 2'],
    ['Chinese styles', '标题', '标题 1', '标题 2'],
    ['Chinese styles of official documents', '公文标题', '一级标题', '二级标题'],
  ])('has the outline of its heading styles: %s', async (_, title, first, second) => {
    const file = await read(
      { style: title, text: '水边的渡口' },
      '记者 王明',
      '渡口在村子的东头。',
      { style: first, text: '一、船' },
      '船是木头做的。',
      { style: second, text: '（一）桨' },
      '桨有两支。一支长，一支短。',
      { style: second, text: '（二）舵' },
      '舵只有一个。',
      { style: first, text: '二、人' },
      '摆渡的人姓李。',
    )
    expect(toJson(outlineOf(file))).toEqual({
      title: '水边的渡口',
      byline: '记者 王明',
      language: 'zh-CN',
      lead: ['渡口在村子的东头。'],
      parts: [
        { title: '船', lead: ['船是木头做的。'], points: [{ title: '桨', paragraphs: ['桨有两支。一支长，一支短。'] }, { title: '舵', paragraphs: ['舵只有一个。'] }], closing: [] },
        { title: '人', lead: ['摆渡的人姓李。'], points: [], closing: [] },
      ],
      closing: [],
      doubts: [],
    })
    verifyDecks(file)
  })

  it('is read like plain text where it has no styles', async () => {
    const file = await read('水边的渡口', '　　渡口在村子的东头，从前是镇上最热闹的地方。', '一、船', '　　船是木头做的，用了三十年还没有坏。', '二、人', '　　摆渡的人姓李，大家都叫他老李。')
    const { title, parts, lead } = toJson(outlineOf(file))
    expect({ title, lead: lead.length, parts: parts.map(part => part.title) }).toEqual({ title: '水边的渡口', lead: 1, parts: ['船', '人'] })
  })

  it('has a title above its headings, though no style says so', async () => {
    const outline = toJson(outlineOf(await read('水边的渡口', { style: 'Heading 1', text: '船' }, '船是木头做的。', { style: 'Heading 1', text: '人' }, '摆渡的人姓李。')))
    expect([outline.title, ...outline.parts.map(part => part.title)]).toEqual(['水边的渡口', '船', '人'])
    expect(outline.doubts).toMatchObject([{ line: 1, confidence: 0.7 }])
  })

  it('keeps notes and tables, and adds no marks of its own', async () => {
    const file = await read({ style: 'Title', text: '题' }, { style: 'Heading 1', text: '部分' }, { noted: '有注的话', note: '注里的话。' }, { table: [['甲', '乙'], ['丙', '丁']] })
    expect(toJson(outlineOf(file)).parts[0]!.lead).toEqual(['有注的话', '注里的话。', '甲 乙', '丙 丁'])
    verifyDecks(file)
  })

  it('shows pictures', async () => {
    const decks = verifyDecks(await read({ style: 'Title', text: '题' }, { style: 'Heading 1', text: '部分' }, '正文说完了。还有一句。', { picture: '渡口的老照片' }))
    const slide = decks[0]!.find(({ frontmatter }) => frontmatter.layout === 'image')!
    expect(slide.content).toMatch(/!\[渡口的老照片\]\(data:image\/png;base64,/)
    expect(slide.note).toBe('渡口的老照片')
  })

  it('has places: of a document the line is the block', async () => {
    const file = await read({ style: 'Title', text: '题' }, '引言说完了。', { style: 'Heading 1', text: '没有正文的部分' })
    outlineOf(file)
    expect(file.messages.map(String)).toEqual([expect.stringMatching(/^article\.docx:3:\d+-3:\d+: The part `没有正文的部分` has no text/)])
  })

  it.each([
    ['text', Buffer.from('no archive')],
    ['another archive', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
  ])('refuses %s', async (_, bytes) => {
    await expect(docxToHtml(bytes)).rejects.toThrow(/not a Word document.*save it as \.docx/)
  })

  /** A document whose text has so many megabytes of spaces. */
  function bomb(megabytes: number): Promise<Buffer> {
    return withBody(['正文'], xml => xml.replace('</w:body>', `${' '.repeat(megabytes * 1_000_000)}</w:body>`))
  }

  it('refuses an archive that would fill the memory, whatever its directory says of its size', async () => {
    const bytes = await bomb(ALL ? 200 : 60)
    expect(bytes.length).toBeLessThan(1_000_000)
    await expect(docxToHtml(bytes)).rejects.toThrow(/more than 50 MB when unpacked/)
    // The last place that has the name is the archive's directory (APPNOTE 4.3.12).
    bytes.writeUInt32LE(1000, bytes.lastIndexOf('word/document.xml') - 46 + 24)
    const before = process.memoryUsage.rss()
    await expect(docxToHtml(bytes)).rejects.toThrow(/more than 50 MB when unpacked/)
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000)
  }, 300_000)

  it('refuses entities: a file of this machine is none of its text', async () => {
    const entity = '$1<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    const bytes = await withBody(['正文'], xml => xml.replace(/^(<\?xml[^>]*>)?/, entity).replace('正文', '&file;'))
    await expect(docxToHtml(bytes)).rejects.toThrow(/not a Word document/)
  })
})
