import type { Element, Parents, RootContent } from 'hast'

/**
 * Puts something else in the place of children in a row; white space between them goes with them.
 *
 * @param parent the element; its children are changed
 * @param itemsOf what a child is of a row; nothing for one that is of none
 * @param isBlank whether a child between two of a row shows nothing
 * @param build what stands in the row's place
 */
export function replaceRuns<Item>(
  parent: Parents,
  itemsOf: (child: RootContent) => Item[] | undefined,
  isBlank: (child: RootContent) => boolean,
  build: (run: Item[]) => RootContent[],
): void {
  const children: RootContent[] = []
  let run: Item[] = []
  const close = (): void => {
    children.push(...build(run))
    run = []
  }
  for (const child of parent.children as RootContent[]) {
    const items = itemsOf(child)
    if (items) {
      run.push(...items)
    }
    else if (run.length === 0 || !isBlank(child)) {
      close()
      children.push(child)
    }
  }
  close()
  parent.children = children as Element['children']
}
