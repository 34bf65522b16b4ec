import type { RootContent } from 'mdast'
import type { Draft } from './draft.ts'
import { widthInEm } from '../language/measure.ts'
import { LONGEST_TITLE_EM, role } from './title-lines.ts'

const CREDITED = '(?:作者|本文|执笔|记者|通讯员|责任编辑|责编|编辑|审核|校对|供稿|The author|The writer)'
const NAME = String.raw`(?:[\p{Script=Han}·]{2,4}|\p{Script=Han} \p{Script=Han})`
/** In brackets; or an editor behind a mark. */
const LAST_CREDITS = [
  new RegExp(`^[（([【](${CREDITED}[^（()），。！？；[\\]【】]*)[）)\\]】][。.]?$`),
  new RegExp([
    String.raw`^((?:责任编辑|责编|编辑|审核|校对|供稿|撰文|监制)\s*[:：|｜丨/／]\s*`,
    String.raw`${NAME}(?:[ \u3000、]+${NAME})*)$`,
  ].join(''), 'u'),
  // Where its pictures are from; 图片：渡口的黄昏 is a caption.
  /^(图片\s*[:：|｜丨/／]\s*(?:来自|源自|源于|取自)[^，。！？；]{1,20})$/,
]

/**
 * Finds a byline below the article: a last block that stands in brackets, or names its editor.
 *
 * @param draft the article's last block
 * @returns a paragraph with the byline's role, or nothing
 */
function findLastByline(draft: Draft): RootContent | undefined {
  const name = LAST_CREDITS.map(form => form.exec(draft.text)?.[1]).find(found => found !== undefined)
  if (name === undefined || /[了着过]/.test(name) || widthInEm(draft.text) > LONGEST_TITLE_EM)
    return undefined
  const start = draft.text.indexOf(name)
  return role(draft, 'byline', start, start + name.length)
}

/**
 * Finds the bylines below the article: 记者 …, and below it 责任编辑 ….
 *
 * @param drafts the article's last blocks
 * @returns a paragraph with the byline's role for each
 */
export function findLastBylines(drafts: Draft[]): RootContent[] {
  const found: RootContent[] = []
  for (const draft of drafts.toReversed()) {
    const byline = findLastByline(draft)
    if (!byline)
      break
    found.unshift(byline)
  }
  return found
}
