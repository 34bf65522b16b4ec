import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** What a fresh clone has not. */
const NOT_CLONED = ['.git', 'dist', 'node_modules', 'slides']

/**
 * A copy of the project as `npm ci` leaves a clone of it. Its packages are links to this one's: the program is its own.
 */
export async function checkout(): Promise<{ path: string, clean: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lectern-checkout-'))
  for (const name of await readdir(ROOT)) {
    if (!NOT_CLONED.includes(name) && !/^\.(?:dev-test|slidev-test|pictures)/.test(name))
      await cp(join(ROOT, name), join(path, name), { recursive: true, preserveTimestamps: true, filter: source => basename(source) !== 'node_modules' })
  }
  await mkdir(join(path, 'node_modules'))
  // What is compiled and kept there is each copy's own.
  for (const name of (await readdir(join(ROOT, 'node_modules'))).filter(name => name !== '.cache'))
    await symlink(join(ROOT, 'node_modules', name), join(path, 'node_modules', name))
  return { path, clean: () => rm(path, { recursive: true, force: true }) }
}
