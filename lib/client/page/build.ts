import { createListeners } from './listeners'

/** In which every answer of the server says which build it runs: the hash of its sources, the same on each instance. */
export const BUILD_HEADER = 'X-Build'

/** The build of this page. Empty while developing. */
const OWN = process.env.NODE_ENV === 'production' ? (process.env.SAPA_VERSION ?? '') : ''

const listeners = createListeners()
let other: string | null = null

/** Another build than this page's, when the server's last answer came from one; null when it did not. */
export const otherBuild = (): string | null => other

export const onBuild = listeners.hear

/** The server has answered from this build; null where the answer does not say. */
export function noteBuild(build: string | null): void {
  if (!OWN || !build) return
  const next = build === OWN ? null : build
  if (next === other) return
  other = next
  listeners.tell()
}
