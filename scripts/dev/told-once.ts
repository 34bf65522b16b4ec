import type { Voice, Wording } from '../messages/model.ts'

/**
 * Says what is wrong with something once, however often it is found: until it is something else, or nothing.
 *
 * @param voice says it
 * @returns what is told of something by its name; nothing where nothing is wrong with it
 */
export function onceEach({ say, tell }: Voice): (name: string, fault?: Wording) => void {
  const told = new Map<string, string>()
  return (name, fault) => {
    const words = fault && say(fault)
    if (fault && told.get(name) !== words)
      tell(fault)
    told.set(name, words ?? '')
  }
}
