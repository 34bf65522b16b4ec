import { find } from '../../../scripts/deck/layouts/ladder/find.ts'
import { holds } from './holds.ts'
import { LADDER } from './tables/ladder.ts'

holds(find, LADDER)
