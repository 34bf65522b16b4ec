import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import type { HeadRole } from './head-roles.ts'
import { toString } from 'hast-util-to-string'
import { wording } from '../../messages/wording.ts'
import { withoutControls } from '../controls.ts'
import { leaveOut } from '../left-out.ts'
import { isByline, isEmpty, isFrame, isHeading, isLine, isStandfirst, roleOf } from './head-roles.ts'
import { piecesOf } from './line-pieces.ts'

/** A line below the title, with the element that it stands in. */
interface Line { node: Element, parent: Parents }

/**
 * A rehype plugin for an article whose first block is its title. A line between the title and the text becomes subtitle
 * or byline if the page names it so. Counts of views, buttons, and the title once more are left out.
 *
 * @returns a transformer; messages tell what was left out
 */
export function headLines() {
  return (tree: Root, file: VFile): void => {
    const [title] = tree.children
    if (title?.type !== 'element' || title.tagName !== 'h1')
      return
    const said = new Set([squeeze(toString(title))])
    const lines = joinAuthor(linesBelow(tree, title))
    const controls: string[] = []
    for (const [index, { node, parent }] of lines.entries()) {
      const at = parent.children.indexOf(node as never)
      const found = piecesOf(node).map(withoutControls)
      const pieces = found.flatMap(piece => piece.pieces)
      const ownControls = found.flatMap(piece => piece.controls)
      controls.push(...ownControls)
      const words = squeeze(pieces.join(''))
      if (said.has(words) || words === '') {
        leaveOut(file, pieces.join(' '), wording('left-title-again'))
        parent.children.splice(at, 1)
        continue
      }
      const role = roleOf(node, lines[index + 1]?.node)
      // A heading that is no subtitle begins the text.
      if (role === undefined && isHeading(node))
        break
      if (role === 'subtitle')
        said.add(words)
      if (role || ownControls.length > 0)
        parent.children.splice(at, 1, ...pieces.map(piece => toLine(node, piece, role)) as never[])
    }
    leaveOutControls(controls, title, file)
  }
}

function leaveOutControls(controls: readonly string[], title: Element, file: VFile): void {
  const count = controls.length
  const reason = count > 1 ? wording('left-controls', { count }) : wording('left-control')
  const rule = { ruleId: 'page-furniture', place: title.position } as const
  for (const [index, control] of controls.entries())
    leaveOut(file, control, reason, index === 0 ? rule : undefined)
}

/**
 * Joins the author whom Readability names, who stands first, with the lines of the page. A line that says the name too
 * replaces the author; a line that says no more than the name goes.
 */
function joinAuthor(lines: Line[]): Line[] {
  const [author, ...others] = lines
  if (!author || !isByline(author.node))
    return lines
  const name = squeeze(toString(author.node))
  const credits = others.filter(({ node }) => roleOf(node, undefined) === 'byline')
  const isSaid = credits.some(({ node }) => squeeze(toString(node)).includes(name))
  const gone = isSaid ? [author] : credits.filter(({ node }) => name.includes(squeeze(toString(node))))
  for (const { node, parent } of gone)
    parent.children.splice(parent.children.indexOf(node as never), 1)
  return lines.filter(line => !gone.includes(line))
}

/** The lines between a title and the text, taken from the elements that frame them. */
function linesBelow(tree: Root, title: Element): Line[] {
  const lines: Line[] = []
  // False where the text begins.
  const walk = (parent: Parents): boolean => {
    for (const node of [...parent.children] as RootContent[]) {
      if (node === title || isPassedOver(node))
        continue
      if (node.type !== 'element')
        return false
      if (isLine(node))
        lines.push({ node, parent })
      else if (!isFrame(node) || !walk(node))
        return false
    }
    return true
  }
  walk(tree)
  return lines
}

/** Whether a node between the lines is none of them, and more lines may follow it. */
function isPassedOver(node: RootContent): boolean {
  if (node.type === 'text')
    return node.value.trim() === ''
  if (node.type === 'element')
    return isEmpty(node) || isStandfirst(node)
  return node.type === 'comment'
}

function toLine(node: Element, value: string, role: HeadRole | undefined): ElementContent {
  const position = node.position && { position: node.position }
  const className = role === 'byline' ? 'lectern-byline' : role
  const properties = className ? { className: [className] } : {}
  return { type: 'element', tagName: 'p', properties, children: [{ type: 'text', value, ...position }], ...position }
}

function squeeze(words: string): string {
  return words.replace(/[\s\p{P}]+/gu, '')
}
