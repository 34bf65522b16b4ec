import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unpackedFonts } from '../../scripts/build/unpacked-fonts.ts'

const FONTS = resolve('themes/shared/fonts')
const WHOLE = ['NotoSansSC-Regular.woff2', 'NotoSerifSC-Bold.woff2'].map(name => join(FONTS, name))
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-cache-'))))
afterAll(() => rm(folder, { recursive: true }))

it('unpacks whole fonts once, and the same bytes from the cache', async () => {
  const env = { ...process.env, XDG_CACHE_HOME: folder }
  const first = await Promise.all(WHOLE.map(unpackedFonts(env)))
  expect(first.map(font => Buffer.from(font!.subarray(0, 4)).toString('hex'))).toEqual(['00010000', '00010000'])
  expect(await readdir(join(folder, 'lectern', 'fonts'))).toHaveLength(2)
  const second = await Promise.all(WHOLE.map(unpackedFonts(env)))
  expect(second.map((font, index) => Buffer.compare(font!, first[index]!))).toEqual([0, 0])
})

it('unpacks where no cache can be written', async () => {
  await writeFile(join(folder, 'file'), '')
  expect(await unpackedFonts({ XDG_CACHE_HOME: join(folder, 'file') })(WHOLE[0]!)).toBeDefined()
})

it('leaves small fonts, other files and what is no font alone', async () => {
  const unpacked = unpackedFonts({ XDG_CACHE_HOME: folder })
  await writeFile(join(folder, 'broken.woff2'), new Uint8Array(300_000))
  expect(await Promise.all([join(FONTS, 'NotoSansMono-Regular.woff2'), resolve('package.json'), join(folder, 'broken.woff2')].map(unpacked))).toEqual([undefined, undefined, undefined])
})
