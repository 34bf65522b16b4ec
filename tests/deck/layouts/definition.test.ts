import { find } from '../../../scripts/deck/layouts/definition/find.ts'
import { holds } from './holds.ts'
import { DEFINITION } from './tables/definition.ts'

holds(find, DEFINITION)
