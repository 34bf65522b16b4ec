// What `npm ci` and `npm install` run in a checkout: the first build has not to wait for what is the same each time.
import process from 'node:process'

try {
  const { compiled } = await import('./compile.mjs')
  const { prepare } = await import(new URL('prepare.mjs', await compiled()).href)
  await prepare(process.env)
}
catch (error) {
  // Without the packages for development, say. Then the first build makes it.
  console.error(`Nothing is made ready for the first build, which takes some seconds longer: ${error.message}`)
}
