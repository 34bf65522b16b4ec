/**
 * Nouns that say what kind of thing the next words tell (Schmid, English Abstract Nouns as Conceptual Shells, 2000).
 * Each stands here once, by what usually follows it.
 */

/** Nouns that a list or an explanation follows: 办法：…, 办法很简单：…. */
const LISTED_OR_EXPLAINED = ['办法', '做法', '道理']

/** Nouns that say what a list has: 任务：…. */
export const LISTED: readonly string[] = [
  ...LISTED_OR_EXPLAINED,
  '路子', '目标', '任务', '原则', '规矩', '规定', '标准', '条件', '要求', '措施', '安排', '步骤', '内容', '指标', '分工',
]

/** Nouns that say what an explanation is: 原因很简单：…. */
export const EXPLAINED: readonly string[] = [
  ...LISTED_OR_EXPLAINED,
  '原因', '起因', '缘由', '理由', '答案', '回答', '结论', '事实', '启示', '教训', '意义', '寓意',
]
