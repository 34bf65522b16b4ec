/**
 * Moves the time on a clock.
 *
 * @param clock minutes and seconds, with hours before them or not: 4:05
 * @param seconds by how much
 * @returns the clock then; as it is where it is none
 */
export function laterBy(clock: string, seconds: number): string {
  if (!/^(?:\d+:)?\d+:\d\d$/.test(clock) || seconds === 0)
    return clock
  const sum = clock.split(':').reduce((total, part) => total * 60 + Number(part), 0) + seconds
  const [hours, minutes, rest] = [Math.floor(sum / 3600), Math.floor(sum / 60) % 60, sum % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
