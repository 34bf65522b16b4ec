/** A font's tables by their tags (OpenType 1.9, “The OpenType Font File”). */
type Tables = ReadonlyMap<string, DataView>

const COMPOSITE = { words: 0x0001, scale: 0x0008, more: 0x0020, twoScales: 0x0040, matrix: 0x0080 }

/**
 * The characters that a font has glyphs for: its `cmap`, of which the formats 4 and 12 are read, as all fonts of today have one.
 *
 * @param font an sfnt
 * @returns glyph numbers by code points
 */
export function readCharacters(font: Uint8Array): Map<number, number> {
  const cmap = readTables(font).get('cmap')!
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const at = cmap.getUint32(8 + index * 8)
    const format = cmap.getUint16(at)
    if (format === 12)
      readSegmentedCoverage(cmap, at, glyphs)
    else if (format === 4)
      readSegments(cmap, at, glyphs)
  }
  return glyphs
}

function readSegmentedCoverage(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const [from, to, glyph] = [0, 4, 8].map(offset => cmap.getUint32(at + 16 + group * 12 + offset)) as [number, number, number]
    for (let codePoint = from; codePoint <= to; codePoint++)
      addGlyph(codePoint, glyph + codePoint - from, glyphs)
  }
}

function readSegments(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  const size = cmap.getUint16(at + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const [to, from, delta, offset] = [14, 16 + size, 16 + size * 2, 16 + size * 3].map(field => cmap.getUint16(at + field + segment)) as [number, number, number, number]
    const offsetAt = at + 16 + size * 3 + segment
    for (let codePoint = from; codePoint <= to && codePoint < 0xFFFF; codePoint++) {
      const glyph = offset === 0 ? codePoint : cmap.getUint16(offsetAt + offset + (codePoint - from) * 2)
      addGlyph(codePoint, glyph === 0 ? 0 : (glyph + delta) & 0xFFFF, glyphs)
    }
  }
}

function addGlyph(codePoint: number, glyph: number, glyphs: Map<number, number>): void {
  if (glyph !== 0)
    glyphs.set(codePoint, glyph)
}

/**
 * Puts the glyphs of several static TrueType fonts of one design into one: a family for the web comes in slices of which an article
 * needs a little of many. What is left are the outlines, the widths and the characters; layout features are not merged.
 *
 * @param fonts sfnts with `glyf` outlines and the same units per em; where two have a character, the first's glyph is taken
 * @returns an sfnt
 */
export function mergeFonts(fonts: Buffer[]): Buffer {
  const all = fonts.map(font => ({ tables: readTables(font), characters: readCharacters(font) }))
  const outlines: Uint8Array[] = []
  const metrics: number[] = []
  const characters = new Map<number, number>()
  for (const { tables, characters: own } of all) {
    const before = outlines.length
    for (const [codePoint, glyph] of own) {
      if (!characters.has(codePoint))
        characters.set(codePoint, before + glyph)
    }
    outlines.push(...readOutlines(tables, before))
    metrics.push(...readMetrics(tables))
  }
  const [first] = all.map(({ tables }) => tables) as [Tables]
  return writeTables(new Map([
    ...(['OS/2', 'name', 'post'] as const).map(tag => [tag, bytesOf(first.get(tag)!).slice()] as const),
    ['cmap', writeCharacters(characters)],
    ['glyf', joined(outlines)],
    ['head', edited(first.get('head')!, head => head.setUint16(50, 1))],
    ['hhea', edited(first.get('hhea')!, hhea => hhea.setUint16(34, outlines.length))],
    ['hmtx', numbers(metrics, 2)],
    ['loca', numbers(offsetsOf(outlines), 4)],
    ['maxp', edited(first.get('maxp')!, maxp => writeLimits(maxp, outlines.length, all.map(({ tables }) => tables.get('maxp')!)))],
  ]))
}

/** The glyphs' outlines, each padded to four bytes; a composite's parts are numbered on from the glyphs before. */
function readOutlines(tables: Tables, before: number): Uint8Array[] {
  const [loca, glyf] = [tables.get('loca')!, bytesOf(tables.get('glyf')!)]
  const long = tables.get('head')!.getUint16(50) === 1
  const offset = (glyph: number): number => long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2
  return Array.from({ length: tables.get('maxp')!.getUint16(4) }, (_, glyph) => {
    const outline = new Uint8Array(Math.ceil((offset(glyph + 1) - offset(glyph)) / 4) * 4)
    outline.set(glyf.subarray(offset(glyph), offset(glyph + 1)))
    renumberParts(outline, before)
    return outline
  })
}

function renumberParts(outline: Uint8Array, before: number): void {
  const view = viewOf(outline)
  if (outline.length === 0 || view.getInt16(0) >= 0)
    return
  for (let at = 10, flags = COMPOSITE.more; flags & COMPOSITE.more;) {
    flags = view.getUint16(at)
    view.setUint16(at + 2, view.getUint16(at + 2) + before)
    at += 4 + (flags & COMPOSITE.words ? 4 : 2) + (flags & COMPOSITE.scale ? 2 : flags & COMPOSITE.twoScales ? 4 : flags & COMPOSITE.matrix ? 8 : 0)
  }
}

/** Where each part begins when they stand in a row, and where the last ends. */
function offsetsOf(parts: Uint8Array[]): number[] {
  let end = 0
  return [0, ...parts.map(({ length }) => end += length)]
}

/** Each glyph's width and left side: the glyphs after the last that has a width of its own have that one. */
function readMetrics(tables: Tables): number[] {
  const [hmtx, own] = [tables.get('hmtx')!, tables.get('hhea')!.getUint16(34)]
  return Array.from({ length: tables.get('maxp')!.getUint16(4) }, (_, glyph) => [
    hmtx.getUint16(Math.min(glyph, own - 1) * 4),
    hmtx.getUint16(glyph < own ? glyph * 4 + 2 : own * 4 + (glyph - own) * 2),
  ]).flat()
}

/** How many glyphs there are, and the largest of each limit that the fonts have. */
function writeLimits(maxp: DataView, glyphs: number, each: DataView[]): void {
  maxp.setUint16(4, glyphs)
  for (let at = 6; at < 32; at += 2)
    maxp.setUint16(at, Math.max(...each.map(one => one.getUint16(at))))
}

/** A `cmap` of format 12, one group a character: whoever makes the subset of it writes it shorter. */
function writeCharacters(characters: Map<number, number>): Uint8Array {
  const groups = [...characters].sort(([one], [other]) => one - other)
  const head = numbers([0, 1, 3, 10, 0, 12, 12, 0], 2)
  return joined([head, numbers([16 + groups.length * 12, 0, groups.length, ...groups.flatMap(([codePoint, glyph]) => [codePoint, codePoint, glyph])], 4)])
}

function readTables(font: Uint8Array): Tables {
  const view = viewOf(font)
  return new Map(Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    return [tag, new DataView(font.buffer, font.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))]
  }))
}

/** Tables stand in the order of their tags. The checksums stay 0: only the subset that is made of this is written to a file. */
function writeTables(tables: ReadonlyMap<string, Uint8Array>): Buffer {
  const sorted = [...tables].sort(([one], [other]) => one < other ? -1 : 1)
  const head = numbers([0x0001, 0x0000, sorted.length, 0, 0, 0], 2)
  let at = head.length + sorted.length * 16
  const records = sorted.map(([tag, { length }]) => {
    const record = joined([Uint8Array.from(tag, character => character.charCodeAt(0)), numbers([0, at, length], 4)])
    at += Math.ceil(length / 4) * 4
    return record
  })
  return joined([head, ...records, ...sorted.flatMap(([, table]) => [table, new Uint8Array(-table.length & 3)])])
}

function edited(table: DataView, edit: (table: DataView) => void): Uint8Array {
  const copy = bytesOf(table).slice()
  edit(viewOf(copy))
  return copy
}

/** Numbers of two or four bytes, the highest byte first. */
function numbers(values: number[], size: 2 | 4): Uint8Array {
  const bytes = new Uint8Array(values.length * size)
  const view = viewOf(bytes)
  values.forEach((value, index) => size === 2 ? view.setUint16(index * 2, value) : view.setUint32(index * 4, value))
  return bytes
}

function joined(parts: Uint8Array[]): Buffer {
  return Buffer.concat(parts)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
