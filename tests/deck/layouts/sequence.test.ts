import { find } from '../../../scripts/deck/layouts/sequence/find.ts'
import { holds } from './holds.ts'
import { SEQUENCE } from './tables/sequence.ts'

holds(find, SEQUENCE)
