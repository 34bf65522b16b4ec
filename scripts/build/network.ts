import type { IncomingMessage } from 'node:http'
import type { networkInterfaces } from 'node:os'
import { BlockList, isIPv6 } from 'node:net'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

/** The address by which a machine calls itself. */
export const THIS_MACHINE = '127.0.0.1'

/**
 * Says whether only this machine can use an address.
 *
 * @param address an IP address; `::ffff:127.0.0.1` is one of IPv4
 */
export function isLoopback(address: string): boolean {
  return LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/**
 * Says whether a request comes from this machine. The request must also call the machine by a name of its own: the name
 * of a web page from elsewhere, which a browser here shows, may have been led to 127.0.0.1 to read what is served here
 * (DNS rebinding).
 *
 * @param request the request
 */
export function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const called = /^(.*?)(?::\d+)?$/.exec(headers.host ?? '')![1]!.replace(/^\[|\]$/g, '')
  return isLoopback(socket.remoteAddress ?? '') && (/^(?:.+\.)?localhost$/i.test(called) || isLoopback(called))
}

/**
 * Adds to an address the one by which this machine reaches itself, where that is not heard there as well.
 *
 * @param address the IP address to listen on
 * @returns all addresses to listen on
 */
export function withThisMachine(address: string): string[] {
  return isLoopback(address) || isEvery(address) ? [address] : [THIS_MACHINE, address]
}

/**
 * Lists the addresses by which other machines reach a server.
 *
 * @param address the IP address that it listens on
 * @param interfaces the machine's, as Node lists them
 * @returns IP addresses; none where only this machine reaches it
 */
export function addressesForOthers(address: string, interfaces: ReturnType<typeof networkInterfaces>): string[] {
  if (isLoopback(address))
    return []
  if (!isEvery(address))
    return [address]
  const outward = Object.values(interfaces).flatMap(own => own ?? []).filter(own => !own.internal)
  const heard = outward.filter(own => isIPv6(address) || own.family === 'IPv4')
  // A link-local address of IPv6 works in no browser: it would need the name of the other machine's own interface.
  return heard.map(own => own.address).filter(own => !/^fe80:/i.test(own))
}

/**
 * Writes an address of the web.
 *
 * @param address an IP address
 * @param port the port
 */
export function urlOf(address: string, port: number): string {
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}/`
}

/** Whether a server that listens there is heard at all of the machine's addresses. */
function isEvery(address: string): boolean {
  return address === '0.0.0.0' || address === '::'
}
