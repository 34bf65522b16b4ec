import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** A word and its part of speech, in the tags of the ICTCLAS set: n noun, v verb, uj 的, p preposition, c conjunction, x what is no word. */
export interface Word { word: string, tag: string }

let jieba: Jieba | undefined

/**
 * Cuts a text into words. The dictionary is loaded when the first Chinese text comes.
 *
 * @param text Chinese, English or mixed
 * @returns words, spaces and marks that, joined, are the text
 */
export function wordsOf(text: string): Word[] {
  if (!/\p{Script=Han}/u.test(text))
    return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\p{L}\p{N}]+/gu), ([word]) => ({ word, tag: /[\p{L}\p{N}]/u.test(word) ? 'eng' : 'x' }))
  jieba ??= Jieba.withDict(dict)
  return jieba.tag(text)
}
