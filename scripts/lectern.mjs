#!/usr/bin/env node
// The program: TypeScript, compiled when its source has changed.
import module from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { compiled } from './compile.mjs'

// From Node 22 on, what V8 has compiled once is kept.
module.enableCompileCache?.()
const { main } = await import(pathToFileURL(await compiled()).href)
process.exitCode = await main(process.argv.slice(2))
