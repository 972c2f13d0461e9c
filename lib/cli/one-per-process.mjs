/**
 * Next.js bundles a module of ours once for routes and once for pages, and the web server has it a third time: what must be one in a process (a limit, a
 * count, a pool, a line in which people wait) cannot stand in a module. Plain JavaScript: server.mjs has no loader.
 */

/** @type {{ sapa?: Map<string, unknown> }} */
const shared = Object.assign(globalThis)

/**
 * The one thing of this name in this process, made when it is first asked for.
 * @template Thing
 * @param {string} name
 * @param {() => Thing} make
 * @returns {Thing}
 */
export function onePerProcess(name, make) {
  shared.sapa ??= new Map()
  if (!shared.sapa.has(name)) shared.sapa.set(name, make())
  return /** @type {Thing} */ (shared.sapa.get(name))
}
