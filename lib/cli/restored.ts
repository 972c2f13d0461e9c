import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.mjs'

/** Stands in DATA_DIR from before the first byte of a restore to after the last. */
export const unfinishedMark = (dataDir: string) => join(dataDir, 'restore.unfinished')

/** Stands in DATA_DIR as long as nothing may leave it for people: a rehearsal must not write to patients. */
export const heldMark = (dataDir: string) => join(dataDir, 'letters.held')
export const areLettersHeld = (dataDir: string) => existsSync(heldMark(dataDir))

/** A start over half a restore would be a clinic that has lost half of its record. @throws StartError */
export function refuseHalfRestore(dataDir: string) {
  if (existsSync(unfinishedMark(dataDir)))
    throw new StartError(`A restore into DATA_DIR ${dataDir} was not finished: empty that folder and restore again.`)
}
