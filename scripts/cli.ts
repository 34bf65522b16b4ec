import type { Surroundings } from './surroundings.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Command, CommanderError } from 'commander'
import { describeError } from './commands/console.ts'
import { harmless } from './commands/harmless.ts'
import { Failure } from './failure.ts'
import { addCommands } from './program.ts'
import { ROOT } from './root.ts'
import { ownSurroundings } from './surroundings.ts'

interface OwnPackage { version: string, description: string }

const { version, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as OwnPackage

/**
 * Runs a command line. Commands are loaded when they are called: `outline` does not wait for a bundler.
 *
 * @param argv the arguments, without the program's name
 * @param surroundings the process's own; a test has others
 * @param surroundings.terminal where results and messages go
 * @param surroundings.cwd where it runs: the process stands there from then on
 * @param surroundings.env the environment
 * @returns the exit code: 0 done, 1 something in the input is wrong, 2 the command line is wrong
 */
export async function main(
  argv: string[],
  { terminal: own, cwd, env }: Surroundings = ownSurroundings(),
): Promise<number> {
  const terminal = harmless(own)
  const program = new Command('lectern')
    .description(description)
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.log(text.replace(/\n$/, '')),
      writeErr: text => terminal.error(text.replace(/\n$/, '')),
    })
    .showHelpAfterError('(lectern --help shows the commands)')
  addCommands(program, terminal, env)
  try {
    process.chdir(cwd)
    await program.parseAsync(argv, { from: 'user' })
    return 0
  }
  catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? 0 : 2
    terminal.error(describeError(error))
    return error instanceof Failure ? error.exitCode : 1
  }
}
