import { createListeners } from './listeners'

/** A part of the page that is fetched at its first use. */
export interface Later<Part> {
  (): Promise<Part>
  /** null until it is there */
  now(): Part | null
  /** Calls back when it is there, until the returned function is called. */
  subscribe(listener: () => void): () => void
}

const ahead = new Set<Later<unknown>>()

/**
 * @param load an `import()` of what readers use sooner or later: see `fetchAhead`
 * @param isForAll false for what only some of them ever use: it is fetched at its first use
 */
export function later<Part>(load: () => Promise<Part>, isForAll = true): Later<Part> {
  let part: Part | null = null
  const arrival = createListeners()
  const fetchIt = async () => {
    if (part !== null) return part
    part = await load()
    arrival.tell()
    return part
  }
  const made = Object.assign(fetchIt, { now: () => part, subscribe: arrival.hear })
  if (isForAll) ahead.add(made)
  return made
}

/**
 * Fetches all of these as soon as the reader does anything, until the returned function is called: what is read first no longer waits for
 * them, and they are there before they are asked for, also if the network goes in between.
 */
export function fetchAhead(): () => void {
  const stop = () => {
    for (const sign of SIGNS) removeEventListener(sign, begin, true)
  }
  const begin = () => {
    stop()
    // What fails now is asked for again when it is needed.
    for (const fetchIt of ahead) fetchIt().catch(() => undefined)
  }
  for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: true })
  return stop
}

const SIGNS = ['pointerdown', 'keydown'] as const
