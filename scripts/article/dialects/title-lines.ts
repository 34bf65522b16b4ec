import type { Root, Yaml } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../places.ts'
import { positionOf } from '../places.ts'

/** The lines of a title block, each with those that go on with it by an indent. */
const FIELD = /^%[ \t]?(.*(?:\r?\n[ \t]+\S.*)*)(?:\r?\n|$)/

/**
 * Reads the lines at an article's head that begin with % as frontmatter: its title, authors, date (pandoc's manual,
 * “Extension: pandoc_title_block”).
 *
 * @param tree the article, whose first block goes where it is such lines
 * @param file the article
 * @param place its places
 */
export function readTitleLines(tree: Root, file: VFile, place: Places): void {
  const [first] = tree.children
  const source = String(file)
  if (first?.type !== 'paragraph' || first.position?.start.offset !== 0 || !/^%[ \t]/.test(source))
    return
  const fields: string[] = []
  let at = 0
  for (let match = FIELD.exec(source); match && fields.length < 3; match = FIELD.exec(source.slice(at))) {
    fields.push(match[1]!.trim())
    at += match[0].length
  }
  const [title = '', authors = '', date = ''] = fields
  if (at < first.position.end.offset!)
    return
  const lines = {
    title: title.replace(/\s*\n\s*/g, ' '),
    author: authors.split(/\s*[;；\n]\s*/).filter(author => author !== ''),
    date: date.replace(/\s*\n\s*/g, ' '),
  }
  const filled = Object.entries(lines).filter(([, words]) => words.length > 0)
  const value = filled.map(([key, words]) => `${key}: ${JSON.stringify(words)}`).join('\n')
  const yaml: Yaml = { type: 'yaml', value, position: positionOf(0, at, place) }
  tree.children.splice(0, 1, yaml)
}
