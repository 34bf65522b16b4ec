import { execFile } from 'node:child_process'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ALL, FUZZ } from './random.ts'

const run = promisify(execFile)

/**
 * Debian's manuals in Chinese, as pages and as text. All of them are tried with LECTERN_FUZZ=10: that takes minutes.
 */
const PACKAGES = FUZZ === 1 ? ['debian-faq-zh-cn', 'maint-guide-zh-tw'] : ['debian-faq-zh-cn', 'maint-guide-zh-tw', 'debian-reference-zh-cn', 'debian-edu-doc-zh-cn']
/** Of the packages that this project is made with every so manieth READMEs and lists of changes. */
const EVERY = FUZZ === 1 ? 20 : 4
/**
 * In bytes. A stub is no article; a list of changes of a megabyte takes too long, and for `npm test` so does a long
 * one.
 */
const [SMALLEST, LARGEST] = [1_000, ALL ? 400_000 : 60_000]

/** Markdown that nobody here wrote: READMEs and lists of changes of installed packages. */
export async function markdownOfPackages(): Promise<string[]> {
  const found = await documentsIn(fileURLToPath(new URL('../../node_modules', import.meta.url)), /(?:README|CHANGELOG)[^/]*\.md$/i, 3)
  return found.filter((_, index) => index % EVERY === 0)
}

/** Debian's manuals, unpacked into a folder; none where there is no Debian to ask. */
export async function manualsOfDebian(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  try {
    await run('apt-get', ['download', ...PACKAGES], { cwd: folder, timeout: 120_000 })
  }
  catch {
    return []
  }
  for (const file of await readdir(folder))
    await run('dpkg', ['-x', file, join(folder, 'unpacked')], { cwd: folder })
  const packed = await documentsIn(join(folder, 'unpacked'), /\.txt\.gz$/, 9)
  if (packed.length > 0)
    await run('gunzip', packed)
  return documentsIn(join(folder, 'unpacked'), /\.(?:html|txt)$/, 9)
}

async function documentsIn(folder: string, name: RegExp, depth: number): Promise<string[]> {
  const found: string[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((one, other) => one.name < other.name ? -1 : 1)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth > 0)
      found.push(...await documentsIn(path, name, depth - 1))
    else if (entry.isFile() && name.test(path) && await isOfSize(path))
      found.push(path)
  }
  return found
}

async function isOfSize(path: string): Promise<boolean> {
  const { size } = await stat(path)
  return size >= SMALLEST && size <= LARGEST
}
