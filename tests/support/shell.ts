import { spawn } from 'node:child_process'
import process from 'node:process'

/** What a command printed, to either stream, and how it ended. */
export interface Ran { code: number | null, output: string }

/** A person's shell: none of what npm and Vitest tell the programs that they start. Nothing is fetched. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|NODE_ENV|NODE_OPTIONS|INIT_CWD|TEST$|FORCE_COLOR|CI$)/i.test(name))),
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
  NO_COLOR: '1',
}

/**
 * Runs a command as a person types it, to its end. Both streams go the same way, so that what they print keeps its
 * order.
 *
 * @param command such as `npx lectern --help`
 * @param cwd the folder that it runs in
 * @param env variables beside the shell's own
 */
export function run(command: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(`exec 2>&1; ${command}`, { cwd, env: { ...ENVIRONMENT, ...env }, shell: true, stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => output += chunk)
    child.on('close', code => resolve({ code, output }))
  })
}

/**
 * Starts a command that goes on, until it prints an address; asks that address, and ends the command as Ctrl-C does.
 *
 * @returns the HTTP status that the address answered with
 */
export async function runServer(command: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  // A group of its own: Ctrl-C in a terminal goes to npx and to what it started.
  const child = spawn(command, { cwd, env: { ...ENVIRONMENT, ...env }, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise(resolve => child.once('close', resolve))
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Uint8Array) => {
          output += String(chunk)
          const [found] = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\//.exec(output) ?? []
          if (found)
            resolve(found)
        })
      }
      child.once('close', code => reject(new Error(`${command} ended with ${code}: ${output}`)))
    })
    const response = await fetch(address)
    await response.arrayBuffer()
    return response.status
  }
  finally {
    if (child.exitCode === null)
      process.kill(-child.pid!, 'SIGINT')
    await ended
  }
}
