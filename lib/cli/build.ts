import { buildApp, generateClient } from './artifacts'

/** Does beforehand what a start would do first: afterwards `npm start` neither installs nor builds, nor writes to the sources. */
export async function main(): Promise<void> {
  await generateClient()
  process.stdout.write(`Built: ${await buildApp()}\n`)
}
