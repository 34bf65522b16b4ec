/** Runs in the page: shows the start page, or unpacks the modules and starts the deck that the address names. */
export const BOOT = `
async function boot(decks, packed) {
  const name = new URLSearchParams(location.search).get('deck')
  const deck = decks[name]
  for (const style of document.querySelectorAll('style[data-for]')) {
    if (!style.dataset.for.split(' ').includes(deck ? name : 'start'))
      style.remove()
  }
  if (!deck)
    return document.getElementById('app').remove()
  document.getElementById('start').remove()
  document.title = deck.title
  globalThis.lecternPage = deck
  const unpack = async ([name, text]) => {
    const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
    const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob()
    return [name, URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))]
  }
  const map = document.createElement('script')
  map.type = 'importmap'
  const imports = Object.fromEntries(await Promise.all(Object.entries(packed).map(unpack)))
  map.textContent = JSON.stringify({ imports })
  document.head.append(map)
  for (const entry of deck.entries)
    await import(entry)
}`.trim()
