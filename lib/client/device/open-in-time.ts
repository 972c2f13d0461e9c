/** Milliseconds that a database may take to open. */
const OPEN_MS = 5000

/** A browser whose disk is ill may never answer: then it has none, and what waits for it goes on. @throws when the time is over, or what `opening` throws */
export function openInTime<Database>(opening: Promise<Database>): Promise<Database> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('the database does not open')), OPEN_MS))
  return Promise.race([opening, late])
}
