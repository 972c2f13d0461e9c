import pino from 'pino'
import { Counter, register } from 'prom-client'

const NAME = 'sapa_log_lines_total'

/** So that an alert can ask for a line (lib/deploy/alerts.yml). The application's own copy of this file counts in the same place. */
const told =
  /** @type {Counter<'level' | 'msg'> | undefined} */ (register.getSingleMetric(NAME)) ??
  new Counter({ name: NAME, help: 'Lines of the log that warn or tell of a failure.', labelNames: ['level', 'msg'] })

const { warn, error } = pino.levels.values

/**
 * Where lines of the log go: warnings and errors to stderr, the rest to stdout, each written at once, so that a crash loses none.
 * Plain JavaScript: server.mjs has no loader. What may stand in a line is lib/log.ts's to say.
 */
export const lines = pino(
  {
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    hooks: {
      logMethod(args, method, level) {
        // What is said is fixed text (lib/log.ts): a handful of labels.
        if (level === warn || level === error) told.inc({ level: pino.levels.labels[level], msg: String(args.at(-1)) })
        method.apply(this, args)
      },
    },
  },
  pino.multistream(
    [
      { level: 'info', stream: pino.destination({ fd: 1, sync: true }) },
      { level: 'warn', stream: pino.destination({ fd: 2, sync: true }) },
    ],
    { dedupe: true },
  ),
)
