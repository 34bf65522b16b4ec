import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPhrases } from '../../scripts/language/phrases.ts'
import { CLOSING, OPENING } from '../../scripts/language/words.ts'

/** Phrases are parted by |. The grammatical reason stands beside them. */
const TABLE: readonly (readonly [why: string, parted: string])[] = [
  // Particles and suffixes lean back.
  ['的 leans back, and parts a modifier from its noun', '老师的办公桌上|堆着学生的作业本'],
  ['地 leans back', '他轻轻地推开了|教室的后门'],
  ['得 holds a verb and its complement', '孩子们|高兴得跳了起来'],
  ['了 leans back, an object of its own follows', '科学家们发现了|一种新的植物'],
  ['过 leans back', '我们吃过晚饭|再出门散步吧'],
  ['a final particle leans back', '你知道这只猫|是谁家的吗？'],
  ['等 leans back', '苹果、|桌子、|椅子等东西|都搬走了'],
  ['等 after a modal verb is a verb', '要等|四十分钟才知道|结果'],
  ['a localizer leans back', '村里的老人|走过来看热闹'],
  ['以后 leans back', '他把机器|修好以后|就回家了'],
  ['的时候 is as one', '我上小学的时候|他就在那里'],
  ['在…上 is one frame', '钥匙|放在桌子上面'],

  // Complements.
  ['a complement of direction leans back', '奶奶从柜子里|拿出来一本旧相册'],
  ['起来 after a verb of one character', '最先响起来的|是远处的钟声'],
  ['到 completes a verb of two characters', '要把改革的任务|落实到每一个岗位'],
  ['为 completes a verb after 把', '把资源优势|转化为发展优势'],
  ['于 completes a verb', '我们的排班系统|写于2009年'],
  ['好 completes a verb', '必须贯彻落实好|会议的精神'],
  ['a potential complement is one word', '看不见的花纹|摸得着'],

  // Prepositions, conjunctions and adverbs lean on what follows.
  ['a preposition leans on its object', '研究人员把样品|放进冰箱保存'],
  ['a preposition of two characters', '植物|通过光合作用|把阳光变成养分'],
  ['以…为… is one frame', '坚持|以学生为中心的|教学理念'],
  ['从…到… parts before 到', '从城市|到乡村的道路|越修越宽'],
  ['和 leans on what follows', '书店|和咖啡馆之间|隔着一条小巷'],
  ['a clause begins at its conjunction', '因为|昨晚下了大雨|所以今天停课'],
  ['an adverb leans on its verb', '政府|正在逐步扩大|公共服务的范围'],
  ['不 leans on its verb', '这种方法|不能解决所有问题'],
  ['a modal verb leans on its verb', '他不愿意再提起|那件旧事'],
  ['than: 比 with what it compares', '第三个问题|比前两个更难回答'],

  // Numbers stay with their units.
  ['a numeral, its measure word and the noun', '一千三百名志愿者|参加了清理活动'],
  ['a number and its unit', '这座大桥全长|3.5公里，|总投资12亿元'],
  ['a date is whole', '2023年12月31日零点，|烟花照亮了夜空'],
  ['a date after its preposition', '本办法|自2023年1月1日起|施行'],
  ['a number, a space and a unit', '内存占用从 10 GB |降到了 512 MB'],
  ['～ binds', '温度|在20～25℃之间|最合适'],
  ['an ordinal is whole', '第一百零八级台阶'],

  // Nouns.
  ['nouns of two characters go in pairs', '保持党|同人民群众|血肉联系|是党的优良传统'],
  ['two nouns are one notion (went wrong: 血肉|联系)', '始终保持|同人民群众的|血肉联系'],
  ['an attribute and its noun', '广大党员干部|深入田间地头'],
  ['a form of address follows its name', '张老师和李主任|都来参加了会议'],
  ['· binds a name', '列夫·托尔斯泰的|小说很厚'],
  ['an idiom is whole (went wrong: 为|人民服务)', '全心全意|为人民服务的|根本宗旨'],
  ['no guessed word takes a particle along (went wrong: 风一|吹便)', '风一吹便落下|许多花瓣'],
  ['verbs of two characters go in pairs', '深入学习|贯彻会议精神'],
  ['a day and its hour', '今天上午|他没有来上课'],
  ['a time and how often', '去年三次洪水|都没有冲垮它'],
  ['an adjective and its noun', '红花|开遍了整个山坡'],
  ['an adjective before a verb', '孩子们健康成长|是大家的心愿'],
  ['a pronoun is a subject', '他们|高兴地唱起歌来'],
  ['an idiom before 地', '大家|要实事求是地|汇报情况'],
  ['an idiom is a subject', '实事求是|不容易做到'],
  ['得 after a pronoun is a verb', '时间不早，|我得走了'],
  ['a number and a Latin letter', '5G网络覆盖了|全部村庄'],
  ['a number and its measure', '这条路|有5公里以上的|弯道'],
  ['于 before a year', '这座桥|建于1957年'],
  ['于 before a noun', '这项制度|始于农村'],
  ['a localizer begins', '里面有人正在说话'],

  // Marks.
  ['a clause ends at its mark', '雪越下越大，|我们|只好在山脚下的|小店过夜'],
  ['a short quotation is whole', '所谓“以人为本”的|原则不是口号'],
  ['a short quotation is whole, though a reader would breathe in it', '他信奉|“吃亏是福”的道理'],
  ['a short title is whole', '他在《呐喊》的|序言里|写过这段话'],
  ['a title of several words is whole', '他|在《我的父亲母亲》里|演过船工'],
  ['a long quotation is not', '请阅读|“关于进一步加强|城市排水|设施建设的|若干意见”全文'],
  ['a speech', '他说：|“明天再来吧。”|说完就走了'],
  ['brackets', '（一）|加强组织领导，|（二）|完善工作机制'],
  ['a dash begins a subtitle', '——一条江|和它的摆渡人'],

  // Mixed text.
  ['Latin words part at spaces', '我们|用 TypeScript |和 Vue |重写了界面'],
  ['a Latin word is a noun', '这台服务器|装的是Linux系统'],
  ['an option is whole', '执行时加上 |--exclude-file |选项|即可跳过日志'],
  ['a path is whole', '配置写在 |/etc/x-y.conf 里面'],
  ['a name and its number', 'Commodore 64 的 |CPU 与任天堂的 |NES 游戏机|是一样的'],
  ['a number that is another word\'s', '代码托管|在 GitHub |2020年的服务器上|运行'],
  ['an apostrophe is none of the quotation marks', '他只会说 don’t |和 can’t'],

  // Traditional characters.
  ['simplified for the dictionary only', '臺灣的夜市裡|擺滿了各種小吃'],
  ['著 is a particle in traditional text', '他們認真地討論著|這個問題的|解決辦法'],
  ['著 after 帶', '母親帶著我|去看望生病的外婆'],
  ['著 is a word in 著名', '那本著名的小說|後來被譯成英文'],
  ['an adverb in traditional text', '封面是銀行送的，|紙邊|早就捲了起來'],
]

describe('toPhrases', () => {
  it('leaves English as it is', () => {
    const text = 'A well-known --exclude-file, “quoted” and 3.5 GB.'
    expect(toPhrases(text)).toEqual([text])
    expect(toPhrases('')).toEqual([])
  })

  it.each(TABLE)('%s: %s', (_, parted) => {
    expect(toPhrases(parted.replaceAll('|', '')).join('|')).toBe(parted)
  })

  const pieces = fc.array(fc.oneof(
    fc.constantFrom(...OPENING, ...CLOSING, ' ', '　', '\n', '的', '了', '和', '著', '在', '为', '一', '10', 'GB', 'x-y', '—', '|', '(', ')', '“', '”'),
    fc.constantFrom('人民', '血肉', '联系', '發展', '研究', '把', '很', '全心全意', 'ほん', '한국', '𠮷', '🙂', 'é'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ), { maxLength: 30 }).map(all => all.join(''))

  it('loses nothing', () => {
    fc.assert(fc.property(pieces, (text) => {
      expect(toPhrases(text).join('')).toBe(text)
    }))
  })

  it('begins no phrase with a closing mark and ends none with an opening one', () => {
    fc.assert(fc.property(pieces, (text) => {
      const phrases = toPhrases(`字${text}字`)
      for (const phrase of phrases.slice(1))
        expect(CLOSING).not.toContain(Array.from(phrase)[0])
      for (const phrase of phrases.slice(0, -1))
        expect(OPENING).not.toContain(Array.from(phrase).at(-1))
    }))
  })

  it('reads long text in linear time', () => {
    const start = performance.now()
    toPhrases('社区图书室建设要坚持便民、节俭、长效的原则。'.repeat(500))
    toPhrases('社区图书室建设'.repeat(1000))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
