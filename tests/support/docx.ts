import { Document, FootnoteReferenceRun, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import JSZip from 'jszip'

/** A picture of one red pixel. */
export const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')

/** A paragraph of a document: its words, and the name of its style. */
export type Block
  = | string
    | { style: string, text: string }
    | { picture: string }
    | { table: string[][] }
    | { noted: string, note: string }

const BUILT_IN: Readonly<Record<string, typeof HeadingLevel[keyof typeof HeadingLevel]>> = { 'Title': HeadingLevel.TITLE, 'Heading 1': HeadingLevel.HEADING_1, 'Heading 2': HeadingLevel.HEADING_2 }

function rowOf(cells: string[]): TableRow {
  return new TableRow({ children: cells.map(cell => new TableCell({ children: [new Paragraph(cell)] })) })
}

/** Makes a Word document. */
export async function makeDocx(blocks: Block[]): Promise<Uint8Array> {
  const notes = blocks.filter(block => typeof block === 'object' && 'note' in block)
  const styles = new Set(blocks.flatMap(block => typeof block === 'object' && 'style' in block && !BUILT_IN[block.style] ? [block.style] : []))
  return Packer.toBuffer(new Document({
    styles: { paragraphStyles: Array.from(styles, (name, index) => ({ id: `own${index}`, name, basedOn: 'Normal' })) },
    footnotes: Object.fromEntries(notes.map(({ note }, index) => [index + 1, { children: [new Paragraph(note)] }])),
    sections: [{
      children: blocks.map((block) => {
        if (typeof block === 'string')
          return new Paragraph(block)
        if ('picture' in block)
          return new Paragraph({ children: [new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 90, height: 60 }, altText: { name: 'p', title: 'p', description: block.picture } })] })
        if ('table' in block)
          return new Table({ rows: block.table.map(rowOf) })
        if ('note' in block) {
          const mark = new FootnoteReferenceRun(notes.indexOf(block) + 1)
          return new Paragraph({ children: [new TextRun(block.noted), mark] })
        }
        const heading = BUILT_IN[block.style]
        return heading ? new Paragraph({ text: block.text, heading }) : new Paragraph({ text: block.text, style: `own${[...styles].indexOf(block.style)}` })
      }),
    }],
  }))
}

/** Makes a Word document, and changes the XML of its text. */
export async function withBody(blocks: Block[], change: (xml: string) => string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await makeDocx(blocks))
  zip.file('word/document.xml', change(await zip.file('word/document.xml')!.async('string')))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
