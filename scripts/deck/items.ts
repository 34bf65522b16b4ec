import { BULLET_SIGNS } from '../article/text/lines.ts'

/**
 * What leads on to items names nobody: it ends with a verb, with what has to be, or with a noun for kinds of things, or
 * has a number in it.
 */
const LEADS_ON = new RegExp(`(?:${[
  '应当?|必须|可以|不得|需要|包括|适用于|做到|要求|注意\\p{Script=Han}{0,6}|(?:下列|以下)\\p{Script=Han}{0,8}',
  '\\d\\p{Script=Han}{1,4}',
].join('|')})[：:]$`, 'u')

/** What a number or a sign of a list stands before is an item, or leads on to some. */
const ITEM = new RegExp([
  String.raw`^(?:[①-⑳㈠-㈩⑴-⒇⒈-⒛]|[（(](?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3}|[a-h])[）)]|[\d０-９]{1,2}(?:[)）]|[.．、](?!\d))`,
  String.raw`|[a-hA-H][.)）](?=\S|\s)|第[一二三四五六七八九十百\d]{1,4}条|[${BULLET_SIGNS}✓☑☐])[ \t\u3000]*(?=\S)`,
].join(''), 'u')

/**
 * Whether a line is an item of a list that is typed, or leads on to items: ①排队, 渡工应当：. Neither is a signature.
 *
 * @param line a paragraph without white space at its edges
 */
export function isOfList(line: string): boolean {
  return ITEM.test(line) || LEADS_ON.test(line)
}
