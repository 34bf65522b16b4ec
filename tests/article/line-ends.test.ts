import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'

function read(value: string): { tree: Root, blocks: string[], file: VFile } {
  const file = new VFile({ path: 'a.txt', value })
  const reader = unified().use(readerFor('.txt'))
  const tree = reader.runSync(reader.parse(file), file) as Root
  return { tree, blocks: tree.children.filter(node => node.type !== 'yaml').map(node => toString(node).replace(/(?<=\p{Script=Han}|，)\n(?=\p{Script=Han})/gu, '').replace(/\n/g, ' ')), file }
}

/** What was left out of a text, or said of it: the rules, and the words. */
function told(file: VFile): { rules: (string | undefined)[], left: string } {
  return { rules: file.messages.map(({ ruleId }) => ruleId), left: (file.data.leftOut ?? []).map(({ words }) => words).join('|') }
}

const WRAPPED = '渡口出事，往往不是因为水大，而是因为人松。去年全镇三起险情，\n两起发生在水位正常的时候。撑船的人觉得没事，坐船的人也觉得没\n事，结果就出了事。'

describe('the ends of a plain text\'s lines', () => {
  it.each<[kind: string, text: string, blocks: string[]]>([
    ['a numbered line above its text', '渡口\n\n一、船\n船是木头做的。\n\n二、人\n人在岸边。', ['渡口', '一、船', '船是木头做的。', '二、人', '人在岸边。']],
    ['an English one', 'Ferry\n\n1. The boat\nIt is made of wood.\n\n2. The man\nHe waits.', ['Ferry', '1. The boat', 'It is made of wood.', '2. The man', 'He waits.']],
    ['a line without a number above its text', '小记\n\n船屋的来历\n船屋是民国二十六年盖的，原来放货。\n', ['小记', '船屋的来历', '船屋是民国二十六年盖的，原来放货。']],
    ['keys and values', '纪要\n\n时间：3月9日\n地点：候船屋\n主持：梁守义\n\n会议研究了石阶的事。', ['纪要', '时间：3月9日', '地点：候船屋', '主持：梁守义', '会议研究了石阶的事。']],
    ['a value on two lines', 'Minutes\n\nChair: Helen Marsh\nPresent: Tom Reed, Ada Lin,\nOwen Price\n\nThe council agreed.', ['Minutes', 'Chair: Helen Marsh', 'Present: Tom Reed, Ada Lin, Owen Price', 'The council agreed.']],
    ['items one below the other', '清单\n\n上船带好：\n（1）灯；\n（2）绳。\n带齐再走。', ['清单', '上船带好：', '（1）灯；', '（2）绳。', '带齐再走。']],
    ['full lines', WRAPPED, [WRAPPED.replaceAll('\n', '')]],
    ['full lines under a title', `灯与船\n\n${WRAPPED}`, ['灯与船', WRAPPED.replaceAll('\n', '')]],
    ['a short last line between paragraphs', `灯与船\n${WRAPPED}\n后来大家都记住了，开船以前先看水，看了水再看天，看了天再看\n人。`, ['灯与船', WRAPPED.replaceAll('\n', ''), '后来大家都记住了，开船以前先看水，看了水再看天，看了天再看人。']],
    ['a date below a name', '通知\n\n各村要做好准备。\n\n上河村委会\n2024年4月8日', ['通知', '各村要做好准备。', '上河村委会', '2024年4月8日']],
    ['a document\'s number below a head', '渡口镇人民政府文件\n渡政发〔2024〕5号\n\n关于安全的通知', ['渡口镇人民政府文件', '渡政发〔2024〕5号', '关于安全的通知']],
    ['attachments', '通知\n\n附件：1. 检查表\n      2. 值班电话\n\n完', ['通知', '附件：1. 检查表', '2. 值班电话', '完']],
    ['things and their measures, with dots between', '炖肉\n\n五花肉……500克\n冰糖……30克\n生抽……2勺（约30毫升）\n\n小火炖一个半小时。', ['炖肉', '五花肉……500克', '冰糖……30克', '生抽……2勺（约30毫升）', '小火炖一个半小时。']],
    ['words that break off', '炖肉\n\n他想说……又没有说，\n后来……也没有说。', ['炖肉', '他想说……又没有说，后来……也没有说。']],
    ['lines of a life, shorter than its sentences', 'JANE DOE\n\nLibrarian with twelve years in public libraries, local history and reading groups for adults.\n\nMA Librarianship, Sheffield, 2011\nBA History, York, 2009', ['JANE DOE', 'Librarian with twelve years in public libraries, local history and reading groups for adults.', 'MA Librarianship, Sheffield, 2011', 'BA History, York, 2009']],
    ['an English line that goes on', 'The lamp\n\nThe lamp was lit in the year of the great flood by the man who kept the ferry, and it has burnt ever since.\n\nThe Lamp and the\nKeeper of the Ferry', ['The lamp', 'The lamp was lit in the year of the great flood by the man who kept the ferry, and it has burnt ever since.', 'The Lamp and the Keeper of the Ferry']],
    ['English lines as long as the others', 'The lamp\n\nThe lamp was lit in the year of the flood by Professor\nHenry Jones, and it has burnt on every night since the\nyear of the flood.', ['The lamp', 'The lamp was lit in the year of the flood by Professor Henry Jones, and it has burnt on every night since the year of the flood.']],
    ['one blank line in a text of single ends', '标题\n\n第一段说完了。\n第二段也说完了。\n第三段还是说完了。', ['标题', '第一段说完了。', '第二段也说完了。', '第三段还是说完了。']],
  ])('%s', (_, text, blocks) => {
    expect(read(text).blocks).toEqual(blocks)
  })

  it.each<[kind: string, lines: string[]]>([
    ['with marks', ['河水长，河水宽，', '一条木船两头弯。', '早上送你去赶集，', '晚上接你把家还。']],
    ['with words that lead up to what is said', ['祖母对我说：', '“别数了，', '数不完的。”']],
    ['with dashes', ['后来我数完了——', '一共七颗，', '都在她的盒里。']],
    ['without marks', ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']],
    ['in English, indented', ['    The river runs, the river stays,', '      It does not count the days;', '    The keeper counts them, one by one.']],
  ])('stay in verse %s', (_, lines) => {
    const { tree } = read(`Songs\n\nThey sang it on the boat, every evening.\n\n${lines.join('\n')}\n\nIt was a slow song.`)
    expect(tree.children[2]).toMatchObject({ type: 'paragraph', children: lines.flatMap((line, index) => [...(index > 0 ? [{ type: 'break' }] : []), { type: 'text', value: line.trim() }]) })
  })

  it('are told of where they may be read otherwise', () => {
    const { file, blocks } = read('第一行没有说完，这里一直写到行末，下一行接着说，还是没有说完\n第二行到这里正好写满，也是一句话的末尾，看不出是不是一段完了。\n第三行又写了起来，说的是另一件事，从行首一直写到了行末也没完\n第四行说完了。')
    expect(blocks).toHaveLength(1)
    expect(file.messages.map(String)).toEqual([expect.stringMatching(/^a\.txt:2:1-2:\d+: A paragraph may end with line 2, or go on; /)])
  })
})

describe('the numbers and running heads of pages', () => {
  it.each<[kind: string, text: string, blocks: string[], left: string]>([
    ['in the middle of a sentence', '渡口的灯\n\n渡口的灯先是煤油灯，后来村里设了公\n\n- 1 -\n\n渡口的灯　　　　　　学习资料\n\n款，专门用来买油。', ['渡口的灯', '渡口的灯先是煤油灯，后来村里设了公款，专门用来买油。'], '- 1 -|渡口的灯　　　　　　学习资料'],
    ['a page that is not the first, alone', '渡口\n\n渡口在两县交界的地方。\n\n— 7 —\n\n两边的人口音不一样。', ['渡口', '渡口在两县交界的地方。', '两边的人口音不一样。'], '— 7 —'],
    ['a page of several', '渡口\n\n渡口在两县交界的地方，西岸属于下\n第 1 页 共 2 页\n河村，两边的人口音不一样，用同一条\n第 2 页 共 2 页\n船。', ['渡口', '渡口在两县交界的地方，西岸属于下河村，两边的人口音不一样，用同一条船。'], '第 1 页 共 2 页|第 2 页 共 2 页'],
    ['below the title, which it repeats', '渡口的灯\n\n渡口的灯\n\n渡口的灯先是煤油灯，后来村里设了公\n\n- 1 -\n\n渡口的灯\n\n款，专门用来买油。', ['渡口的灯', '渡口的灯先是煤油灯，后来村里设了公款，专门用来买油。'], '渡口的灯|- 1 -|渡口的灯'],
    ['in a short word', 'The Lock\n\nIt is kept by an-\n\n- 1 -\n\nother man.', ['The Lock', 'It is kept by another man.'], '- 1 -'],
    ['in a word', 'The Lock\n\nThe keeper writes a book, and he is in the fourth vol-\n12          THE LOCK\n\nume. A leak which is written down in the book is half\n13          THE LOCK\n\nmended.', ['The Lock', 'The keeper writes a book, and he is in the fourth volume. A leak which is written down in the book is half mended.'], '12          THE LOCK|13          THE LOCK'],
  ])('%s', (_, text, blocks, left) => {
    const found = read(text)
    expect(found.blocks).toEqual(blocks)
    expect(told(found.file)).toEqual({ rules: ['not-text'], left })
  })

  it.each([
    ['a number that heads a chapter', '渡口\n\n1\n\n船是木头做的。\n\n2\n\n人在岸边。'],
    ['a line that recurs between paragraphs', '渡口\n\n小结\n\n船是木头做的。\n\n小结\n\n人在岸边。'],
    ['a year', '渡口\n\n那是很久以前的事了。\n\n1962\n\n灯是那年装上的。'],
  ])('are none: %s', (_, text) => {
    const { blocks, file } = read(text)
    expect(blocks).toEqual(text.split('\n\n'))
    expect(file.messages).toEqual([])
  })
})

describe('tables of characters', () => {
  it.each<[kind: string, text: string, rows: string[][]]>([
    ['drawn with signs', '+----+----+\n| 周 | 人 |\n+----+----+\n| 一 | 32 |\n| 二 | 41 |\n+----+----+', [['周', '人'], ['一', '32'], ['二', '41']]],
    ['drawn with lines', '┌──┬──┐\n│名│数│\n├──┼──┤\n│灯│ 4│\n└──┴──┘', [['名', '数'], ['灯', '4']]],
    ['of bars alone', '| 票种 | 单价 |\n| 单程 | 2元 |', [['票种', '单价'], ['单程', '2元']]],
    ['as Markdown has it', '| a | b |\n| --- | --- |\n| 1 | 2 |', [['a', 'b'], ['1', '2']]],
    ['with a cell of two lines', '+----+------+\n| 名 | 用处 |\n+----+------+\n| 灯 | 照船 |\n|    | 照人 |\n| 桨 | 划水 |\n+----+------+', [['名', '用处'], ['灯', '照船照人'], ['桨', '划水']]],
    ['of tabs', '项目\t金额\t备注\n船票\t1460\t\n租箱\t120\t无', [['项目', '金额', '备注'], ['租箱', '120', '无']]],
    ['of spaces', '日期      班次\n4月1日    早班\n4月2日    晚班', [['日期', '班次'], ['4月1日', '早班'], ['4月2日', '晚班']]],
  ])('%s', (_, text, rows) => {
    const { tree } = read(`渡口\n\n数字见下表。\n\n${text}\n\n说完了。`)
    const tables = tree.children.flatMap(node => node.type === 'table' ? [node.children.map(row => row.children.map(cell => toString(cell).replace('\n', '')))] : [])
    expect(tables[0]).toEqual(expect.arrayContaining(rows))
    expect(tree.children.at(-1)).toMatchObject({ type: 'paragraph' })
  })

  it.each(['他说：a | b\n是两样东西。', '第一句。  第二句也在这一行。\n第三句。  第四句在下一行。\n第五句。  第六句。', '灯  照船'])('are none in %j', (text) => {
    expect(read(`渡口\n\n${text}\n\n说完了。`).tree.children.filter(({ type }) => type === 'table')).toEqual([])
  })
})

describe('a mail', () => {
  const MAIL = 'From: "Helen Marsh" <helen@example.org>\nTo: all@example.org\nSubject: Re: Thursday\nDate: Tue, 12 Mar 2024 09:14:22 +0000\n\nDear all,\n\nHere are my notes.\n\n> Could someone bring\n> the big map?\n\nYes.\n\n-- \nHelen Marsh\n+44 0000 000000\n'

  it('has its subject for a title, and quotes', () => {
    const { tree, file } = read(MAIL)
    expect(tree.children.map(({ type }) => type)).toEqual(['yaml', 'paragraph', 'paragraph', 'blockquote', 'paragraph'])
    expect(tree.children[0]).toMatchObject({ value: 'title: Thursday\nauthor: Helen Marsh' })
    expect(toString(tree.children[3])).toBe('Could someone bring\nthe big map?')
    expect(told(file).rules).toEqual(['not-text', 'not-text', 'not-text', 'line-end'])
    expect(told(file).left).toMatch(/^From: [^|]*\+0000\|-- \nHelen Marsh\n\+44 0000 000000/)
  })

  it.each(['---------- Forwarded message ---------\nFrom: Tom <a@example.com>\nDate: Monday\nSubject: Fwd: 值班安排\nTo: All\n\n各位：\n\n值班从四月一日开始。', '发件人：周渡 <a@example.com>\n收件人：值班群\n主题：值班安排\n\n各位：\n\n值班从四月一日开始。', 'From: Tom\nSent: Monday\nTo: All\nSubject: 值班安排\n\n各位：\n\n值班从四月一日开始。'])('may be written by another program: %j', (text) => {
    expect(read(text).tree.children[0]).toMatchObject({ type: 'yaml', value: expect.stringMatching(/^title: 值班安排/) })
  })

  it('may be saved with all its head, words encoded', () => {
    const head = 'Received: from mail.example.org\n\tby mx.example.org; Sat, 9 Mar 2024 10:20:31 +0000\nMIME-Version: 1.0\nFrom: =?UTF-8?B?5ZGo5rih?= <a@example.com>\nTo: b@example.com\nSubject: =?utf-8?Q?The_wheel_=E2=80=94?=\n =?UTF-8?B?5rC06L2u?='
    expect(read(`${head}\n\nDear all,\n\nHere are my notes.`).tree.children[0]).toMatchObject({ value: 'title: The wheel —水轮\nauthor: 周渡' })
    const wrong = read('From: a\nTo: b\nSubject: =?no-such?B?5rC0?= =?utf-8?B?*?=\n\nDear all,').tree.children[0]
    expect(wrong).toMatchObject({ value: expect.stringMatching(/no-such.*\*\?=/) })
  })

  it.each(['主持：周渡\n时间：3月9日\n\n会议开始。', 'From: here\n\nthe road goes on.', 'Subject: a\nThe road goes on.\n\nAnd on.'])('is none: %j', (text) => {
    expect(told(read(text).file)).toEqual({ rules: [], left: '' })
  })
})

describe('a book of Project Gutenberg', () => {
  const BOOK = 'The Project Gutenberg eBook of Two Boats\n\nThis ebook is for anyone.\n\nTitle: Two Boats\n       A story\n\nAuthor: Owen Price\n\n*** START OF THE PROJECT GUTENBERG EBOOK TWO BOATS ***\n\nProduced by Volunteers\n\nTWO BOATS\n\nA STORY\n\nBY\n\nOWEN PRICE\n\nThe boat never left the bank.\n\n*** END OF THE PROJECT GUTENBERG EBOOK TWO BOATS ***\n\nUpdated editions will follow.\n'

  it('is its own text; head, title page and foot are left out with messages', () => {
    const { tree, blocks, file } = read(BOOK)
    expect(tree.children[0]).toMatchObject({ type: 'yaml', value: 'title: Two Boats A story\nauthor: Owen Price' })
    expect(blocks).toEqual(['The boat never left the bank.'])
    expect(told(file).rules).toEqual(['not-text', 'not-text', 'not-text'])
  })

  it('is none where a text only names it', () => {
    expect(told(read('Books\n\nProject Gutenberg has many books.\n\nWe read them.').file)).toEqual({ rules: [], left: '' })
  })
})
