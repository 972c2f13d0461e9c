import pino from 'pino'

/**
 * Where lines of the log go: warnings and errors to stderr, the rest to stdout, each written at once, so that a crash loses none.
 * Plain JavaScript: server.mjs has no loader. What may stand in a line is lib/log.ts's to say.
 */
export const lines = pino(
  {
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  },
  pino.multistream(
    [
      { level: 'info', stream: pino.destination({ fd: 1, sync: true }) },
      { level: 'warn', stream: pino.destination({ fd: 2, sync: true }) },
    ],
    { dedupe: true },
  ),
)
