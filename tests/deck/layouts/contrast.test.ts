import { find } from '../../../scripts/deck/layouts/contrast/find.ts'
import { holds } from './holds.ts'
import { CONTRAST } from './tables/contrast.ts'

holds(find, CONTRAST)
