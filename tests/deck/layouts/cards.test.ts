import { find } from '../../../scripts/deck/layouts/cards/find.ts'
import { holds } from './holds.ts'
import { CARDS } from './tables/cards.ts'

holds(find, CARDS)
