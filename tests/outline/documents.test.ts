import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

const P = '河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少。'
const Q = '老人把船系在柳树上，说起三十年前的洪水，村里人至今都还记得。'

/** Parts and points: part ( point, point ). */
function shape(text: string, ending: '.md' | '.txt' = '.txt'): string {
  const { title, parts } = toJson(outlineOf(article(text, ending)))
  return [title, ...parts.map(part => `${part.title} (${part.points.map(point => point.title).join(', ')})`)].join(' | ')
}

describe('the title of an official document', () => {
  const BODY = `\n\n各村民委员会：\n\n现将有关事项通知如下。\n\n一、提高认识\n\n${P}\n\n二、压实责任\n\n${Q}\n`

  it.each<[kind: string, head: string, title: string, byline: string | undefined]>([
    ['below a head and a number', '渡口镇人民政府文件\n\n渡政发〔2024〕5号\n\n关于做好汛期工作的通知', '关于做好汛期工作的通知', '渡口镇人民政府文件　渡政发〔2024〕5号'],
    ['on two lines', '渡口镇人民政府文件\n渡政发〔2024〕5号\n\n渡口镇人民政府关于做好2024年汛期渡口\n安全管理工作的通知', '渡口镇人民政府关于做好2024年汛期渡口安全管理工作的通知', '渡口镇人民政府文件　渡政发〔2024〕5号'],
    ['in blocks of its own', '渡口镇人民政府文件\n\n渡政发〔2024〕5号\n\n渡口镇人民政府\n\n关于表彰先进的\n\n决定', '渡口镇人民政府关于表彰先进的决定', '渡口镇人民政府文件　渡政发〔2024〕5号'],
    ['with a title within it', '特急\n县交通局文件\n县交发〔2023〕18号    签发人：周渡\n\n县交通局关于印发\n《渡口行动方案\n（2023年）》的通知', '县交通局关于印发《渡口行动方案（2023年）》的通知', '特急　县交通局文件　县交发〔2023〕18号    签发人：周渡'],
    ['of a letter', '上河镇人民政府办公室\n\n上政办函〔2024〕12号\n\n关于征求意见的函', '关于征求意见的函', '上河镇人民政府办公室　上政办函〔2024〕12号'],
    ['of minutes', '渡口镇人民政府会议纪要\n\n〔2024〕7号\n\n石阶加固专题会议纪要', '石阶加固专题会议纪要', '渡口镇人民政府会议纪要　〔2024〕7号'],
    ['of an announcement, above its number', '渡口镇人民政府公告\n\n2024年第3号', '渡口镇人民政府公告', '2024年第3号'],
    ['below whoever issues it', '上河村民委员会\n\n关于开展大排查的通知', '上河村民委员会关于开展大排查的通知', undefined],
    ['alone', '关于开展大排查的通知', '关于开展大排查的通知', undefined],
  ])('%s', (_, head, title, byline) => {
    const outline = toJson(outlineOf(article(head + BODY)))
    expect(outline).toMatchObject({ title, parts: [{ title: '提高认识' }, { title: '压实责任' }] })
    expect(outline.byline).toBe(byline)
  })

  it('is none below a text that only names a number', () => {
    expect(shape(`渡口\n\n${P}\n\n渡政发〔2024〕5号\n\n${Q}`)).toMatch(/^渡口 \| /)
  })

  it.each([
    ['who printed it', '渡口镇党政办公室　　　　2024年4月1日印发'],
    ['who has copies', '抄送：县委办公室。\n渡口镇党政办公室　　2024年4月1日印发\n（共印50份）'],
  ])('leaves out %s, with a message', (_, imprint) => {
    const file = article(`渡口镇人民政府文件\n渡政发〔2024〕5号\n\n关于安全的通知${BODY}\n渡口镇人民政府\n2024年4月1日\n\n${imprint}`)
    expect(JSON.stringify(toJson(outlineOf(file)))).not.toMatch(/印发|抄送|共印/)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['not-text'])
    expect(file.data.leftOut!.map(({ words }) => words.replace(/\s/g, ''))).toEqual([imprint.replace(/\s/g, '')])
  })
})

describe('a law', () => {
  const ARTICLES = '第一条　为了加强管理，制定本办法。\n\n第二条　经营人应当遵守下列规定：\n\n一、按时开船；\n\n二、不得超载。\n\n第三条　本办法自公布之日起施行。'

  it.each<[kind: string, text: string, outline: string]>([
    ['without chapters', `渡口管理办法\n\n${ARTICLES}`, '渡口管理办法 | 渡口管理办法 (第一条, 第二条, 第三条)'],
    ['with chapters', '渡口条例\n\n第一章　总则\n\n第一条　为了安全，制定本条例。\n\n第二条　渡口归村里管。\n\n第二章　附则\n\n第三条　本条例自六月起施行。', '渡口条例 | 总则 (第一条, 第二条) | 附则 (第三条)'],
    ['with the numbers on lines of their own', '渡口條例\n\n第 1 條\n為加強管理，制定本條例。\n\n第 2 條\n渡船應有下列設備：\n一、救生衣。\n二、滅火器。\n\n第 3 條\n本條例自公布日施行。', '渡口條例 | 渡口條例 (第 1 條, 第 2 條, 第 3 條)'],
    ['with sections', '渡口条例\n\n第一章　总则\n\n第一条　为了安全，制定本条例。\n\n第二章　责任\n\n第一节　单位\n\n第二条　单位每月检查一次。\n\n第二节　船工\n\n第三条　船工不得吸烟。', '渡口条例 | 总则 (第一条) | 责任 (单位, 船工)'],
    ['with captions', '渡口守则\n\n第一条【目的】为了安全，制定本守则。\n\n第二条【范围】本守则适用于本村。\n\n第三条【施行】本守则自六月起施行。', '渡口守则 | 渡口守则 (第一条【目的】, 第二条【范围】, 第三条【施行】)'],
    ['with a table of contents', '渡口条例\n\n目　录\n\n第一章　总则\n第二章　附则\n\n第一章　总则\n\n第一条　为了安全，制定本条例。\n\n第二条　渡口归村里管。\n\n第二章　附则\n\n第三条　本条例自六月起施行。', '渡口条例 | 总则 (第一条, 第二条) | 附则 (第三条)'],
  ])('%s has its articles for points', (_, text, outline) => {
    expect(shape(text)).toBe(outline)
  })

  it('says an article\'s number with its words', () => {
    const [part] = outlineOf(article(`渡口管理办法\n\n${ARTICLES}`)).parts
    expect(part!.points.map(({ title }) => title.runIn!.value)).toEqual(['第一条　', '第二条　', '第三条　'])
    expect(part!.points.map(({ passages }) => passages.map(({ text }) => text))).toEqual([['为了加强管理，制定本办法。'], ['经营人应当遵守下列规定：', '一、按时开船；', '二、不得超载。'], ['本办法自公布之日起施行。']])
  })

  it('is none where an article names two of them', () => {
    expect(shape(`渡口\n\n第一条船是木头做的。${P}\n\n第二条船是铁的。${Q}`)).not.toContain('第一条,')
  })
})

describe('an interview', () => {
  it.each<[kind: string, text: string, outline: string]>([
    ['问 and 答', `守灯\n\n问：您什么时候开始的？\n\n答：${P}\n\n问：最难的是什么时候？\n\n答：${Q}`, '守灯 | 守灯 (您什么时候开始的？, 最难的是什么时候？)'],
    ['names', `守灯\n\n周渡：您守了多久？\n\n李有田：${P}\n\n周渡：还守吗？\n\n李有田：${Q}`, '守灯 | 守灯 (您守了多久？, 还守吗？)'],
    ['Q and A', 'The Lamp\n\nQ: When did you begin?\n\nA: I was twenty-seven, and nobody else wanted to.\n\nQ: What was hard?\n\nA: The year of the flood, when I held it up.', 'The Lamp | The Lamp (When did you begin?, What was hard?)'],
    ['more than a question', `守灯\n\n记者：您守了三十年的灯。听说您还会修船？\n\n李有田：${P}\n\n记者：现在呢？\n\n李有田：${Q}`, '守灯 | 守灯 (听说您还会修船？, 现在呢？)'],
    ['questions within parts', `守灯\n\n一、从前\n\n问：灯是谁的？\n\n答：${P}\n\n二、现在\n\n问：灯还亮吗？\n\n答：${Q}`, '守灯 | 从前 (灯是谁的？) | 现在 (灯还亮吗？)'],
  ])('%s', (_, text, outline) => {
    expect(shape(text)).toBe(outline)
  })

  it('is none where people only speak', () => {
    expect(shape(`两个人\n\n老李：“水要涨了。”${P}\n\n${Q}\n\n老李：“我说什么来着。”${P}\n\n${Q}`)).not.toContain('(“')
  })
})

describe('a table of contents', () => {
  it.each<[kind: string, table: string]>([
    ['with dots', '目录\n\n1. 渡口的灯……………………1\n2. 渡口的船……………………3'],
    ['with tabs and writers', '目 录\n\n渡口的灯\t林砚秋\t1\n渡口的船\t周渡\t3'],
    ['without pages', '目次\n\n渡口的灯\n\n渡口的船'],
  ])('%s names the parts and is none', (_, table) => {
    const file = article(`学习资料汇编\n\n${table}\n\n渡口的灯\n\n林砚秋\n\n${P}\n\n渡口的船\n\n周渡\n\n${Q}`)
    expect(toJson(outlineOf(file))).toMatchObject({ title: '学习资料汇编', parts: [{ title: '渡口的灯', lead: ['林砚秋', P] }, { title: '渡口的船', lead: ['周渡', Q] }] })
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['not-text'])
  })

  it('is left out of other formats too', () => {
    expect(shape(`# 汇编\n\n目录\n\n- 灯……1\n- 船……3\n\n## 灯\n\n${P}\n\n## 船\n\n${Q}`, '.md')).toBe('汇编 | 灯 () | 船 ()')
  })

  it('is none where nothing is named', () => {
    expect(shape(`渡口\n\n一、目录\n\n${P}\n\n二、船\n\n${Q}`)).toBe('渡口 | 目录 () | 船 ()')
  })
})

describe('numbered members within a paragraph', () => {
  const text = (paragraph: string): string => `讲话\n\n一、责任\n\n${paragraph}\n\n二、保障\n\n${P}`

  it.each<[kind: string, paragraph: string, points: string]>([
    ['（一）', '要落实到人。（一）要有登记。每盏灯都要编号。（二）要有检查。村里每月查一次。', '要有登记, 要有检查'],
    ['①', '交接分三步。①先看灯。灯罩要亮。②再看账。缺的当场补。③后签字。签了才算完。', '先看灯, 再看账, 后签字'],
    ['1.', '年检分两项。1. 查船体。船底不得有缝。2. 查绳索。断了的要换。', '查船体, 查绳索'],
    ['（1）', '规矩有两条。（1）点人数。点两遍才开船。（2）看绳子。湿绳子不顶用。', '点人数, 看绳子'],
  ])('%s are points with what explains them', (_, paragraph, points) => {
    expect(shape(text(paragraph))).toBe(`讲话 | 责任 (${points}) | 保障 ()`)
  })

  it('keep their numbers', () => {
    const [part] = outlineOf(article(text('要落实到人。（一）要有登记。每盏灯都要编号。（二）要有检查。村里每月查一次。'))).parts
    expect(part!.lead.map(passage => passage.text)).toEqual(['要落实到人。'])
    expect(part!.points.map(({ title, passages }) => title.runIn!.value + passages.map(passage => passage.text).join(''))).toEqual(['（一）要有登记。每盏灯都要编号。', '（二）要有检查。村里每月查一次。'])
  })

  it.each([
    '要查三样：（1）船体；（2）绳索；（3）灯具。',
    '见本书第（一）和（二）两节。那里写得清楚。',
    '去年有1. 5万人过河。今年有2. 3万人。',
  ])('are none in %s', (paragraph) => {
    expect(shape(text(paragraph))).toBe('讲话 | 责任 () | 保障 ()')
  })
})

describe('levels', () => {
  it('are found part by part', () => {
    expect(shape(`方案\n\n一、岸线\n\n1. 废船\n\n${P}\n\n2. 棚子\n\n${Q}\n\n二、石阶\n\n（1）石料\n\n${P}\n\n（2）扶手\n\n${Q}\n\n三、检查\n\n${P}`)).toBe('方案 | 岸线 (废船, 棚子) | 石阶 (石料, 扶手) | 检查 ()')
  })

  it.each<[kind: string, text: string, outline: string]>([
    ['a chapter\'s number above its title', 'The Lock\n\nCHAPTER I.\n\nWinter\n\nThe lock stands a mile below.\n\nCHAPTER II.\n\nSpring\n\nThe first boat carried bricks.', 'The Lock | Winter () | Spring ()'],
    ['a chapter that has a number only', 'The Lock\n\nCHAPTER I\n\nThe lock stands a mile below.\n\nCHAPTER II\n\nThe first boat carried bricks.', 'The Lock | CHAPTER I () | CHAPTER II ()'],
    ['keys and values', `纪要\n\n时间：3月9日\n\n地点：候船屋\n\n主持：梁守义\n\n${P}`, '纪要 | 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 ()'],
    ['a picture that is not there', 'The Lock\n\nI. Winter\n\nNobody passes.\n\n[Illustration: The lock]\n\nThe ice comes quietly, in one night.\n\nII. Spring\n\nThe boats come back.', 'The Lock | Winter () | Spring ()'],
  ])('%s', (_, text, outline) => {
    expect(shape(text)).toBe(outline)
  })
})
