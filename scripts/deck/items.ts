import { BULLET_SIGNS } from '../article/text/lines.ts'
import { opensItem } from '../language/inline-numbers.ts'

/**
 * What leads on to items names nobody: it ends with a verb, with what has to be, or with a noun for kinds of things, or
 * has a number in it.
 */
const LEADS_ON = new RegExp(`(?:${[
  '应当?|必须|可以|不得|需要|包括|适用于|做到|要求|注意\\p{Script=Han}{0,6}|(?:下列|以下)\\p{Script=Han}{0,8}',
  '\\d(?:[元角分倍天日年月次个项条件步种类点]|小时|分钟)(?:的|以[上下内])?',
].join('|')})[：:]$`, 'u')

/** Items whose signs are none within a text: （一）, 1. and ① are `opensItem`'s. E. B. White is a name. */
const ITEM = new RegExp([
  String.raw`^(?:[㈠-㈩⑴-⒇⒈-⒛]|[（(][a-h][）)]|[a-hA-H][)）]|[a-h]\.|第[一二三四五六七八九十百\d]{1,4}条`,
  String.raw`|[${BULLET_SIGNS}✓☑☐])[ \t\u3000]*(?=\S)`,
].join(''), 'u')

/**
 * Whether a line is an item of a list that is typed, or leads on to items: ①排队, 渡工应当：. Neither is a signature.
 *
 * @param line a paragraph without white space at its edges
 */
export function isOfList(line: string): boolean {
  return opensItem(line) || ITEM.test(line) || LEADS_ON.test(line)
}
