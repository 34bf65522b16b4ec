import { networkInterfaces } from 'node:os'

/**
 * An address of this machine that is not its own alone: what asks there is, to a server, another machine. None where
 * there is no network.
 */
export const OTHER = Object.values(networkInterfaces()).flatMap(own => own ?? []).find(own => !own.internal && own.family === 'IPv4')?.address
