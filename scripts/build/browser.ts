import type { Browser } from 'playwright-core'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { Failure } from '../failure.ts'
import { packagedBrowser } from './packaged-browser.ts'

/** The variable that names a browser: a program's path, or `packaged` for the one in the npm package. */
export const BROWSER_VARIABLE = 'LECTERN_BROWSER'

/** Debian, Ubuntu, Fedora, Arch and others call Chromium by these names. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chrome']

/** A way to start a browser. */
type Launch = () => Promise<Browser>

/**
 * Starts a Chromium: the one that is named, an installed Chrome or Edge, one on the path, Playwright's own, or the packaged one.
 *
 * @param env the environment
 * @returns a browser; the caller closes it
 * @throws Failure where none is found, with what to install
 */
export async function launchBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  const named = env[BROWSER_VARIABLE]
  if (named !== undefined && named !== '' && named !== 'packaged')
    return start(named)().catch(cause => Promise.reject(new Failure(`${named}: this browser does not start. Set ${BROWSER_VARIABLE} to the path of a Chrome, Edge or Chromium.`, 1, { cause })))
  const causes: unknown[] = []
  for (const launch of named === 'packaged' ? [packaged(env)] : candidates(env)) {
    try {
      return await launch()
    }
    catch (error) {
      causes.push(error)
    }
  }
  throw new Failure(`There is no browser to make PDFs with. ${INSTALL[process.platform] ?? INSTALL.linux} Or set ${BROWSER_VARIABLE} to the path of a Chrome, Edge or Chromium.`, 1, { cause: new AggregateError(causes, 'No browser starts') })
}

const INSTALL: Readonly<Record<string, string>> = {
  darwin: 'Install Google Chrome (brew install --cask google-chrome).',
  win32: 'Install Google Chrome (winget install Google.Chrome); Microsoft Edge will do.',
  linux: 'Install Chromium (apt-get install chromium, dnf install chromium or pacman -S chromium).',
}

function candidates(env: NodeJS.ProcessEnv): Launch[] {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name))).filter(isProgram)
  const playwrights = safely(() => chromium.executablePath())
  return [
    ...['chrome', 'msedge'].map((channel): Launch => () => chromium.launch({ ...OWN_SIGNALS, channel, args: ARGUMENTS })),
    ...onPath.map(start),
    ...(playwrights && existsSync(playwrights) ? [start(playwrights)] : []),
    packaged(env),
  ]
}

/** No request leaves the machine: Chromium's own look-ups are off too. */
const ARGUMENTS = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--font-render-hinting=none']

/** A signal ends the program in its own way, and the browser with it: Playwright would exit at once. */
const OWN_SIGNALS = { handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false }

function start(executablePath: string): Launch {
  return () => chromium.launch({ ...OWN_SIGNALS, executablePath, args: ARGUMENTS })
}

function packaged(env: NodeJS.ProcessEnv): Launch {
  return async () => {
    const { args, ...program } = await packagedBrowser(env)
    return chromium.launch({ ...OWN_SIGNALS, ...program, args: [...ARGUMENTS, ...args] })
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
