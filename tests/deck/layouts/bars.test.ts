import { find } from '../../../scripts/deck/layouts/bars/find.ts'
import { holds } from './holds.ts'
import { BARS } from './tables/bars.ts'

holds(find, BARS)
