// What `npm pack` and `npm publish` run before they pack; `node scripts/pack.mjs clean` comes after.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.mjs'

const LIBRARY = 'lib'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
rmSync(LIBRARY, { recursive: true, force: true })
if (process.argv[2] !== 'clean') {
  await compile(LIBRARY)
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.lib.json', '--outDir', LIBRARY], { stdio: 'inherit' })
}
