const shared = globalThis as { sapaAskers?: Map<string, string> }

/** Tells the web server's log who makes this request (a UUID); it forgets that with the answer (lib/cli/request-log.mjs). */
export function noteAsker(requestId: string, penggunaId: string): void {
  shared.sapaAskers?.set(requestId, penggunaId)
}
