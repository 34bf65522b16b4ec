/** What the server of `lectern dev` says. */
export const dev = {
  'dev-restart': '{path}: {what} changed, so the deck\'s server starts anew.',
  'dev-setting': 'its {what}',
  'dev-shown-before': '{fault} It is shown as it was.',
  'dev-not-shown': '{path}: this deck cannot be shown, {fault}.',
  'dev-fault-title': 'This deck cannot be shown',
  'dev-fault-wait': 'It is shown as soon as its file is saved without this.',
} as const
