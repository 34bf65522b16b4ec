import { existsSync } from 'node:fs'
import { access, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { cacheFolder } from './cache.ts'

/** A program and the environment that it wants. */
export interface PackagedBrowser {
  executablePath: string
  env: Record<string, string>
  args: string[]
}

/**
 * Chromium takes the last list of features that it is given, which is this one: the first is Playwright's, and the
 * second keeps requests in the browser's own process.
 */
const FEATURES = ['CDPScreenshotNewSurface', 'NetworkServiceInProcess2']

/**
 * What a machine without a GPU needs, in as few processes as can be, each of which takes time to start; the package's
 * other arguments turn web security off.
 */
const ARGUMENTS = [
  '--headless=shell',
  '--no-zygote',
  '--disable-gpu',
  '--in-process-gpu',
  `--enable-features=${FEATURES.join(',')}`,
]

const PROGRAM = 'chromium'

/**
 * Unpacks the Chromium inside the npm package @sparticuz/chromium (Linux on x64), once for each version, into the
 * user's cache.
 *
 * @param env the environment
 * @returns the program, ready to start
 * @throws Error on other machines, and where the package was left out at installation
 */
export async function packagedBrowser(env: NodeJS.ProcessEnv): Promise<PackagedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packaged Chromium is for Linux on x64.')
  const cache = cacheFolder(env)
  const folder = join(cache, `chromium-${await packageVersion()}`)
  if (!existsSync(join(folder, PROGRAM)))
    await unpack(cache, folder)
  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean)
  const own = { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  return {
    executablePath: join(folder, PROGRAM),
    env: { ...env, ...own } as Record<string, string>,
    args: ARGUMENTS,
  }
}

async function packageVersion(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = main.slice(0, main.lastIndexOf(join('@sparticuz', 'chromium'))) + join('@sparticuz', 'chromium')
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

/**
 * Unpacks the package. It was made for AWS Lambda: it unpacks its libraries only where it believes itself there, always
 * into the temporary folder, and takes whatever lies there for its own. So it gets a temporary folder of its own, which
 * is moved to its place when it is whole.
 */
async function unpack(cache: string, folder: string): Promise<void> {
  const temporary = await mkdtemp(join(cache, 'unpacking-'))
  // The package reads the process's own environment, whichever the caller's is.
  const { env } = process
  const before = { ...env }
  Object.assign(env, { TMPDIR: temporary, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    // Its own configuration names folders of Lambda's; without any font Chromium draws no text at all.
    await writeFile(join(temporary, 'fonts.conf'), fontsConf(join(folder, 'fonts'), join(folder, 'fonts-cache')))
    await replaceUnlessThere(temporary, folder)
  }
  finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME']) {
      if (before[name] === undefined)
        delete env[name]
      else
        env[name] = before[name]
    }
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Another run may have been quicker, and one that was stopped may have left half a browser. */
async function replaceUnlessThere(temporary: string, folder: string): Promise<void> {
  await access(join(temporary, PROGRAM))
  if (existsSync(join(folder, PROGRAM)))
    return
  await rm(folder, { recursive: true, force: true })
  await rename(temporary, folder).catch((error: unknown) => {
    if (!existsSync(join(folder, PROGRAM)))
      throw error
  })
}

function fontsConf(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`
}
