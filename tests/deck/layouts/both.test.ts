import { find } from '../../../scripts/deck/layouts/both/find.ts'
import { holds } from './holds.ts'
import { BOTH } from './tables/both.ts'

holds(find, BOTH)
