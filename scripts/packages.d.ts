declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat?: 'sfnt' | 'woff' | 'woff2'
    preserveNameIds?: number[]
    variationAxes?: Record<string, number>
    noLayoutClosure?: boolean
    noHinting?: boolean
  }
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>
}

declare module 'fontverter' {
  const fontverter: { convert: (font: Buffer, to: 'sfnt' | 'woff2') => Promise<Buffer> }
  export default fontverter
}

declare module '@mozilla/readability/JSDOMParser.js' {
  export interface DomNode {
    nodeType: number
    localName: string
    childNodes: DomNode[]
    textContent: string
    appendChild: (node: DomNode) => void
    getAttribute: (name: string) => string | undefined
    setAttribute: (name: string, value: string) => void
  }
  export interface DomDocument {
    head: DomNode
    body: DomNode
    createElement: (name: string) => DomNode
    createTextNode: (text: string) => DomNode
  }
  export default class JSDOMParser {
    parse(html: string, url: string): DomDocument
  }
}
