import type { SetSlide } from '../../scripts/check/types.ts'
import { SET_RULES } from '../../scripts/check/rules/rules.ts'
import { squeeze } from './promises.ts'

/** What the rules find wrong with slides, each with its slide's number. */
export function faultsOf(slides: SetSlide[]): string[] {
  return slides.flatMap(slide => SET_RULES.flatMap(rule => rule(slide)).map(({ ruleId, reason }) => `${slide.no} ${ruleId}: ${reason}`))
}

/** A slide's text as it is read from the page, block by block. */
export function textOf(slide: SetSlide): string {
  return squeeze(slide.blocks.filter(block => !block.furniture).map(block => block.lines.join('')).join('\n'))
}
