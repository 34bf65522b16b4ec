import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import process from 'node:process'

/** How many connections there may be at once, whatever the system allows: more than a hall of people needs. */
const MOST = 1000
/**
 * Open files that the program itself needs, and what it may open for each connection: the socket, and the file that is
 * sent.
 */
const OWN = 56
const EACH = 2

/** The places for connections. */
export interface Places {
  /** Gives the connections of a server their places. */
  watch: (server: Server) => void
  /** Notes that a connection is being used: it is the last to lose its place. */
  move: (socket: Socket) => void
}

/**
 * Keeps connections few enough for the files that the system lets the program open. When all places are taken, the
 * machine that has most of them gives one up: its connection that has stood still for longest. So nobody is kept out by
 * somebody who opens hundreds and reads from none.
 *
 * @param most how many connections there may be at once
 * @returns the places, none of them taken
 */
export function keepPlaces(most: number): Places {
  // In order of their use: a Map keeps the order in which keys were set.
  const taken = new Map<Socket, string>()
  const move = (socket: Socket): void => {
    const owner = taken.get(socket)
    if (owner === undefined)
      return
    taken.delete(socket)
    taken.set(socket, owner)
  }
  const take = (socket: Socket): void => {
    if (taken.size >= most)
      stillest(taken)?.destroy()
    taken.set(socket, socket.remoteAddress ?? '')
    socket.once('close', () => taken.delete(socket))
  }
  return { move, watch: server => void server.on('connection', take) }
}

function stillest(taken: Map<Socket, string>): Socket | undefined {
  const counts = new Map<string, number>()
  for (const owner of taken.values())
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return Array.from(taken).find(([socket, owner]) => counts.get(owner) === most && !socket.destroyed)?.[0]
}

/**
 * How many connections a server can have.
 *
 * @param openFiles how many files the system lets the program open
 */
export function mostConnections(openFiles: number): number {
  return Math.max(4, Math.min(MOST, Math.floor((openFiles - OWN) / EACH)))
}

/** How many files the system lets this program open; nothing where it does not say, as on Windows, or sets no bound. */
export function openFilesLimit(): number {
  // Without this, Node asks the network for the names of the machines that are connected.
  Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: unknown } } }
  const soft = userLimits?.open_files?.soft
  return typeof soft === 'number' ? soft : Infinity
}
