import { expect, it } from 'vitest'
import { isOwn } from '../../scripts/dev/own-pages.ts'

const EDITOR = '/01/__open-in-editor?file=/etc/passwd'
const OWN = 'http://127.0.0.1:3030'
const LINK = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

/** A request of this machine to a server of decks. */
function ask(url: string, headers: Record<string, string>, method = 'GET'): boolean {
  return isOwn({ url, method, headers: { host: '127.0.0.1:3030', ...headers }, socket: { remoteAddress: '127.0.0.1' } } as never)
}

it.each([
  ['a person who types the address', '/01/', { 'sec-fetch-site': 'none' }],
  ['a link on another page', '/01/', LINK],
  ['a link on another page to all decks', '/', LINK],
  ['a module of its own page', '/01/main.ts', { 'sec-fetch-site': 'same-origin' }],
  ['its own page, to open an editor', EDITOR, { 'sec-fetch-site': 'same-origin' }],
  ['its own page in an old browser', EDITOR, { referer: `${OWN}/01/` }],
  ['its own page that writes', '/01/__slidev/slides/1.json', { origin: OWN }],
  ['a program', '/01/', {}],
])('answers %s', (_, url, headers) => expect(ask(url, headers)).toBe(true))

it.each([
  ['another page, to open an editor', EDITOR, { 'sec-fetch-site': 'cross-site' }],
  ['a page of another port', EDITOR, { 'sec-fetch-site': 'same-site' }],
  ['a link on another page that opens an editor', EDITOR, LINK],
  ['a link whose letters are codes', '/01/%5F%5Fopen-in-editor?file=x', LINK],
  ['an address of an editor that was typed', EDITOR, { 'sec-fetch-site': 'none' }],
  ['nobody knows whom, to open an editor', EDITOR, {}],
  ['another page in an old browser', EDITOR, { referer: 'http://example.org/' }],
  ['another page whose name begins as ours', EDITOR, { referer: `${OWN}.example.org/` }],
  ['another page that writes', '/01/__slidev/slides/1.json', { origin: 'http://example.org' }],
  ['another page in an old browser that reads', '/decks.json', { origin: 'http://example.org' }],
  ['a page of no origin', '/01/', { origin: 'null' }],
  ['a frame on another page', '/01/', { ...LINK, 'sec-fetch-dest': 'iframe' }],
  ['a script on another page', '/decks.json', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
  ['a link on another page to a file', '/01/@fs/etc/passwd', LINK],
  ['a machine by another name', '/01/', { host: 'example.org' }],
])('does not answer %s', (_, url, headers) => expect(ask(url, headers)).toBe(false))

it('does not answer a form on another page', () => expect(ask('/01/', LINK, 'POST')).toBe(false))
