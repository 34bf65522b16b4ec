#!/usr/bin/env node
// The program. In a checkout it is TypeScript, compiled when its source has changed; an installed package has it
// compiled.
import { existsSync } from 'node:fs'
import module from 'node:module'
import process from 'node:process'

// From Node 22 on, what V8 has compiled once is kept.
module.enableCompileCache?.()
const compiler = new URL('compile.mjs', import.meta.url)
const program = existsSync(compiler)
  ? await (await import(compiler.href)).compiled()
  : new URL('../lib/cli.mjs', import.meta.url)
const { main } = await import(program.href)
process.exitCode = await main(process.argv.slice(2))
