import { find } from '../../../scripts/deck/layouts/timeline/find.ts'
import { holds } from './holds.ts'
import { TIMELINE } from './tables/timeline.ts'

holds(find, TIMELINE)
