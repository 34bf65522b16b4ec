import type { Line } from './lines.ts'

/** The fields of a mail's head (RFC 5322, 3.6), as mail programs write them. */
const FIELDS: Readonly<Record<string, string>> = {
  from: 'From|发件人|寄件人|寄件者',
  to: 'To|收件人|收件者',
  subject: 'Subject|主题|主旨|主題',
  date: 'Date|Sent|日期|发送时间|发件时间|时间|時間|寄件日期',
  other: 'Cc|Bcc|Reply-To|Attachments?|Importance|抄送|密送|副本|附件|重要性|回复',
}
const ANY_FIELD = Object.entries(FIELDS).map(([key, names]) => `(?<${key}>${names})`).join('|')
const FIELD = new RegExp(`^(?:${ANY_FIELD})[ \\u3000]*[:：][ \\u3000]*(?<value>.*)$`, 'i')
/** Any field (RFC 5322, 2.2), as mails have that are saved with all their head. */
const ANY = /^[A-Z][\w-]{1,40}:[ \t]/i
/** What programs set above a mail that is sent on. */
const FORWARDED = /^-{3,}\s*(?:Forwarded message|Original Message|转发邮件(?:信息)?|原始邮件|原邮件)\s*-{3,}$/i
const REPLY = /^(?:(?:Re|Fwd?|AW|WG|回复|答复|转发)[:：]\s*)+/i
/** RFC 3676, 4.3: two hyphens and a space; programs drop the space. */
const SIGNATURE = /^-- ?$/
/** A signature has no more lines. */
const LONGEST_SIGNATURE = 12
const QUOTED = /^[ \t]*(?:>[ \t]?)+/

/**
 * Reads a field of a mail's head.
 *
 * @param line a line: 主题：渡口
 * @returns which field it is, `from`, `subject`, and its value; nothing for other lines
 */
export function fieldOf(line: string): { key: string, value: string } | undefined {
  const field = FIELD.exec(line)
  const key = field && Object.keys(FIELDS).find(name => field.groups![name] !== undefined)
  return field && key ? { key, value: field.groups!.value!.trim() } : undefined
}

/**
 * A subject without the words that say that a mail is an answer, or sent on.
 *
 * @param subject a mail's subject: Re: 渡口
 * @returns 渡口
 */
export function withoutReply(subject: string): string {
  return subject.replace(REPLY, '')
}

/** A mail: its head, its text, and the signature below it. */
export interface Mail {
  head: Line[]
  lines: Line[]
  signature: Line[]
  subject?: string
  /** Whoever wrote it, without an address. */
  from?: string
}

/**
 * Reads a mail: a text that begins with From, To, Subject and their like.
 *
 * @param lines a text's lines
 * @param text the article
 * @returns the mail, or nothing where the text is none
 */
export function readMail(lines: readonly Line[], text: string): Mail | undefined {
  const top = lines.findIndex(({ blank }) => !blank)
  const first = top + (FORWARDED.test(lines[top]?.words ?? '') ? 1 : 0)
  const end = lines.findIndex(({ blank }, index) => index > first && blank)
  const head = lines.slice(first, end < 0 ? undefined : end)
  const all = lines.slice(top, end < 0 ? undefined : end)
  const found = new Map<string, string>()
  let key = ''
  for (const line of head) {
    const field = fieldOf(line.words)
    const goesOn = /^[ \t]/.test(text.slice(line.start, line.end))
    if (field && !goesOn) {
      key = field.key
      found.set(key, field.value)
    }
    else if (!goesOn && ANY.test(line.words)) {
      key = 'other'
    }
    else if (key === '' || !goesOn) {
      return undefined
    }
    else if (key !== 'other') {
      found.set(key, `${found.get(key)} ${line.words}`)
    }
  }
  if (end < 0 || !found.has('from') || found.size < 3)
    return undefined
  const body = lines.slice(end)
  const at = body.findLastIndex(({ start, end }) => SIGNATURE.test(text.slice(start, end)))
  const isSignature = at >= 0 && body.slice(at + 1).filter(({ blank }) => !blank).length <= LONGEST_SIGNATURE
  const subject = withoutReply(decodeWords(found.get('subject') ?? ''))
  const from = decodeWords(found.get('from')!).replace(/<.*/, '').replace(/["“”]/g, '').trim()
  return {
    head: all,
    lines: isSignature ? body.slice(0, at) : body,
    signature: isSignature ? body.slice(at) : [],
    ...(subject && { subject }),
    ...(from !== '' && !from.includes('@') && { from }),
  }
}

/**
 * How many characters of a line say that it is quoted.
 *
 * @param line a line of a mail
 * @param text the article
 * @returns nought for a line of the writer's own
 */
export function quotedBy(line: Line, text: string): number {
  return QUOTED.exec(text.slice(line.start, line.end))?.[0].length ?? 0
}

/** A word that is encoded (RFC 2047, 2), and the space between two (6.2). */
const ENCODED = /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi

/** A field's words as a reader of mails shows them. */
function decodeWords(field: string): string {
  return field.replace(ENCODED, (word, charset: string, encoding: string, text: string) => {
    try {
      const bytes = /q/i.test(encoding) ? unquoted(text) : atob(text)
      return new TextDecoder(charset).decode(Uint8Array.from(bytes, character => character.charCodeAt(0)))
    }
    catch {
      return word
    }
  })
}

function unquoted(text: string): string {
  const spaced = text.replaceAll('_', ' ')
  return spaced.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)))
}
