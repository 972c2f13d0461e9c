import { lines } from './cli/log-lines.mjs'

/**
 * One JSON line for each event: warnings and errors to stderr, the rest to stdout.
 * Callers pass ids, codes, counts and durations. There is no field for content: text, names, tokens and request bodies are never logged,
 * and of an unexpected error only what a developer wrote stays (its class, its code and where in our code it came from), because the text
 * of a database or parser error quotes what it choked on.
 */
export type LogFields = Partial<Record<LogField, string | number | boolean | null>> & { error?: unknown }

type LogField =
  | 'requestId'
  | 'method'
  | 'route'
  | 'status'
  | 'ms'
  | 'code'
  | 'aksi'
  | 'penggunaId'
  | 'konsultasiId'
  | 'pesanId'
  | 'lampiranId'
  | 'job'
  | 'attempt'
  | 'count'
  | 'service'
  | 'pid'
  | 'port'
  | 'build'
  | 'realtime'
  | 'signal'
  | 'exitCode'
  | 'nomor'
  | 'hash'

type Level = 'info' | 'warn' | 'error'

export const log = {
  info: (msg: string, fields?: LogFields) => write('info', msg, fields),
  warn: (msg: string, fields?: LogFields) => write('warn', msg, fields),
  error: (msg: string, fields?: LogFields) => write('error', msg, fields),
}

function write(level: Level, msg: string, { error, ...fields }: LogFields = {}) {
  lines[level]({ ...fields, ...tellOf(error, level) }, msg)
}

/** What may be told of an error: its class, its code and, where nobody expected it, the frames of its stack; never its message, which can quote data. */
function tellOf(error: unknown, level: Level) {
  if (error === undefined) return {}
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined
  return { error: error.name, ...(code === undefined ? {} : { errorCode: code }), ...(level === 'error' ? { stack: framesOf(error) } : {}) }
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const message = stack.indexOf(error.message)
  const frames = message < 0 ? stack : stack.slice(message + error.message.length)
  return frames
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
}
