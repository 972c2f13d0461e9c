import { withInstallation } from './installation'
import { StartError } from './start-error.mjs'

const USAGE = `npm run segel -- rotate
  makes a new key that seals from now on. What was sealed before is checked with its old key for ever.`

/** What an operator does about the keys of seals. */
export async function main([verb, ...more]: string[]): Promise<void> {
  if (verb !== 'rotate' || more.length > 0) throw new StartError(`How it is called:\n${USAGE}`)
  await withInstallation(async () => {
    const { rotateSegel } = await import('@/lib/operations/rotate-segel')
    process.stdout.write(`Seals are made with key ${await rotateSegel()} from now on.\n`)
  })
}
