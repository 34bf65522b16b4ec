import { find } from '../../../scripts/deck/layouts/figure/find.ts'
import { holds } from './holds.ts'
import { FIGURE } from './tables/figure.ts'

holds(find, FIGURE)
