import { describe, expect, it } from 'vitest'
import { remoteAddresses } from '../../scripts/check/addresses.ts'

describe('what a slide would load from another machine', () => {
  it.each([
    ['<img src="https://example.org/boat.png">', ['https://example.org/boat.png']],
    ['<img :src="\'http://example.org/boat.png\'">', ['http://example.org/boat.png']],
    ['<img src="//example.org/boat.png">', ['//example.org/boat.png']],
    ['<img srcset="boat.png 1x, https://example.org/boat.png 2x">', ['https://example.org/boat.png']],
    ['<link rel="stylesheet" href="https://example.org/boat.css">', ['https://example.org/boat.css']],
    ['![](https://example.org/boat.png)', ['https://example.org/boat.png']],
    ['<img src="./boat.png">', []],
    ['<a href="https://example.org/">', []],
    ['[a link](https://example.org/)', []],
  ])('%s', (content, addresses) => {
    expect(remoteAddresses({ content, frontmatter: {} })).toEqual(addresses)
  })
})
