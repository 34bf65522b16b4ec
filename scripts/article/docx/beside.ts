import type JSZip from 'jszip'
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { elementsOf, textOf } from './xml.ts'

/** A paragraph beside a document's text: a running head or foot, or a reviewer's remark. */
export interface Beside {
  kind: 'running' | 'remark'
  words: string
}

/** The words of a page's number, which is no running head. */
const COUNTS = /[第共页頁]|page|of/gi

/**
 * A part of a document.
 *
 * @param zip the document
 * @param name `word/styles.xml`, say
 * @returns the part; nothing where there is none
 */
export async function partOf(zip: JSZip, name: string): Promise<Root | undefined> {
  const xml = await zip.file(name)?.async('string')
  return xml === undefined ? undefined : fromXml(xml.replace(/^\uFEFF/, ''))
}

/**
 * What stands beside a document's text: running heads and feet, and the comments of reviewers.
 *
 * @param zip the document
 * @returns each paragraph once, in the order of the parts
 */
export async function besideOf(zip: JSZip): Promise<Beside[]> {
  const names = Object.keys(zip.files).filter(name => /^word\/(?:header|footer|comments)\d*\.xml$/.test(name)).sort()
  const found = await Promise.all(names.map(async (name) => {
    const part = await partOf(zip, name)
    return part ? besideIn(part, name.includes('comments') ? 'remark' : 'running') : []
  }))
  const seen = new Set<string>()
  return found.flat().filter(({ words }) => !seen.has(words) && seen.add(words))
}

function besideIn(part: Root, kind: Beside['kind']): Beside[] {
  const isKept = (words: string): boolean => kind === 'remark' || /\p{L}/u.test(words.replace(COUNTS, ''))
  return wordsOf(part).filter(isKept).map(words => ({ kind, words }))
}

/** A relation of a part to another: its id in the part, its kind, and the name of the other (ECMA-376 2, 9.3). */
export interface Relation { id: string, kind: string, target: string }

/**
 * The parts that a document refers to.
 *
 * @param zip the document
 * @param document the name of its main part
 * @returns its relations
 */
export async function relationsOf(zip: JSZip, document: string): Promise<Relation[]> {
  const relations = await partOf(zip, document.replace(/([^/]+)$/, '_rels/$1.rels'))
  return (relations ? elementsOf(relations, 'Relationship') : []).map(({ attributes }) => ({
    id: attributes.Id ?? '',
    kind: (attributes.Type ?? '').replace(/^.*\//, ''),
    target: (attributes.Target ?? '').replace(/^\/?(?:word\/)?/, 'word/'),
  }))
}

/**
 * The words of a document's diagrams (SmartArt), which stand in parts of their own (ECMA-376 1, 21.4).
 *
 * @param zip the document
 * @param relations those of its main part
 * @returns the words of each shape, by the relation that names the diagram
 */
export async function diagramsOf(zip: JSZip, relations: readonly Relation[]): Promise<ReadonlyMap<string, string[]>> {
  const diagrams = relations.filter(({ target }) => /diagrams\/data\d*\.xml$/.test(target))
  const entries = await Promise.all(diagrams.map(async ({ id, target }) => {
    const part = await partOf(zip, target)
    return [id, part ? wordsOf(part) : []] as const
  }))
  return new Map(entries)
}

/** The words of a part's paragraphs. */
function wordsOf(part: Root): string[] {
  return elementsOf(part, 'w:p', 'a:p').map(wordsOfParagraph).filter(words => words !== '')
}

function wordsOfParagraph(paragraph: Element): string {
  const pieces = elementsOf(paragraph, 'w:t', 'a:t', 'w:tab')
  return pieces.map(piece => piece.name === 'w:tab' ? ' ' : textOf(piece)).join('').trim()
}
