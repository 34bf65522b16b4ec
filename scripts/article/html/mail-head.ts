import type { Heading, Paragraph, Root, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import { toString } from 'mdast-util-to-string'
import { wording } from '../../messages/wording.ts'
import { sliceText } from '../align.ts'
import { leaveOut } from '../left-out.ts'
import { placesOf } from '../places.ts'
import { fieldOf, withoutReply } from '../text/mail.ts'

/**
 * A remark plugin for a mail that is saved as a page: From, To, Subject and their like above its text are left out, as
 * they are of a mail in plain text, and the subject is its title where the page has none.
 *
 * @returns a transformer
 */
export function dropMailHead() {
  return (tree: Root, file: VFile): void => {
    const from = tree.children.findIndex(({ type }) => type === 'paragraph')
    const fields = new Map<string, { value: string, block: Paragraph }>()
    let end = Math.max(0, from)
    for (let block = tree.children[end]; block && readInto(fields, block); block = tree.children[end])
      end++
    if (!fields.has('from') || fields.size < 3)
      return
    const gone = tree.children.slice(from, end)
    const words = gone.map(node => toString(node)).join('\n')
    leaveOut(file, words, wording('left-mail-head'), { ruleId: 'not-text', place: gone[0]!.position })
    const subject = fields.get('subject')
    const isTitled = tree.children.some(({ type }) => type === 'heading')
    tree.children.splice(from, end - from, ...(subject && !isTitled ? titleFrom(subject, file) : []))
  }
}

/** Reads the fields of a block, a line each; false for one that has other lines. */
function readInto(fields: Map<string, { value: string, block: Paragraph }>, block: RootContent): boolean {
  const found = block.type === 'paragraph' ? toString(block).split('\n').map(line => fieldOf(line.trim())) : []
  const isHead = found.length > 0 && !found.includes(undefined)
  if (isHead)
    found.forEach(field => fields.set(field!.key, { value: field!.value, block: block as Paragraph }))
  return isHead
}

function titleFrom({ value, block }: { value: string, block: Paragraph }, file: VFile): Heading[] {
  const subject = withoutReply(value)
  const text = block.children.find((node): node is Text => node.type === 'text' && node.value.includes(subject))
  if (!text || subject === '')
    return []
  const at = text.value.indexOf(subject)
  const title = sliceText(text, at, at + subject.length, placesOf(file))
  return [{ type: 'heading', depth: 1, children: [title], ...(title.position && { position: title.position }) }]
}
