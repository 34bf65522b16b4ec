/** A deck's file: 01.md. */
export const DECK_NAME = /^\d{2,4}\.md$/
