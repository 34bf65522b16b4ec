import type { Kind } from './build/results.ts'
import type { Console } from './commands/console.ts'
import type { Surroundings } from './surroundings.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { HANDOUT_KINDS } from './build/handout/kinds.ts'
import { KINDS } from './build/results.ts'
import { withTemporary } from './build/temporary.ts'
import { describeError } from './commands/console.ts'
import { harmless } from './commands/harmless.ts'
import { DECK_RULES, isMinutes } from './deck/options.ts'
import { DECKS, DENSITIES, RATIOS } from './deck/types.ts'
import { Failure } from './failure.ts'
import { ROOT } from './root.ts'
import { endedBySignals, interrupted, ownSurroundings } from './surroundings.ts'

const { version, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string, description: string }

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
export async function main(argv: string[], { terminal: own, cwd, env }: Surroundings = ownSurroundings()): Promise<number> {
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

/** What `generate` remembers, and `--no-NAME` forgets. */
const FORGOTTEN: readonly string[] = ['decks', 'theme', 'ratio', 'density', 'minutes', 'clicks', 'speaker', 'organization', 'date', 'logo', 'encoding']

function addCommands(program: Command, terminal: Console, env: NodeJS.ProcessEnv): void {
  const encoding = new Option('--encoding <name>', 'the article\'s encoding, such as gb18030; found without it').argParser(toEncoding)
  const timeout = new Option('--timeout <seconds>', 'how long a deck may take in the browser (default: two minutes, and half a second for each slide)').argParser(toSeconds)
  program.command('outline')
    .description('print the outline that an article has: parts, points, slides, minutes, and every doubtful decision')
    .argument('<file>', 'the article')
    .option('--json', 'print JSON and nothing else')
    .addOption(encoding)
    .action(async (file: string, flags) => (await import('./commands/outline.ts')).outline(file, flags, terminal))

  program.command('import')
    .description('write an article as Markdown with the inferred headings, for a person to correct')
    .argument('<file>', 'the article')
    .option('-o, --output <file>', 'the Markdown file; without it the Markdown is printed')
    .addOption(encoding)
    .action(async (file: string, flags) => (await import('./commands/import.ts')).importArticle(file, flags, terminal))

  const generate = program.command('generate')
    .description('write the decks of an article, one for each part, to slides/NAME')
    .argument('[file...]', 'the articles; none means every one in source')
    .option('--out <folder>', 'where the decks go', 'slides')
    .addOption(new Option('--decks <kind>', 'a deck for each part, or one deck whose parts open with sections (default: parts)').choices(DECKS))
    .option('--theme <name>', 'a theme of Lectern\'s, or the path of a theme\'s folder (default: study)')
    .addOption(new Option('--ratio <ratio>', 'the slides\' shape (default: 16:9)').choices(RATIOS))
    .addOption(new Option('--density <density>', 'how much of the text goes on slides; all of it is in the notes (default: standard)').choices(DENSITIES))
    .option('--speaker <name>', 'who speaks, on covers, the start page and handouts, and as the PDFs\' author', toTalkWords)
    .option('--organization <name>', 'for whom', toTalkWords)
    .option('--date <date>', 'when, as it is to be read', toTalkWords)
    .option('--logo <file>', 'a picture for the covers\' upper right corner')
    .option('--minutes <n>', 'the time for the whole article, spread over its decks', toMinutes)
    .option('--clicks', 'show bullets one by one')
    .option('--questions', 'close each deck with questions for the meeting')
    .option('--no-questions', 'ask none, where the last run asked some')
    .addOption(encoding)
    .option('--dry-run', 'show what would change, line by line, and write nothing')
    .addOption(new Option('--ours', 'where a slide was changed by hand and in the article, keep what was changed by hand').conflicts('theirs'))
    .option('--theirs', 'there, take what the article has now')
    .option('--force', 'write over decks that were changed by hand, and lose the changes')
    .addHelpText('after', '\n--no-NAME forgets a flag of the last run, such as --no-speaker.')
    .action(async (files: string[], flags, command: Command) => {
      const { questions, ours, theirs, ...given } = flags
      // Left out, the flag says nothing: the last run's choice stands.
      const said = command.getOptionValueSource('questions') === 'cli' ? { questions } : {}
      const forget = FORGOTTEN.filter(option => given[option] === false)
      const rest = Object.fromEntries(Object.entries(given).filter(([option]) => !forget.includes(option)))
      const side = ours ? { prefer: 'ours' as const } : theirs ? { prefer: 'theirs' as const } : {}
      await (await import('./commands/generate.ts')).generate(files, { ...rest as typeof given, ...said, ...side, forget }, terminal)
    })
  for (const option of FORGOTTEN)
    generate.addOption(new Option(`--no-${option}`, `forget --${option}`).hideHelp())

  program.command('build')
    .description('build decks to a website, one offline file, PDFs, handouts and PowerPoint slides, in dist/NAME')
    .argument('[folder...]', 'the decks\' folders; none means all under slides')
    .option('--out <folder>', 'where the results go', 'dist')
    .option('--only <kinds>', 'what to build, parted by commas: html,offline,pdf,handout,pptx (default: all but pptx)', toKinds)
    .addOption(new Option('--handout <kind>', 'what a page of the handout holds: a slide and its notes, or 2, 3 or 6 slides (default: notes)').choices(HANDOUT_KINDS))
    .option('--force', 'build what has not changed, too')
    .addOption(timeout)
    .action(async (folders: string[], flags) => {
      await endedBySignals(terminal, () => withTemporary(async () => (await import('./commands/build.ts')).build(folders, flags, env, terminal)))
    })

  program.command('check')
    .description('hold decks against what Lectern promises, in a real browser')
    .argument('[folder...]', 'the decks\' folders; none means all under slides')
    .option('--json', 'print JSON and nothing else')
    .option('--strict', 'list every difference from the article, made by hand or not, with both texts, and end with 1 on any')
    .addOption(timeout)
    .action(async (folders: string[], flags) => {
      await endedBySignals(terminal, () => withTemporary(async () => (await import('./commands/check.ts')).check(folders, flags, env, terminal)))
    })

  program.command('dev')
    .description('edit decks in the browser with Slidev\'s own server and live reload; they are made again when the article is saved')
    .argument('[path]', 'a deck, or a folder of decks; without one, the only folder under slides')
    .action(async (path: string | undefined) => (await import('./commands/dev.ts')).dev(path, terminal, interrupted()))

  program.command('present')
    .description('serve a built article on this machine and open its start page')
    .argument('[folder]', 'the built article')
    .option('--host <address>', 'an address of this machine at which others can open the slides, 0.0.0.0 for all; the notes and the presenter view stay here (default: this machine alone)')
    .option('--share-notes', 'let other machines have the notes and the presenter view as well')
    .option('--no-open', 'do not open a browser')
    .action(async (folder: string | undefined, flags) => (await import('./commands/present.ts')).present(folder, flags, terminal, interrupted()))
}

function toEncoding(value: string): string {
  try {
    return new TextDecoder(value).encoding && value
  }
  catch {
    throw new InvalidArgumentError('Node knows no such encoding. Give one such as utf-8, gb18030, big5 or utf-16le.')
  }
}

function toMinutes(value: string): number {
  const minutes = Number(value)
  if (!isMinutes(minutes))
    throw new InvalidArgumentError('Give a number of minutes, such as 45.')
  return minutes
}

function toSeconds(value: string): number {
  const seconds = Number(value)
  if (!(seconds > 0 && seconds <= 86_400))
    throw new InvalidArgumentError('Give a number of seconds, such as 300.')
  return seconds
}

function toTalkWords(value: string): string {
  const [isValid, expected] = DECK_RULES.speaker
  if (!isValid(value))
    throw new InvalidArgumentError(`Give ${expected}.`)
  return value
}

function toKinds(value: string): Kind[] {
  const known: readonly string[] = KINDS
  const kinds = value.split(',').map(kind => kind.trim())
  const unknown = kinds.filter(kind => !known.includes(kind))
  if (unknown.length > 0)
    throw new InvalidArgumentError(`There is no kind ${unknown.join(', ')}. Choose from ${known.join(', ')}.`)
  return kinds as Kind[]
}
