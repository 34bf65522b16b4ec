import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from 'unist-util-visit'
import { wording } from '../messages/wording.ts'
import { warn } from './warn.ts'

/** Languages of diagrams, as fences name them. */
const LANGUAGE = new RegExp(String.raw`^\{?\.?(${[
  'mermaid|plantuml|puml|dot|graphviz|d2|ditaa|wavedrom|vega(?:-lite)?|flow|flowchart|sequence',
  'mindmap|markmap|echarts|tikz',
].join('|')})\b`, 'i')

/**
 * A remark plugin that tells of diagrams: their source is shown, line by line, and not drawn.
 *
 * @returns a transformer; the file has a message for each
 */
export function tellDiagrams() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', ({ lang, position }) => {
      const [, language] = LANGUAGE.exec(lang ?? '') ?? []
      if (language)
        warn(file, 'diagram', position, wording('diagram', { language }))
    })
  }
}
