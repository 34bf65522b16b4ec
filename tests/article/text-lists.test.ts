import type { List, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'
import { verifyDecks } from '../support/verify.ts'

/** A text's blocks, a list as its items in brackets. */
function read(value: string): { blocks: string[], file: VFile } {
  const file = new VFile({ path: 'a.txt', value })
  const reader = unified().use(readerFor('.txt'))
  verifyDecks(new VFile({ path: file.path, value }))
  return { blocks: (reader.runSync(reader.parse(file), file) as Root).children.map(shape), file }
}

function shape(node: Nodes): string {
  return node.type === 'list' ? `[${node.children.map(item => item.children.map(shape).join(' ')).join(', ')}]` : toString(node)
}

describe('items with signs before them', () => {
  it.each<[kind: string, text: string, blocks: string[]]>([
    ['points', '上船带好：\n• 灯；\n• 绳。\n带齐再走。', ['上船带好：', '[灯；, 绳。]', '带齐再走。']],
    ['points without a space', '上船带好：\n●灯\n●绳', ['上船带好：', '[灯, 绳]']],
    ['hyphens', 'Bring these.\n\n- a lamp\n- a rope', ['Bring these.', '[a lamp, a rope]']],
    ['asterisks, parted by blank lines', '带好。\n\n* 灯\n\n* 绳', ['带好。', '[灯, 绳]']],
    ['indents', '检查。\n\n- 看水位\n  - 高\n  - 低\n- 点灯', ['检查。', '[看水位 [高, 低], 点灯]']],
    ['indents by tabs', '检查。\n\n- 看水位\n\t- 高\n\t\t- 停渡\n- 点灯', ['检查。', '[看水位 [高 [停渡]], 点灯]']],
    ['other signs without an indent', '检查。\n\n● 看水位\n○ 高\n○ 低\n● 点灯', ['检查。', '[看水位 [高, 低], 点灯]']],
    ['the first below the second', '检查。\n\n  - 看水位\n- 点灯', ['检查。', '[看水位, 点灯]']],
    ['a line that goes on', 'Bring these.\n\n- a lamp that burns all night, with oil,\n  and a wick\n- a rope', ['Bring these.', '[a lamp that burns all night, with oil,\n  and a wick, a rope]']],
  ])('are a list: %s', (_, text, blocks) => {
    expect(read(`须知\n\n${text}\n\n到此为止。\n`).blocks.slice(1, -1)).toEqual(blocks)
  })

  it.each<[kind: string, text: string, blocks: string[]]>([
    ['a lone one', '- 灯要亮。', ['- 灯要亮。']],
    ['numbers below nought', '-5℃时结冰\n-3℃时化开', ['-5℃时结冰', '-3℃时化开']],
    ['speech after dashes', '——你来了？\n——来了。', ['——你来了？', '——来了。']],
    ['pictures for signs', '上船之前：\n✅ 看水位\n❌ 不抢上', ['上船之前：', '✅ 看水位', '❌ 不抢上']],
  ])('are none: %s', (_, text, blocks) => {
    expect(read(`须知\n\n${text}\n\n到此为止。\n`).blocks.slice(1, -1)).toEqual(blocks)
  })

  it('have their places', () => {
    const value = '须知\n\n- 灯\n  - 高灯\n- 绳\n\n到此为止。\n'
    const reader = unified().use(readerFor('.txt'))
    const [, list] = (reader.parse(new VFile({ path: 'a.txt', value })) as Root).children as [Nodes, List]
    const { start, end } = list.children[0]!.position!
    expect(value.slice(start.offset, end.offset)).toBe('灯\n  - 高灯')
  })
})

describe('subtitles in a text', () => {
  const cue = (number: number, words: string): string => `${number}\n00:00:0${number},000 --> 00:00:0${number},900\n${words}\n\n`

  it('are its sentences, without numbers and times', () => {
    const { blocks, file } = read(cue(1, '渡口的灯是民国年间装上的，') + cue(2, '先是煤油灯。') + cue(3, '守灯的人') + cue(4, '换过四个。'))
    expect(blocks.map(block => block.replace(/\s/g, ''))).toEqual(['渡口的灯是民国年间装上的，先是煤油灯。', '守灯的人换过四个。'])
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['not-text'])
    expect(file.data.leftOut).toHaveLength(8)
  })

  it('are a line each where they have no marks', () => {
    expect(read(`WEBVTT\n\n00:01.000 --> 00:02.000\n渡口的灯\n\n00:02.000 --> 00:03.000\n照着船\n\n00:03.000 --> 00:04.000 align:start\n也照着人\n`).blocks).toEqual(['渡口的灯', '照着船', '也照着人'])
  })

  it('have no remarks and styles of WebVTT', () => {
    const times = ['00:01.000 --> 00:02.000', '00:02.000 --> 00:03.000']
    expect(read(`WEBVTT\n\nNOTE 机器生成\n第二行\n\nSTYLE\n::cue { color: red }\n\n${times[0]}\nNOTE 是字。\n\n${times[1]}\n灯亮了。\n`).blocks).toEqual(['NOTE 是字。', '灯亮了。'])
    expect(read(`1\n${times[0]}\n船来了。\n\nNOTE 这是字。\n\n2\n${times[1]}\n灯亮了。\n`).blocks).toContain('NOTE 这是字。')
  })

  it('are none where one line says a time', () => {
    const quoting = `字幕的写法\n\n${'一个字幕文件由许多段组成，每段有号码、时间和文字，段间空一行。\n\n'.repeat(4)}00:00:01,000 --> 00:00:04,000\n\n这一行说从哪里到哪里，第二段的时间接着它。\n\n00:00:04,000 --> 00:00:07,000\n\n时间之间不能重叠。\n`
    expect(read(quoting).blocks).toHaveLength(9)
    expect(read('片段\n\n00:00:01,000 --> 00:00:04,000\n\n说的是渡口的灯。\n').blocks).toHaveLength(3)
  })
})

describe('the transcript of a meeting', () => {
  const said = ['大家都到了，我们开始吧。', '孩子们周末才有空，我看要开。', '可以轮流，一家一个周末。']

  it.each<[form: string, text: string]>([
    ['a line for who speaks', `座谈会记录\n\n梁守义 00:00:05\n${said[0]}\n\n何秀英 00:00:31\n${said[1]}\n\n梁守义 00:01:40\n${said[2]}\n`],
    ['minutes in brackets, and lines between', `座谈会记录\n\n梁守义（00:05）\n\n${said[0]}\n\n何秀英（00:31）\n\n${said[1]}\n\n梁守义（01:40）\n\n${said[2]}\n`],
  ])('has who speaks with what they say, and no times: %s', (_, text) => {
    const { blocks, file } = read(text)
    expect(blocks).toEqual(['座谈会记录', `梁守义${said[0]}`, `何秀英${said[1]}`, `梁守义${said[2]}`])
    expect(file.data.leftOut).toHaveLength(3)
  })

  it('has no days of a chat', () => {
    const { blocks, file } = read(`群聊记录\n\n梁守义 2024/3/9 10:20:31\n${said[0]}\n\n何秀英 2024-03-09 10:21:05\n${said[1]}\n\n周渡 2024年3月9日 10:25:48\n${said[2]}\n`)
    expect(blocks).toEqual(['群聊记录', `梁守义${said[0]}`, `何秀英${said[1]}`, `周渡${said[2]}`])
    expect(file.data.leftOut).toHaveLength(3)
    // Of papers a day and an hour stand under each title, without seconds.
    const papers = `剪报\n\n渡口日报 2024-03-09 08:00\n${said[0]}\n\n水乡日报 2024-03-10 08:00\n${said[1]}\n\n镇报 2024-03-11 08:00\n${said[2]}\n`
    expect(read(papers).blocks.join('')).toMatch(/08:00.*08:00.*08:00/s)
  })

  it('has who speaks above, where two or more do in turn', () => {
    const chat = `You said:\n${said[0]}\n\nChatGPT said:\n${said[1]}\n\nYou said:\n${said[2]}\n\nChatGPT said:\n${said[0]}\n`
    expect(read(chat).blocks).toEqual([`You said:${said[0]}`, `ChatGPT said:${said[1]}`, `You said:${said[2]}`, `ChatGPT said:${said[0]}`])
    expect(read(`Notes:\n${said[0]}\nmore\n\nSources:\n${said[1]}\n`).file.data.leftOut ?? []).toHaveLength(0)
  })

  it('has no times before who speaks', () => {
    expect(read(`座谈会记录\n\n[00:05] 梁守义：${said[0]}\n[00:31] 何秀英：${said[1]}\n[01:40] 梁守义：${said[2]}\n`).blocks)
      .toEqual(['座谈会记录', `梁守义：${said[0]}`, `何秀英：${said[1]}`, `梁守义：${said[2]}`])
  })

  it('is none in a programme', () => {
    const programme = `开馆日安排\n\n签到 9:00\n请在门口签名。\n\n开幕 9:30\n馆长致辞，读者代表发言。\n\n参观 10:00\n分三组参观。\n`
    expect(read(programme).blocks.join('')).toMatch(/9:00.*9:30.*10:00/s)
    const breaks = `年会安排\n\n报告 9:00\n两个人讲。\n\n茶歇 10:30\n在二楼。\n\n报告 11:00\n三个人讲。\n`
    expect(read(breaks).blocks.join('')).toMatch(/9:00.*10:30.*11:00/s)
    const results = `马拉松成绩\n\n梁守义 2:10:15\n县队的老队员。\n\n周渡 2:11:03\n第一次参加。\n\n林砚秋 2:14:40\n女子第一名。\n`
    expect(read(results).blocks.join('')).toMatch(/2:10:15.*2:11:03.*2:14:40/s)
    const backwards = `座谈安排\n\n（14:00） 主持人：梁守义\n（9:00） 主讲人：周渡\n（10:30） 点评人：林砚秋\n`
    expect(read(backwards).blocks.join('')).toMatch(/14:00.*9:00.*10:30/s)
    const hours = `值班表\n\n09:00 周渡：开门，点灯，看水位。\n12:00 何秀英：记账，换班。\n18:00 梁守义：关门，交钥匙。\n`
    expect(read(hours).blocks.join('')).toMatch(/09:00.*12:00.*18:00/s)
  })
})

describe('a heading that is underlined', () => {
  it.each(['====', '----', '~~~~', '————'])('with %s has no line below it', (line) => {
    expect(read(`渡口\n${line}\n\n灯的来历\n${line}\n\n渡口的灯是民国年间装上的。\n`).blocks).toEqual(['渡口', '灯的来历', '渡口的灯是民国年间装上的。'])
  })

  it('is none where a line of signs stands above words', () => {
    expect(read('渡口\n\n～～～～～\n欢迎光临！\n').blocks).toEqual(['渡口', '欢迎光临！'])
  })

  it('is none where a sentence goes on below the line', () => {
    expect(read('渡口\n\n第一段，\n---\n还是第一段。\n').blocks).toEqual(['渡口', '第一段，\n---\n还是第一段。'])
  })
})
