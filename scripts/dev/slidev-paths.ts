/** What Slidev's pages ask for at the root of their server; here each deck has a folder of its own. */
export const AT_ROOT = ['/__slidev/', '/@server-ref/', '/@server-reactive/']

/**
 * Reads what a page asks for as Slidev's server does: some of it as if the deck's folder were the root.
 *
 * @param url what is asked for
 * @param base the deck's folder: /01/
 * @returns what its server is asked for
 */
export function asAtRoot(url: string, base: string): string {
  const rest = url.slice(base.length - 1)
  return AT_ROOT.some(start => rest.startsWith(start)) ? rest : url
}
