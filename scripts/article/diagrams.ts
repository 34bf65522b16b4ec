import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from 'unist-util-visit'

/** Languages of diagrams, as fences name them. */
const LANGUAGE = /^\{?\.?(mermaid|plantuml|puml|dot|graphviz|d2|ditaa|wavedrom|vega(?:-lite)?|flow|flowchart|sequence|mindmap|markmap|echarts|tikz)\b/i

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
        file.message(`Unexpected diagram in ${language}, expected a picture of it: its source is shown line by line, and not drawn; save it as a picture, and name that in its place`, { place: position, ruleId: 'diagram', source: 'lectern' })
    })
  }
}
