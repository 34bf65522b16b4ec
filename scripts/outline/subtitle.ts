/**
 * In brackets at a title's end, what says how far a rule holds and which of several texts it is belongs to the title
 * (立法技术规范（试行）（一）; 党政机关公文处理工作条例): （试行）, （征求意见稿）, （2023年修订）, （三）.
 */
const PART_OF_TITLE = new RegExp(`^(?:${[
  '(?:试行|暂行|试用|草案|初稿|修[订正改](?:草案)?|公开?征求意见)(?:[一二三四五]次审议稿)?',
  '(?:草案)?(?:修[订正改]|公开征求意见|征求意见|讨论|送审|审议|报批|试[行用]|暂行)[稿版本]',
  String.raw`(?:\d{4} ?年?|第[一二三四五六七八九十\d]{1,3}次)(?:修订|修正|修改|版|本)\p{Script=Han}{0,4}`,
  '[一二三四五六七八九十]{1,3}|[上中下]',
].join('|')})$`, 'u')

/**
 * The place of a subtitle in a title's line: after ——, or in brackets at the end.
 *
 * @param text the line
 * @returns where it starts and ends, without what stands round it; nothing where the line has none
 */
export function findSubtitle(text: string): { start: number, end: number } | undefined {
  const dash = /—{2,}|-{2,}|⸺/.exec(text)
  if (dash && dash.index > 0) {
    const start = dash.index + dash[0].length + text.slice(dash.index + dash[0].length).search(/\S|$/)
    return start < text.length ? { start, end: text.replace(/[\s—]+$/, '').length } : undefined
  }
  const open = text.search(/[（(【〔[]/)
  const bracketed = open > 0 && /^[（(【〔[][^（()）【】]+[）)】〕\]]$/.test(text.slice(open))
  const isOwn = bracketed && PART_OF_TITLE.test(text.slice(open + 1, -1))
  return bracketed && !isOwn ? { start: open + 1, end: text.length - 1 } : undefined
}
