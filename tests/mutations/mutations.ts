import type { Mutation } from './types.ts'
import { ARTICLE } from './rooms/article.ts'
import { BUILD } from './rooms/build.ts'
import { CHECK } from './rooms/check.ts'
import { COMMANDS } from './rooms/commands.ts'
import { DECK } from './rooms/deck.ts'
import { FILES } from './rooms/files.ts'
import { LANGUAGE } from './rooms/language.ts'
import { MERGE } from './rooms/merge.ts'
import { OUTLINE } from './rooms/outline.ts'
import { SERVE } from './rooms/serve.ts'
import { SLIDEV } from './rooms/slidev.ts'
import { THEMES } from './rooms/themes.ts'
import { WITNESS } from './rooms/witness.ts'

/** Ways to break the program, in all of its rooms. Each must make a test fail. */
export const MUTATIONS: readonly Mutation[] = [
  ...LANGUAGE,
  ...ARTICLE,
  ...OUTLINE,
  ...DECK,
  ...SLIDEV,
  ...MERGE,
  ...FILES,
  ...COMMANDS,
  ...CHECK,
  ...BUILD,
  ...SERVE,
  ...THEMES,
  ...WITNESS,
]
