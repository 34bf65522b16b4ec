import type { Text } from 'mdast'
import type { VFile } from 'vfile'
import type { TalkKey } from '../outline/talk.ts'
import type { Outline, Talk } from '../outline/types.ts'
import { leaveOut } from '../article/left-out.ts'
import { addMessage } from '../messages/file.ts'
import { wording } from '../messages/wording.ts'
import { TALK_KEYS } from '../outline/talk.ts'

/** What of a talk a person has asked for: it counts more than what the article says. */
export type TalkOptions = { [Key in keyof Talk]?: Talk[Key] | undefined }

/**
 * Whose talk it is: as a person has asked, else as the article says.
 *
 * @param outline the article
 * @param asked what a person has asked for
 * @returns the talk
 */
export function talkOf({ talk }: Outline, asked: TalkOptions = {}): Talk {
  const isTalk = (key: string): boolean => key === 'logo' || (TALK_KEYS as readonly string[]).includes(key)
  const own = Object.entries(asked).filter(([key, value]) => value !== undefined && isTalk(key))
  return { ...talk, ...Object.fromEntries(own) }
}

/**
 * Whose talk it is, as a cover says it: who speaks and for whom on one line, then when. What the article says below
 * its title stands as it does there.
 *
 * @param outline the article
 * @param asked what a person has asked for
 * @returns the lines, none where nothing is known
 */
export function talkLines(outline: Outline, asked: TalkOptions = {}): string[] {
  const talk = talkOf(outline, asked)
  const shown = (key: TalkKey): string[] => {
    const value = talk[key]
    const line = outline.talkLines.find(line => line.key === key && line.value === value)
    return value === undefined ? [] : [line?.written ?? value]
  }
  const who = [...shown('speaker'), ...shown('organization')].join(/^zh\b/i.test(outline.language) ? '\u3000' : ', ')
  return [...who === '' ? [] : [who], ...shown('date')]
}

/**
 * The byline as it is shown: without the date of the frontmatter, where a person has asked for another.
 *
 * @param outline the article
 * @param asked what a person has asked for
 * @returns its lines
 */
export function shownByline(outline: Outline, asked: TalkOptions = {}): Text[] {
  const { date } = outline.talk
  return talkOf(outline, asked).date === date ? outline.byline : outline.byline.filter(({ value }) => value !== date)
}

/**
 * The lines of a talk that the byline beside them does not have already, as it has the frontmatter's date.
 *
 * @param outline the article
 * @param asked what a person has asked for
 * @returns the lines
 */
export function talkBesideByline(outline: Outline, asked: TalkOptions = {}): string[] {
  const byline = new Set(shownByline(outline, asked).map(({ value }) => value))
  return talkLines(outline, asked).filter(line => !byline.has(line))
}

/**
 * Tells of lines below the title in whose place something else is shown.
 *
 * @param outline the article
 * @param asked what a person has asked for
 * @param file the article, which gets a message for each
 */
export function tellReplaced(outline: Outline, asked: TalkOptions, file: VFile): void {
  const talk = talkOf(outline, asked)
  for (const { key, value, written, position } of outline.talkLines) {
    const now = talk[key]
    if (now === undefined || now === value)
      continue
    leaveOut(file, written, wording('left-talk-line'))
    const source = asked[key] === undefined ? wording('talk-frontmatter') : `--${key}`
    addMessage(file, wording('talk-replaced', { written, source, now }), { place: position, ruleId: 'talk' })
  }
}
