import JSZip from 'jszip'
import { wordsOfEq } from './eq.ts'
import { shifted } from './markup.ts'
import { FORMULA, JOINT } from './plain.ts'
import { referencesRead } from './references.ts'
import { symbolOf } from './symbols.ts'

/**
 * The parts of a Word document with words of the article: its text, then its notes (ECMA-376 1, 11.3). Comments and
 * heads of pages are none.
 */
const PARTS = [/^word\/document\d*\.xml$/, /^word\/footnotes\.xml$/, /^word\/endnotes\.xml$/]
const TAG = /<(\/?)([\w:]+)\b([^<>]*)>/g

/**
 * All runs of text of a Word document, by tags alone: its paragraphs, its notes and its text boxes, once each. Hidden
 * and deleted runs are among them.
 *
 * @param bytes the file
 * @returns its words, a line for each paragraph
 */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes)
  const names = PARTS.flatMap(part => Object.keys(zip.files).filter(name => part.test(name)))
  const parts = await Promise.all(names.map(name => zip.file(name)!.async('string')))
  return withinWords(parts.map(textOfPart).join('\n'))
}

/** Places that are in one word or number, each once. */
function withinWords(text: string): string {
  const within = new RegExp(`(?<=[\\p{L}\\p{Nd}])${JOINT}+(?=[\\p{L}\\p{Nd}])`, 'gu')
  return text.split(within).map(piece => piece.replaceAll(JOINT, '')).join(JOINT)
}

/** Elements that part words. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  '/w:p': '\n',
  'w:p': '\n',
  'w:tc': '\n',
  // Where words were put in or taken out, a word may begin or end.
  'w:del': JOINT,
  '/w:del': JOINT,
  'w:ins': JOINT,
  '/w:ins': JOINT,
  'm:oMath': FORMULA.start,
  '/m:oMath': FORMULA.end,
}

/** A first letter that stands in a frame of its own belongs to the paragraph behind it (ECMA-376 1, 17.3.1.11). */
const DROPPED = /\sw:dropCap="(?:drop|margin)"/

// eslint-disable-next-line max-lines-per-function -- what has been read so far is one state
function textOfPart(xml: string): string {
  const pieces: string[] = []
  /** How long the text was where the newer form of a drawing began: the older one repeats what it has. */
  const choices: number[] = []
  let script: 'sup' | 'sub' | undefined
  let from = -1
  let skipTo = 0
  let isDropCap = false
  let isStruck = false
  let code = ''
  for (const { index, 0: tag, 1: slash, 2: name, 3: attributes } of xml.matchAll(TAG)) {
    if (index < skipTo)
      continue
    if (/^(?:[wm]:t|w:delText)$/.test(name!)) {
      if (slash) {
        const words = referencesRead(xml.slice(from, index))
        pieces.push(script ? shifted(words, script) : words)
      }
      from = index + tag.length
    }
    else if (name === 'w:instrText') {
      code += slash ? referencesRead(xml.slice(from, index)) : ''
      from = index + tag.length
    }
    else if (name === 'w:fldChar') {
      pieces.push(/"end"/.test(attributes!) ? wordsOfEq(code) : '')
      code = ''
    }
    else if (name === 'mc:Choice') {
      if (!slash)
        choices.push(pieces.length)
    }
    else if (name === 'mc:Fallback' && !slash) {
      const hasWords = pieces.slice(choices.pop() ?? 0).some(piece => /[\p{L}\p{N}]/u.test(piece))
      skipTo = hasWords ? endOf(xml, 'mc:Fallback', index + tag.length) : index
    }
    else if (name === 'w:vertAlign') {
      script = scriptOf(attributes!)
    }
    else if (name === 'w:strike' || name === 'w:dstrike') {
      isStruck = true
      pieces.push(JOINT)
    }
    else if (name === 'w:r') {
      pieces.push(isStruck ? JOINT : '')
      isStruck = false
      script = undefined
    }
    else if (name === 'w:sym') {
      pieces.push(symbolOf(attributes!))
    }
    else if (name === 'w:framePr') {
      isDropCap ||= DROPPED.test(attributes!)
    }
    else if (isDropCap && name === 'w:p') {
      isDropCap = slash !== ''
    }
    else if (!(attributes!.endsWith('/') && name === 'w:p' && slash)) {
      pieces.push(SIGNS[slash! + name!] ?? '')
    }
  }
  return pieces.join('')
}

/** Where an element ends that may stand in its own kind. */
function endOf(xml: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}\\b`, 'g')
  tags.lastIndex = from
  let depth = 1
  for (let match = tags.exec(xml); match; match = tags.exec(xml)) {
    depth += match[1] ? -1 : 1
    if (depth === 0)
      return match.index
  }
  return xml.length
}

function scriptOf(attributes: string): 'sup' | 'sub' | undefined {
  if (/"superscript"/.test(attributes))
    return 'sup'
  return /"subscript"/.test(attributes) ? 'sub' : undefined
}
