import { Buffer } from 'node:buffer'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readImages } from '../../scripts/files/images.ts'
import { eachInFolder } from '../support/folder.ts'
import { faultOf } from '../support/images.ts'

const folder = eachInFolder()
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="evil()"><text>渡口</text></svg>'

describe('an SVG of an article', () => {
  it.each([
    ['a file', 'a.svg', Buffer.from(SVG)],
    ['a file whose name says otherwise', 'a.png', Buffer.from(SVG)],
    ['a file with a byte order mark', 'a.svg', Buffer.from(`\uFEFF${SVG}`)],
    ['a file that names its encoding', 'a.svg', iconv.encode(`<?xml version="1.0" encoding="GBK"?>${SVG}`, 'gbk')],
  ])('only draws where it is copied: %s', async (_, name, bytes) => {
    await writeFile(join(folder.path, name), bytes)
    const { placed, outputs } = await readImages([name], folder.path, join(folder.path, 'slides'))
    expect(Buffer.from(outputs[0]!.content).toString()).toBe('<svg xmlns="http://www.w3.org/2000/svg"><text>渡口</text></svg>\n')
    expect(placed.get(name)).toEqual({ path: expect.stringMatching(/^\.\/images\/a-[\da-f]{8}\.svg$/) as string, left: ['onload'] })
  })

  it('only draws where it stands in the article itself', async () => {
    const url = `data:image/svg+xml,${encodeURIComponent(SVG)}`
    const { outputs } = await readImages([url], folder.path, folder.path)
    expect(String(Buffer.from(outputs[0]!.content))).not.toContain('evil')
  })

  it.each([
    ['is not well-formed', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')],
    ['is not in the encoding that it names', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-8"?><svg xmlns="http://www.w3.org/2000/svg">'), Buffer.from([0xFF]), Buffer.from('</svg>')])],
    ['names an encoding that is none', Buffer.from('<?xml version="1.0" encoding="klingon"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('is left out where it %s', async (_, bytes) => {
    await writeFile(join(folder.path, 'a.svg'), bytes)
    const { placed, outputs } = await readImages(['a.svg'], folder.path, folder.path)
    expect(outputs).toEqual([])
    expect(faultOf({ placed }, 'a.svg')).toBe('it is not an SVG that a browser shows, or it defines entities; open it in a drawing program and save it as plain SVG')
  })
})
