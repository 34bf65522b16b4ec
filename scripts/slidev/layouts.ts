/** The layouts of a deck's slides, for the rooms that read decks and plan none. */
export { FURNITURE, MAPS } from '../deck/types.ts'
