/** A word's part of speech, as far as the breaking of lines and the choice of key phrases ask for it. */
export type Kind
  = | 'noun' | 'time' | 'place' | 'pronoun' | 'determiner' | 'numeral' | 'measure' | 'ordinal' | 'localizer'
    | 'verb' | 'gerund' | 'copula' | 'modal' | 'direction' | 'adjective' | 'attribute' | 'idiom' | 'adverb' | 'negation'
    | 'preposition' | 'conjunction' | 'link'
    | 'structural' | 'aspect' | 'final' | 'enumerating' | 'nominalizer' | 'binder'
    | 'latin' | 'number' | 'space' | 'open' | 'close' | 'stop' | 'joint'

/** A word, a mark, or a run of what is not Chinese. */
export interface Word {
  /** As it stands in the text. */
  text: string
  /** In simplified characters, as rules know it. */
  form: string
  kind: Kind
  /** How wide it is in Chinese characters. */
  width: number
}
