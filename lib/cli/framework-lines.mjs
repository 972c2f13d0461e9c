import { lines } from './log-lines.mjs'

/**
 * What Next.js, other packages and Node.js itself say on the console becomes lines of the log, so that everything on stdout and stderr is JSON and nobody can write a
 * line of their own by what they ask for. Of an error only its class, its code and where it came from stay; a text is left out, for it can quote a request.
 * Plain JavaScript: server.mjs has no loader.
 */
export function speakInLines() {
  console.log = () => undefined
  console.info = () => undefined
  console.debug = () => undefined
  console.warn = (...said) => lines.warn(tellOf(said), 'the framework warned')
  console.error = (...said) => lines.error(tellOf(said), 'the framework failed')
  // Node.js itself writes a warning as an error, in many lines of text.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => lines.warn(tellOf([warning]), 'Node.js warned'))
}

/** @param {unknown[]} said */
function tellOf(said) {
  const error = said.find((one) => one instanceof Error)
  if (!error) return {}
  const digest = 'digest' in error && typeof error.digest === 'string' ? { errorCode: error.digest } : {}
  const reason = 'code' in error && typeof error.code === 'string' && /^\w{1,60}$/.test(error.code) ? { reason: error.code } : {}
  return { error: error.name, ...digest, ...reason, stack: framesOf(error) }
}

/** @param {Error} error */
const framesOf = ({ stack = '' }) =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
