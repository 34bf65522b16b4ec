/**
 * Parts a list into runs that fit, in order, each as long as it may be.
 *
 * @param items the list
 * @param fit how many of these items, from the first on, fit in one run
 * @returns the runs; none for an empty list
 */
export function chunk<T>(items: T[], fit: (rest: T[]) => number): T[][] {
  const runs: T[][] = []
  for (let from = 0; from < items.length;) {
    const count = Math.max(1, fit(items.slice(from, from + 64)))
    runs.push(items.slice(from, from + count))
    from += count
  }
  return balance(items, runs.length, fit) ?? runs
}

/** The same number of runs with about as many items each, where they still fit: no last run of one lonely item. */
function balance<T>(items: T[], count: number, fit: (rest: T[]) => number): T[][] | undefined {
  const runs: T[][] = []
  let from = 0
  for (let left = count; left > 0; left--) {
    const size = Math.ceil((items.length - from) / left)
    const run = items.slice(from, from + size)
    if (fit(run) < run.length)
      return undefined
    runs.push(run)
    from += size
  }
  return runs
}
