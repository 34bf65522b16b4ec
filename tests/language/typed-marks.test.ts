import { describe, expect, it } from 'vitest'
import { splitClauses } from '../../scripts/language/clauses.ts'
import { splitSentences } from '../../scripts/language/sentences.ts'

/** Sentences are parted by |. */
const SENTENCES: readonly (readonly [kind: string, parted: string])[] = [
  ['an English full stop between Chinese', '桨有两支.|舵只有一个.|没有了.'],
  ['an English full stop, an English comma', '春季上涨,秋季回落.|本文记录了三年的结果,数据完整.|仪器是一根'],
  ['English question and exclamation marks', '真的吗?|当然!|好吧.'],
  ['a full-width full stop', '每年都在变化．|春季上涨，秋季回落．|本文记录了结果．'],
  ['a half-width ideographic full stop', '每年都在变化｡|春季上涨､秋季回落｡|完了｡'],
  ['a number before an English full stop', '误差为0.5.|高出120.|然后回落.'],
  ['a unit before a full stop', '误差约为0.5cm.|水位高了3m．|就这样．'],
  ['a percent sign before a full stop', '增长3.5%.|去年为2%.|不多.'],
  ['a number behind a full stop', '水位在上涨.|2023年最高.'],
  ['a quotation mark behind a full stop', '老人说:"心里踏实."|大家都信.'],
  ['a bracket behind a full stop', '留下一本账(记着几点点灯).|账本还在.'],
  ['a quotation mark behind a full stop, Chinese', '老人说：“心里踏实.”|大家都信.'],
  ['a new sentence that begins with a quotation mark', '他走了.|“灯灭了.”|没人说话.'],
  ['decimals', '圆周率是3.14,版本是v2.0,还有2.1.3版.|完了.'],
  ['full-width decimals', '圆周率是３．１４，长２．５米．|完了．'],
  ['mixed decimals', '长２.５米，宽3．5米．|完了．'],
  ['addresses', '见 www.example.com/a.html,写信到a.b@example.com,再看example.org.|完了.'],
  ['a file\'s ending', '打开报告.docx和渡口.PDF,再存成水位.v2.txt.|完了.'],
  ['initials', '作者是J.K.罗琳和D.H.劳伦斯,都是英国人.|完了.'],
  ['full-width initials', '作者是Ｊ．Ｋ．罗琳，英国人．|完了．'],
  ['a point in a name, where 。 ends sentences', '约翰．史密斯和玛丽.布朗来过渡口。|没有人认得他们。'],
  ['abbreviations', '例如e.g.这样,或i.e.那样,由Dr.王主持.|完了.'],
  ['a number at the head', '1.先关电源.|再拆外壳.'],
  ['a full-width number at the head', '１．先关电源．|再拆外壳．'],
  ['a Chinese number at the head', '一.灯的来历'],
  ['an ordinal at the head', '第一.要有登记'],
  ['a picture\'s number', '见图1.灯塔和表2.水位'],
  ['numbers of items', '要注意三点:1.先关电源;2.再拆外壳;3.最后取电池.|完了.'],
  ['numbers of items with spaces', '要注意三点：1. 先关电源；2. 再拆外壳；3. 最后取电池。'],
  ['numbers of items that are sentences', '要注意三点。|1. 先关电源。|2. 再拆外壳。|3. 最后取电池。'],
  ['numbers of English items', 'Mind three things: 1. Turn off the power; 2. Open the case; 3. Take out the battery. |Then wait.'],
  ['an ellipsis of points', '他想说...又没有说.|走了.'],
  ['mixed scripts', '我们用Node.js.|它很快.'],
  ['a year is no item', 'It was in 1999. |Then it closed.'],
  ['two marks', '真的吗?!|当然.'],
  ['a mark after a foreign word', '用的是Linux!|它不要钱.'],
  ['a picture in the marks of Markdown', '这里写着 ![图](a.png) 这些字。|完了。'],
]

/** Clauses at commas are parted by |. */
const CLAUSES: readonly (readonly [kind: string, parted: string])[] = [
  ['an English comma between Chinese', '先是煤油灯,|后来换成马灯,|再后来才通了电.'],
  ['numbers', '一共有1,200人,|其中320人是学生,|40人是老师'],
  ['a foreign word before the comma', '用的是Linux,|它不要钱'],
  ['a foreign word behind the comma', '灯坏了,|LED灯没有坏'],
  ['a bracket before the comma', '灯(马灯),|船(木船)'],
  ['commas in brackets', '账本(记着点灯,熄灯)还在,|没有丢'],
  ['commas in English', 'encrypted, deduplicated backups'],
  ['semicolons too', '先关电源;|再拆外壳,|最后取电池'],
]

describe('marks of another keyboard', () => {
  it.each(SENTENCES)('end sentences, %s', (_, parted) => {
    expect(splitSentences(parted.replaceAll('|', '')).join('|')).toBe(parted)
  })

  it.each(CLAUSES)('part clauses, %s', (_, parted) => {
    expect(splitClauses(parted.replaceAll('|', ''), 'commas').join('|')).toBe(parted)
  })
})
