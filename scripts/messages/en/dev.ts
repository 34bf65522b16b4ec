/** What the server of `lectern dev` says. */
export const dev = {
  'dev-restart': '{path}: {what} changed, so the deck\'s server starts again.',
  'dev-setting': 'its setting `{what}`',
  'dev-shown-before': '{fault} It is shown as it was.',
  'dev-long-way': '{path}: Slidev\'s own server shows this deck, which takes longer: {reason}',
  'dev-not-shown': '{path}: this deck cannot be shown. Correct what is wrong here, or in a file beside it, and save it. Details: {detail}',
  'dev-not-read': '{path}: this deck cannot be shown, because {fault}. Put that right, and save the deck.',
  'dev-way-failed': 'it could not be made the fast way. Details: {detail}',
  'dev-fault-title': 'This deck cannot be shown',
  'dev-fault-wait': 'Mend its file and save it: the deck is shown then.',
} as const
