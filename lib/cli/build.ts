import { buildApp, generateClient } from './artifacts'
import { ship } from './ship'
import { StartError } from './start-error.mjs'

/**
 * Does beforehand what a start would do first: afterwards `npm start` neither installs nor builds, nor writes to the sources. With a FOLDER it
 * also puts there what runs, without what only building needs; `--with-database` puts the embedded PostgreSQL beside it.
 */
export async function main(args: string[]): Promise<void> {
  const folders = args.filter((word) => !word.startsWith('--'))
  const unknown = args.find((word) => word.startsWith('--') && word !== '--with-database')
  if (folders.length > 1 || unknown) throw new StartError('npm run build, or npm run build -- FOLDER [--with-database]')
  await generateClient()
  const distDir = await buildApp()
  process.stdout.write(`Built: ${distDir}\n`)
  const [folder] = folders
  if (!folder) return
  ship(distDir, folder, args.includes('--with-database'))
  process.stdout.write(`Shipped: ${folder}\n`)
}
