import { find } from '../../../scripts/deck/layouts/pairs/find.ts'
import { holds } from './holds.ts'
import { PAIRS } from './tables/pairs.ts'

holds(find, PAIRS)
