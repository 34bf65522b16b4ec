import type { Layout } from '../types.ts'
import type { FindStructures } from './structure.ts'
import { find as bars } from '../layouts/bars/find.ts'
import { find as both } from '../layouts/both/find.ts'
import { find as cards } from '../layouts/cards/find.ts'
import { find as contrast } from '../layouts/contrast/find.ts'
import { find as definition } from '../layouts/definition/find.ts'
import { find as enumeration } from '../layouts/enumeration/find.ts'
import { find as figure } from '../layouts/figure/find.ts'
import { find as figures } from '../layouts/figures/find.ts'
import { find as ladder } from '../layouts/ladder/find.ts'
import { find as pairs } from '../layouts/pairs/find.ts'
import { find as parallel } from '../layouts/parallel/find.ts'
import { find as sequence } from '../layouts/sequence/find.ts'
import { find as steps } from '../layouts/steps/find.ts'
import { find as timeline } from '../layouts/timeline/find.ts'

/** A layout that draws a structure of the text. */
export interface StructureLayout {
  layout: Layout
  find: FindStructures
}

/** Structures that slides draw. Of two that are equally plain, the one first is taken. */
export const STRUCTURES: readonly StructureLayout[] = [
  { layout: 'steps', find: steps },
  { layout: 'contrast', find: contrast },
  { layout: 'parallel', find: parallel },
  { layout: 'ladder', find: ladder },
  { layout: 'pairs', find: pairs },
  { layout: 'bars', find: bars },
  { layout: 'figures', find: figures },
  { layout: 'enumeration', find: enumeration },
  { layout: 'sequence', find: sequence },
  { layout: 'timeline', find: timeline },
  { layout: 'both', find: both },
  { layout: 'definition', find: definition },
  { layout: 'cards', find: cards },
  { layout: 'figure', find: figure },
]
