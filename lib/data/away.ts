import { AsyncLocalStorage } from 'node:async_hooks'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { AWAY } from '@/lib/domain/away'
import { isUnavailable } from './availability'

const pages = onePerProcess('pages', () => new AsyncLocalStorage<{ isAway: boolean }>())

/** Tells the page that is being made, if this is one, that it fails because the database is away (lib/cli/away-page.mjs). @throws the error, always */
export function noteAway(error: unknown): never {
  if (isUnavailable(error)) {
    const page = pages.getStore()
    if (page) page.isAway = true
    Object.assign(error as Error, { digest: AWAY })
  }
  throw error
}
