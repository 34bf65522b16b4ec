import { find } from '../../../scripts/deck/layouts/figures/find.ts'
import { holds } from './holds.ts'
import { FIGURES } from './tables/figures.ts'

holds(find, FIGURES)
