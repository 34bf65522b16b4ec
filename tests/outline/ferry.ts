import type { OutlineJson } from '../../scripts/outline/json.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { verifyDecks } from '../support/verify.ts'

export const ONE = '渡口有一条船，是梁伯的父亲留下来的，木头已经黑得发亮。'
export const TWO = '每天早上六点，梁伯把船撑到对岸，接第一批过河的学生。'
export const THREE = '渡口有一盏灯，挂在老槐树上，天黑就亮，一亮就是三十一年。'

/** Reads an article's outline; its decks must keep the promises too. */
export function read(text: string, ending: '.txt' | '.md' = '.txt'): OutlineJson {
  verifyDecks(article(text, ending))
  return toJson(outlineOf(article(text, ending)))
}
