#!/usr/bin/env node
// The program: TypeScript is run as it is, through tsx, on Node 20 and later.
import process from 'node:process'
import { tsImport } from 'tsx/esm/api'

const { main } = await tsImport('./cli.ts', import.meta.url)
process.exitCode = await main(process.argv.slice(2))
