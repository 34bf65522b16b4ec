import type { RuleId, Wording } from '../messages/model.ts'
/** A colour: red, green, blue from 0 to 255, and alpha from 0 to 1. */
export type Rgba = readonly [number, number, number, number]

/** A run of text on a slide, as the browser has set it. */
export interface SetText {
  text: string
  /** In pixels of the canvas. */
  size: number
  /** Page furniture: page number, running foot. */
  furniture: boolean
  /** A label inside a picture of structure. */
  structure: boolean
  colour: Rgba
  /** What lies behind it, from the nearest to the first that lets nothing through; a gradient has several colours. */
  grounds: Rgba[][]
  box: Box
}

/** Left, top, right, bottom, from the slide's corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A block of text, its lines as they are broken; or a picture, which has none. */
export interface SetBlock { lines: string[], code: boolean, furniture: boolean, box: Box }

/** A picture or a drawing that a screen reader comes to: its address or its kind, and what is read for it. */
export interface SetPicture { name: string, description: string }

/** A box with more in it than it holds. */
export interface FullBox {
  name: string
  text: string
  content: readonly [number, number]
  room: readonly [number, number]
  clips: boolean
}

/** What a browser says of one slide. */
export interface SetSlide {
  /** 1 for the first that is shown. */
  no: number
  /** Left, top, right, bottom of the area inside the layout's margins. */
  safe: readonly [number, number, number, number]
  texts: SetText[]
  /** In the order in which a screen reader meets them. */
  blocks: SetBlock[]
  full: FullBox[]
  /** Characters that no font draws. */
  undrawn: string[]
  /** Text that a font of this machine draws, and not one of the deck's. */
  foreign: { text: string, font: string }[]
  /** How many headings of the first rank it has. */
  headings: number
  pictures: SetPicture[]
}

/** What is wrong with a slide. */
export interface Finding {
  ruleId: RuleId
  /** What is wrong and what to do, without a full stop. */
  reason: string
  /** The reason, to be said in the reader's language. */
  wording: Wording
  /** Some of the text that it is about, to find its line by. */
  text?: string
}

/** A rule on how a slide is set. */
export type SetRule = (slide: SetSlide) => Finding[]
