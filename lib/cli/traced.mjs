import { trace } from '@opentelemetry/api'

const tracer = trace.getTracer('sapa')

/**
 * A span around some work, which is a child of the one that this happens in. Without a collector (traces.mjs) it is nothing. Plain JavaScript: server.mjs has no
 * loader.
 * @template Result
 * @param {string} name
 * @param {import('@opentelemetry/api').Attributes} attributes
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function traced(name, attributes, work) {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      // SpanStatusCode.ERROR, without what was thrown: it may quote what somebody wrote.
      span.setStatus({ code: 2 })
      throw error
    } finally {
      span.end()
    }
  })
}
