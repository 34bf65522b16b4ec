import { chineseNumber } from './numerals.ts'

/** Every word on a slide that is not the author's. Nothing else may be added to a slide's text. */
export interface Labels {
  /** Second part of three; of an article that is one part there is none to count. */
  partOf: (part: number, parts: number) => string
  /** Second part. */
  part: (part: number) => string
  /** A part's number, in a line above headlines. */
  numeral: (part: number) => string
  contents: string
  summary: string
  questions: string
  /** Question templates round a point's title. */
  questionTemplates: readonly ((title: string) => string)[]
  /** Stands for a title that is too long to be shown. */
  ellipsis: string
  minutes: (minutes: number) => string
  /** Leads on to the deck of the next part. */
  next: (title: string) => string
  /** Stands on the article's version of a slide that a person has changed as well. */
  conflict: string
  /** Tells the speaker that the show's screen is black. */
  black: string
  /** What leads to the editor in the browser, and away from it. */
  edit: { open: string, close: string }
  /** What stands round the two numbers at the foot of a handout's page. */
  pageOf: readonly [before: string, between: string, after: string]
  /** Words of the start page. */
  start: {
    show: string
    presenter: string
    pdf: string
    /** The PDF of all decks. */
    wholePdf: string
    slides: (count: number) => string
    /** A handout of 0 slides a page is the one with notes. */
    handout: (slides: number) => string
    offline: string
  }
}

function chinesePart(part: number): string {
  return `第${chineseNumber(part)}部分`
}

export const CHINESE: Labels = {
  partOf: (part, parts) => {
    const count = parts === 2 ? '两' : chineseNumber(parts)
    return parts === 1 ? '全文' : `${chinesePart(part)} · 共${count}部分`
  },
  part: chinesePart,
  numeral: chineseNumber,
  contents: '目录',
  summary: '小结',
  questions: '学习思考',
  questionTemplates: [
    title => `结合实际，谈谈对“${title}”的理解。`,
    title => `“${title}”对我们的工作提出了什么要求？`,
    title => `围绕“${title}”，我们下一步准备做什么？`,
  ],
  ellipsis: '……',
  minutes: minutes => `约${minutes}分钟`,
  next: title => `下一部分：${title}`,
  conflict: '文章和上一页都改过：这一页是按文章新生成的，不放映。请留下其中一页，删去另一页；要留这一页，还要删去这一行和 hide: true。',
  black: '黑屏中，按 B 键恢复',
  edit: { open: '在浏览器里编辑', close: '关闭编辑' },
  pageOf: ['第 ', ' 页 / 共 ', ' 页'],
  start: {
    show: '放映',
    presenter: '演讲者视图',
    pdf: 'PDF',
    wholePdf: '全部幻灯片：PDF',
    slides: count => `${count}张幻灯片`,
    handout: slides => slides === 0 ? '打印讲义：幻灯片与讲稿' : `打印讲义：每页${slides}张`,
    offline: '随身携带：单个离线文件',
  },
}

export const TRADITIONAL: Labels = {
  ...CHINESE,
  partOf: (part, parts) => CHINESE.partOf(part, parts).replace('两', '兩'),
  contents: '目錄',
  summary: '小結',
  questions: '學習思考',
  questionTemplates: [
    title => `結合實際，談談對「${title}」的理解。`,
    title => `「${title}」對我們的工作提出了什麼要求？`,
    title => `圍繞「${title}」，我們下一步準備做什麼？`,
  ],
  minutes: minutes => `約${minutes}分鐘`,
  conflict: '文章和上一頁都改過：這一頁是按文章新生成的，不放映。請留下其中一頁，刪去另一頁；要留這一頁，還要刪去這一行和 hide: true。',
  black: '黑畫面中，按 B 鍵恢復',
  edit: { open: '在瀏覽器裡編輯', close: '關閉編輯' },
  pageOf: ['第 ', ' 頁 / 共 ', ' 頁'],
  start: {
    show: '放映',
    presenter: '演講者檢視',
    pdf: 'PDF',
    wholePdf: '全部投影片：PDF',
    slides: count => `${count}張投影片`,
    handout: slides => slides === 0 ? '列印講義：投影片與講稿' : `列印講義：每頁${slides}張`,
    offline: '隨身攜帶：單一離線檔案',
  },
}

export const ENGLISH: Labels = {
  partOf: (part, parts) => parts === 1 ? 'The whole text' : `Part ${part} of ${parts}`,
  part: part => `Part ${part}`,
  numeral: String,
  contents: 'Contents',
  summary: 'Summary',
  questions: 'Questions for discussion',
  questionTemplates: [
    title => `What does “${title}” mean in our own work?`,
    title => `What does “${title}” ask of us?`,
    title => `What will we do next about “${title}”?`,
  ],
  ellipsis: '…',
  minutes: minutes => `about ${minutes} min`,
  next: title => `Next: ${title}`,
  conflict: [
    'Both the article and the slide before have changed: this is the article\'s, and it is not shown.',
    'Keep one of the two and delete the other; to keep this one, delete this line and hide: true as well.',
  ].join(' '),
  black: 'The screen is black. B brings it back.',
  edit: { open: 'Edit in the browser', close: 'Close the editor' },
  pageOf: ['Page ', ' of ', ''],
  start: {
    show: 'Show',
    presenter: 'Presenter view',
    pdf: 'PDF',
    wholePdf: 'All slides: one PDF',
    slides: count => count === 1 ? '1 slide' : `${count} slides`,
    handout: slides => slides === 0 ? 'Handout: slides and notes' : `Handout: ${slides} slides a page`,
    offline: 'One file to take along',
  },
}
