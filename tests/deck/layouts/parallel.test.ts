import { find } from '../../../scripts/deck/layouts/parallel/find.ts'
import { holds } from './holds.ts'
import { PARALLEL } from './tables/parallel.ts'

holds(find, PARALLEL)
