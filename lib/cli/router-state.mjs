import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

/** Plain JavaScript: server.mjs has no loader. */

const STATE = 'next-router-state-tree'

/**
 * Where a page of ours is in the application, as its router says it. Next.js answers one that it cannot read with 500 and a stack; without it the
 * whole page is answered. Its own reader decides, so that the two can never disagree.
 * @param {import('node:http').IncomingMessage} request
 */
export function dropBadState({ headers }) {
  if (headers[STATE] === undefined) return
  try {
    parseAndValidateFlightRouterState(headers[STATE])
  } catch {
    delete headers[STATE]
  }
}
