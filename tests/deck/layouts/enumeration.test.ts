import { find } from '../../../scripts/deck/layouts/enumeration/find.ts'
import { holds } from './holds.ts'
import { ENUMERATION } from './tables/enumeration.ts'

holds(find, ENUMERATION)
