import { find } from '../../../scripts/deck/layouts/steps/find.ts'
import { holds } from './holds.ts'
import { STEPS } from './tables/steps.ts'

holds(find, STEPS)
