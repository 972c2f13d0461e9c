import { context, trace } from '@opentelemetry/api'

/**
 * Traces (OpenTelemetry) of what a process does, for an operator who named a collector; without one none of their packages is loaded. Next.js makes a span of
 * each request and of its parts, we make one of each statement and of each job. Plain JavaScript: server.mjs has no loader.
 */

/** How long a process that ends waits for a collector, in milliseconds. */
const LAST_WORD_MS = 500

/** All that is told of a span beside its name. Addresses are not among it: they have ids in them, and what somebody searched for. */
const TOLD = ['http.method', 'http.route', 'http.status_code', 'next.span_type', 'sapa.request_id', 'db.system.name', 'db.operation.name']

/** Named by Next.js after an address that we ask. */
const NAMED_BY_ADDRESS = 'AppRender.fetch'

/**
 * Begins them where OTEL_EXPORTER_OTLP_ENDPOINT says where to. `OTEL_EXPORTER_OTLP_HEADERS` goes with what is told, `OTEL_TRACES_SAMPLER_ARG` says of what share.
 * @param {string} part which of our processes this is
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<() => Promise<void>>} tells what was not told yet
 */
export async function openTraces(part, env) {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => undefined
  const [{ AsyncLocalStorageContextManager }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ])
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const batches = new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'sapa', 'service.instance.id': `${part} ${process.pid}` }),
    // By the trace alone: a stranger's header does not decide what we tell.
    sampler: new sdk.TraceIdRatioBasedSampler(Number(env.OTEL_TRACES_SAMPLER_ARG ?? 1)),
    spanProcessors: [withoutContent(batches)],
  })
  trace.setGlobalTracerProvider(provider)
  return async () => {
    await Promise.race([provider.shutdown(), new Promise((done) => setTimeout(done, LAST_WORD_MS))])
  }
}

/**
 * Of each span only what tells nothing of anybody.
 * @param {import('@opentelemetry/sdk-trace').SpanProcessor} next
 * @returns {import('@opentelemetry/sdk-trace').SpanProcessor}
 */
const withoutContent = (next) => ({
  onStart: (span, parent) => next.onStart(span, parent),
  onEnd(span) {
    const told = Object.entries(span.attributes).filter(([name]) => TOLD.includes(name))
    next.onEnd(
      Object.create(span, {
        name: { value: span.attributes['next.span_type'] === NAMED_BY_ADDRESS ? 'fetch' : span.name },
        attributes: { value: Object.fromEntries(told) },
        status: { value: { code: span.status.code } },
        // What was thrown may quote what somebody wrote.
        events: { value: [] },
        links: { value: [] },
      }),
    )
  },
  forceFlush: () => next.forceFlush(),
  shutdown: () => next.shutdown(),
})
