import type { Console } from './commands/console.ts'
import type { Voice } from './messages/model.ts'
import type { Surroundings } from './surroundings.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Command, CommanderError } from 'commander'
import { faultOf, voiceOf } from './commands/console.ts'
import { harmless } from './commands/harmless.ts'
import { helpIn, mistakeIn, withOwnHelp } from './commands/help.ts'
import { Failure } from './failure.ts'
import { isLanguage, languageOf, takeLanguage } from './messages/language.ts'
import { LANGUAGES } from './messages/model.ts'
import { wording } from './messages/wording.ts'
import { addCommands } from './program.ts'
import { ROOT } from './root.ts'
import { ownSurroundings } from './surroundings.ts'

interface OwnPackage { version: string }

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as OwnPackage

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
  const { rest, asked } = takeLanguage(argv)
  const language = languageOf(env, asked)
  const terminal = { ...harmless(own), language }
  const { say, tell } = voiceOf(terminal)
  if (asked !== undefined && !isLanguage(asked)) {
    const reason = wording('usage-choices', { choices: LANGUAGES })
    tell(wording('usage-invalid', { option: '--lang <language>', value: asked, reason }))
    return 2
  }
  const program = withOwnHelp(programIn(say, terminal), say)
  addCommands(program, terminal, env)
  try {
    process.chdir(cwd)
    await program.parseAsync(rest, { from: 'user' })
    return 0
  }
  catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? 0 : 2
    tell(faultOf(error))
    return error instanceof Failure ? error.exitCode : 1
  }
}

/** The program without its commands, in the reader's language. */
function programIn(say: Voice['say'], terminal: Console): Command {
  const printed = (text: string): string => text.replace(/\n$/, '')
  return new Command('lectern')
    .description(say(wording('help-lectern')))
    .version(version, '-V, --version', say(wording('option-version')))
    .helpCommand('help [command]', say(wording('help-command')))
    .exitOverride()
    .configureHelp(helpIn(say))
    .configureOutput({
      writeOut: text => terminal.log(printed(text)),
      writeErr: text => terminal.error(printed(text)),
      outputError: (message, write) => write(mistakeIn(message, say)),
    })
    .showHelpAfterError(say(wording('help-after-error')))
}
