import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core'
import type { PlainKey } from '../messages/model.ts'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { Failure } from '../failure.ts'
import { wording } from '../messages/wording.ts'
import { packagedBrowser } from './packaged-browser.ts'
import { removeLast } from './temporary.ts'

/**
 * Loaded as the CommonJS that it is: for an `import` Node would read all seven megabytes for names before it compiles
 * them.
 */
const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core')

/** The variable that names a browser: a program's path, or `packaged` for the one in the npm package. */
export const BROWSER_VARIABLE = 'LECTERN_BROWSER'

/** Debian, Ubuntu, Fedora, Arch and others call Chromium by these names. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
]

/** How a browser starts, or where it is looked for and may not be. */
type Candidate = () => Promise<LaunchOptions>

/** Starts a browser: one of our own, or one that other processes reach by its address. */
type Launch<T> = (options: LaunchOptions) => Promise<T>

/**
 * Starts a Chromium: the one that is named, an installed Chrome or Edge, one on the path, Playwright's own, or the
 * packaged one.
 *
 * @param env the environment
 * @param launch starts it; without this, as a browser of our own
 * @returns a browser; the caller closes it
 * @throws Failure where none is found, with what to install
 */
export async function launchBrowser<T extends Browser | BrowserServer = Browser>(
  env: NodeJS.ProcessEnv,
  launch: Launch<T> = options => chromium.launch(options) as Promise<T>,
): Promise<T> {
  const named = env[BROWSER_VARIABLE]
  const isPath = named !== undefined && named !== '' && named !== 'packaged'
  const candidates = isPath ? [program(named)] : candidatesIn(env)
  const causes: unknown[] = []
  for (const candidate of candidates) {
    try {
      const browser = await launch({ ...OWN_SIGNALS, ...await candidate() })
      removeLast()
      return browser
    }
    catch (error) {
      causes.push(error)
    }
  }
  if (isPath)
    throw new Failure(wording('browser-broken', { path: named, variable: BROWSER_VARIABLE }), 1, { cause: causes[0] })
  const install = wording(INSTALL[process.platform] ?? 'browser-linux')
  const cause = new AggregateError(causes, 'No browser starts')
  throw new Failure(wording('browser-none', { install, variable: BROWSER_VARIABLE }), 1, { cause })
}

const INSTALL: Readonly<Record<string, PlainKey>> = {
  darwin: 'browser-mac',
  win32: 'browser-windows',
}

/** The browsers to try, in order: the packaged one alone, where the environment asks for it. */
function candidatesIn(env: NodeJS.ProcessEnv): Candidate[] {
  return env[BROWSER_VARIABLE] === 'packaged' ? [packaged(env)] : installed(env)
}

function installed(env: NodeJS.ProcessEnv): Candidate[] {
  const folders = (env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap(folder => NAMES.map(name => join(folder, name))).filter(isProgram)
  const playwrights = safely(() => chromium.executablePath())
  return [
    ...['chrome', 'msedge'].map((channel): Candidate => async () => ({ channel, args: ARGUMENTS })),
    ...onPath.map(program),
    ...(playwrights && existsSync(playwrights) ? [program(playwrights)] : []),
    packaged(env),
  ]
}

/** No request leaves the machine: Chromium's own look-ups are off too. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
]

/** A signal ends the program in its own way, and the browser with it: Playwright would exit at once. */
const OWN_SIGNALS = { handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false }

function program(executablePath: string): Candidate {
  return async () => ({ executablePath, args: ARGUMENTS })
}

function packaged(env: NodeJS.ProcessEnv): Candidate {
  return async () => {
    const { args, ...own } = await packagedBrowser(env)
    return { ...own, args: [...ARGUMENTS, ...args] }
  }
}

function isProgram(path: string): boolean {
  return safely(() => accessSync(path, constants.X_OK)) !== null
}

function safely<T>(action: () => T): T | null {
  try {
    return action()
  }
  catch {
    return null
  }
}
