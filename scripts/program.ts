import type { Command } from 'commander'
import type { Console } from './commands/console.ts'
import type { GenerateFlags } from './commands/model.ts'
import type { Text } from './commands/options.ts'
import type { PlainKey, Voice } from './messages/model.ts'
import { Option } from 'commander'
import { HANDOUT_KINDS } from './build/handout/kinds.ts'
import { withTemporary } from './build/temporary.ts'
import { voiceOf } from './commands/console.ts'
import { withOwnHelp } from './commands/help.ts'
import { choice, encodingOption, timeoutOption, toKinds, toMinutes, toTalkWords } from './commands/options.ts'
import { DECKS, DENSITIES, RATIOS } from './deck/types.ts'
import { wording } from './messages/wording.ts'
import { endedBySignals, interrupted } from './surroundings.ts'

/** What `generate` remembers, and `--no-NAME` forgets. */
const FORGOTTEN: readonly string[] = [
  'decks',
  'theme',
  'ratio',
  'density',
  'minutes',
  'clicks',
  'speaker',
  'organization',
  'date',
  'logo',
  'encoding',
]

/** What commands share: a way to begin one, texts in the reader's language, and where they run. */
interface Stage {
  /** Begins a command. */
  add: (name: string, description: PlainKey) => Command
  text: Text
  say: Voice['say']
  terminal: Console
  env: NodeJS.ProcessEnv
}

/**
 * Adds the commands, each of which is loaded when it is called.
 *
 * @param program the program that they belong to
 * @param terminal where results and messages go
 * @param env the environment
 */
export function addCommands(program: Command, terminal: Console, env: NodeJS.ProcessEnv): void {
  const { say } = voiceOf(terminal)
  const text: Text = key => say(wording(key))
  const add: Stage['add'] = (name, description) => program.command(name).description(text(description))
  const stage = { add, text, say, terminal, env }
  addOutline(stage)
  addImport(stage)
  addGenerate(stage)
  addBuild(stage)
  addCheck(stage)
  addDev(stage)
  addPresent(stage)
  for (const command of program.commands)
    withOwnHelp(command, say)
}

function addOutline({ add, text, terminal }: Stage): void {
  add('outline', 'help-outline')
    .argument('<file>', text('argument-article'))
    .option('--json', text('option-json'))
    .addOption(encodingOption(text))
    .action(async (file: string, flags) => {
      const { outline } = await import('./commands/outline.ts')
      await outline(file, flags, terminal)
    })
}

function addImport({ add, text, terminal }: Stage): void {
  add('import', 'help-import')
    .argument('<file>', text('argument-article'))
    .option('-o, --output <file>', text('option-output'))
    .addOption(encodingOption(text))
    .action(async (file: string, flags) => {
      const { importArticle } = await import('./commands/import.ts')
      await importArticle(file, flags, terminal)
    })
}

function addGenerate({ add, text, say, terminal }: Stage): void {
  const command = add('generate', 'help-generate')
    .argument('[file...]', text('argument-articles'))
    .option('--out <folder>', text('option-out-decks'), 'slides')
    .addOption(choice('--decks <kind>', text('option-decks'), DECKS))
    .option('--theme <name>', text('option-theme'))
    .addOption(choice('--ratio <ratio>', text('option-ratio'), RATIOS))
    .addOption(choice('--density <density>', text('option-density'), DENSITIES))
    .option('--speaker <name>', text('option-speaker'), toTalkWords(say))
    .option('--organization <name>', text('option-organization'), toTalkWords(say))
    .option('--date <date>', text('option-date'), toTalkWords(say))
    .option('--logo <file>', text('option-logo'))
    .option('--minutes <n>', text('option-minutes'), toMinutes(text))
    .option('--clicks', text('option-clicks'))
    .option('--questions', text('option-questions'))
    .option('--no-questions', text('option-no-questions'))
    .addOption(encodingOption(text))
    .option('--dry-run', text('option-dry-run'))
    .addOption(new Option('--ours', text('option-ours')).conflicts('theirs'))
    .option('--theirs', text('option-theirs'))
    .option('--force', text('option-force-decks'))
    .addHelpText('after', `\n${text('help-forget')}`)
    .action(async (files: string[], _, command: Command) => {
      const { generate } = await import('./commands/generate.ts')
      await generate(files, generateFlags(command), terminal)
    })
  for (const option of FORGOTTEN)
    command.addOption(new Option(`--no-${option}`).hideHelp())
}

/** What `generate` is asked for: flags that were left out say nothing, so that the last run's choice stands. */
function generateFlags(command: Command): GenerateFlags {
  const { questions, ours, theirs, ...given } = command.opts()
  const asked = command.getOptionValueSource('questions') === 'cli' ? { questions } : {}
  const forget = FORGOTTEN.filter(option => given[option] === false)
  const rest = Object.fromEntries(Object.entries(given).filter(([option]) => !forget.includes(option)))
  const side = theirs ? { prefer: 'theirs' } : {}
  return { ...rest, ...asked, ...(ours ? { prefer: 'ours' } : side), forget } as unknown as GenerateFlags
}

function addBuild({ add, text, say, terminal, env }: Stage): void {
  add('build', 'help-build')
    .argument('[folder...]', text('argument-folders'))
    .option('--out <folder>', text('option-out-build'), 'dist')
    .option('--only <kinds>', text('option-only'), toKinds(say))
    .addOption(choice('--handout <kind>', text('option-handout'), HANDOUT_KINDS))
    .option('--force', text('option-force-build'))
    .option('--verbose', text('option-verbose'))
    .addOption(timeoutOption(text))
    .action(async (folders: string[], flags) => {
      await endedBySignals(terminal, () => withTemporary(async () => {
        const { build } = await import('./commands/build.ts')
        await build(folders, flags, env, terminal)
      }))
    })
}

function addCheck({ add, text, terminal, env }: Stage): void {
  add('check', 'help-check')
    .argument('[folder...]', text('argument-folders'))
    .option('--json', text('option-json'))
    .option('--strict', text('option-strict'))
    .addOption(timeoutOption(text))
    .action(async (folders: string[], flags) => {
      await endedBySignals(terminal, () => withTemporary(async () => {
        const { check } = await import('./commands/check.ts')
        await check(folders, flags, env, terminal)
      }))
    })
}

function addDev({ add, text, terminal }: Stage): void {
  add('dev', 'help-dev')
    .argument('[path]', text('argument-deck'))
    .action(async (path: string | undefined) => {
      await withTemporary(async () => {
        const { dev } = await import('./commands/dev.ts')
        await dev(path, terminal, interrupted())
      })
    })
}

function addPresent({ add, text, terminal }: Stage): void {
  add('present', 'help-present')
    .argument('[folder]', text('argument-built'))
    .option('--host <address>', text('option-host'))
    .option('--share-notes', text('option-share-notes'))
    .option('--no-open', text('option-no-open'))
    .action(async (folder: string | undefined, flags) => {
      const { present } = await import('./commands/present.ts')
      await present(folder, flags, terminal, interrupted())
    })
}
