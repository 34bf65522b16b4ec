/**
 * Code for a page before Slidev asks the browser to keep the screen awake: a browser may refuse, and that is no fault.
 * Slidev would log an error for each slide.
 */
export const WAKE_LOCK = `
const { wakeLock } = navigator
if (wakeLock) {
  const request = wakeLock.request.bind(wakeLock)
  wakeLock.request = type => request(type).catch(() => new Promise(() => {}))
}`
