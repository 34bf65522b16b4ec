import { articles } from './articles.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import { commands } from './commands.ts'
import { dev } from './dev.ts'
import { files } from './files.ts'
import { help } from './help.ts'
import { leftOut } from './left-out.ts'
import { longWay } from './long-way.ts'
import { outline } from './outline.ts'
import { shared } from './shared.ts'

/** All that Lectern says, in Chinese: the same keys and data as in English. */
export const chinese = {
  ...articles,
  ...build,
  ...check,
  ...commands,
  ...dev,
  ...files,
  ...help,
  ...leftOut,
  ...longWay,
  ...outline,
  ...shared,
}
