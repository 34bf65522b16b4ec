import type { PhrasingContent } from 'mdast'
import type { Parent } from 'unist'

/** Words that stand raised, as the 3 of 10³ does. mdast has no such node: it is made of `<sup>`, of `^…^` and of Word's raised runs. */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** Words that stand lowered, as the 2 of H₂O does. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    superscript: Superscript
    subscript: Subscript
  }
  interface RootContentMap {
    superscript: Superscript
    subscript: Subscript
  }
}
