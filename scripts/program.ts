import type { Command } from 'commander'
import type { Console } from './commands/console.ts'
import type { GenerateFlags } from './commands/model.ts'
import { Option } from 'commander'
import { HANDOUT_KINDS } from './build/handout/kinds.ts'
import { withTemporary } from './build/temporary.ts'
import { choice, encodingOption, timeoutOption, toKinds, toMinutes, toTalkWords } from './commands/options.ts'
import { DECKS, DENSITIES, RATIOS } from './deck/types.ts'
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

/** What commands share: the program that they belong to, and where they run. */
interface Stage {
  program: Command
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
  const stage = { program, terminal, env }
  addOutline(stage)
  addImport(stage)
  addGenerate(stage)
  addBuild(stage)
  addCheck(stage)
  addDev(stage)
  addPresent(stage)
}

function addOutline({ program, terminal }: Stage): void {
  program.command('outline')
    .description('print the outline that an article has: parts, points, slides, minutes, and every doubtful decision')
    .argument('<file>', 'the article')
    .option('--json', 'print JSON and nothing else')
    .addOption(encodingOption())
    .action(async (file: string, flags) => {
      const { outline } = await import('./commands/outline.ts')
      await outline(file, flags, terminal)
    })
}

function addImport({ program, terminal }: Stage): void {
  program.command('import')
    .description('write an article as Markdown with the inferred headings, for a person to correct')
    .argument('<file>', 'the article')
    .option('-o, --output <file>', 'the Markdown file; without it the Markdown is printed')
    .addOption(encodingOption())
    .action(async (file: string, flags) => {
      const { importArticle } = await import('./commands/import.ts')
      await importArticle(file, flags, terminal)
    })
}

function addGenerate({ program, terminal }: Stage): void {
  const ours = 'where a slide was changed by hand and in the article, keep what was changed by hand'
  const speaker = 'who speaks, on covers, the start page and handouts, and as the PDFs\' author'
  const deckKinds = 'a deck for each part, or one deck whose parts open with sections (default: parts)'
  const densities = 'how much of the text goes on slides; all of it is in the notes (default: standard)'
  const command = program.command('generate')
    .description('write the decks of an article, one for each part, to slides/NAME')
    .argument('[file...]', 'the articles; none means every one in source')
    .option('--out <folder>', 'where the decks go', 'slides')
    .addOption(choice('--decks <kind>', deckKinds, DECKS))
    .option('--theme <name>', 'a theme of Lectern\'s, or the path of a theme\'s folder (default: study)')
    .addOption(choice('--ratio <ratio>', 'the slides\' shape (default: 16:9)', RATIOS))
    .addOption(choice('--density <density>', densities, DENSITIES))
    .option('--speaker <name>', speaker, toTalkWords)
    .option('--organization <name>', 'for whom', toTalkWords)
    .option('--date <date>', 'when, as it is to be read', toTalkWords)
    .option('--logo <file>', 'a picture for the covers\' upper right corner')
    .option('--minutes <n>', 'the time for the whole article, spread over its decks', toMinutes)
    .option('--clicks', 'show bullets one by one')
    .option('--questions', 'close each deck with questions for the meeting')
    .option('--no-questions', 'ask none, where the last run asked some')
    .addOption(encodingOption())
    .option('--dry-run', 'show what would change, line by line, and write nothing')
    .addOption(new Option('--ours', ours).conflicts('theirs'))
    .option('--theirs', 'there, take what the article has now')
    .option('--force', 'write over decks that were changed by hand, and lose the changes')
    .addHelpText('after', '\n--no-NAME forgets a flag of the last run, such as --no-speaker.')
    .action(async (files: string[], _, command: Command) => {
      const { generate } = await import('./commands/generate.ts')
      await generate(files, generateFlags(command), terminal)
    })
  for (const option of FORGOTTEN)
    command.addOption(new Option(`--no-${option}`, `forget --${option}`).hideHelp())
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

function addBuild({ program, terminal, env }: Stage): void {
  const kinds = 'what to build, parted by commas: html,offline,pdf,handout,pptx (default: all but pptx)'
  const handouts = 'what a page of the handout holds: a slide and its notes, or 2, 3 or 6 slides (default: notes)'
  program.command('build')
    .description('build decks to a website, one offline file, PDFs, handouts and PowerPoint slides, in dist/NAME')
    .argument('[folder...]', 'the decks\' folders; none means all under slides')
    .option('--out <folder>', 'where the results go', 'dist')
    .option('--only <kinds>', kinds, toKinds)
    .addOption(choice('--handout <kind>', handouts, HANDOUT_KINDS))
    .option('--force', 'build what has not changed, too')
    .option('--verbose', 'say why pages are made by Slidev\'s own build, where they are: it takes longer')
    .addOption(timeoutOption())
    .action(async (folders: string[], flags) => {
      await endedBySignals(terminal, () => withTemporary(async () => {
        const { build } = await import('./commands/build.ts')
        await build(folders, flags, env, terminal)
      }))
    })
}

function addCheck({ program, terminal, env }: Stage): void {
  const strict = 'list every difference from the article, made by hand or not, with both texts, and end with 1 on any'
  program.command('check')
    .description('hold decks against what Lectern promises, in a real browser')
    .argument('[folder...]', 'the decks\' folders; none means all under slides')
    .option('--json', 'print JSON and nothing else')
    .option('--strict', strict)
    .addOption(timeoutOption())
    .action(async (folders: string[], flags) => {
      await endedBySignals(terminal, () => withTemporary(async () => {
        const { check } = await import('./commands/check.ts')
        await check(folders, flags, env, terminal)
      }))
    })
}

function addDev({ program, terminal }: Stage): void {
  const description = 'edit decks in the browser with Slidev\'s own server and live reload; '
    + 'they are made again when the article is saved'
  program.command('dev')
    .description(description)
    .argument('[path]', 'a deck, or a folder of decks; without one, the only folder under slides')
    .action(async (path: string | undefined) => {
      await withTemporary(async () => {
        const { dev } = await import('./commands/dev.ts')
        await dev(path, terminal, interrupted())
      })
    })
}

function addPresent({ program, terminal }: Stage): void {
  const host = 'an address of this machine at which others can open the slides, 0.0.0.0 for all; '
    + 'the notes and the presenter view stay here (default: this machine alone)'
  program.command('present')
    .description('serve a built article on this machine and open its start page')
    .argument('[folder]', 'the built article')
    .option('--host <address>', host)
    .option('--share-notes', 'let other machines have the notes and the presenter view as well')
    .option('--no-open', 'do not open a browser')
    .action(async (folder: string | undefined, flags) => {
      const { present } = await import('./commands/present.ts')
      await present(folder, flags, terminal, interrupted())
    })
}
