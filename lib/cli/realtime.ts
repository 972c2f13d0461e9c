import type { Variables } from '@/lib/env'
import { pusherOf } from '@/lib/env'
import { log } from '@/lib/log'
import type { Gateway } from '@/lib/realtime/gateway/gateway'
import { startGateway } from '@/lib/realtime/gateway/gateway'
import { portError } from './bootstrap.mjs'
import { onStop } from './lifecycle'
import type { Secrets } from './secrets'
import type { Realtime } from './settings'

const appId = 'sapa'

/** The realtime server that this installation uses: none, the operator's, or our own, which is started here. */
export async function startRealtime(variables: Variables, secrets: Secrets): Promise<Realtime> {
  if (variables.REALTIME === 'off') return { kind: 'polling' }
  if (pusherOf(variables)) return { kind: 'pusher' }
  if (variables.DATABASE_URL)
    log.warn('the embedded realtime server serves one instance: a second one needs PUSHER_ settings, or REALTIME=off for all')
  const host = variables.HOST ?? '127.0.0.1'
  const { realtimeKey: key, realtimeSecret: secret } = secrets
  const gateway = await listen(host, variables, { appId, key, secret })
  onStop(gateway.close, 'same')
  return { kind: 'embedded', host, port: gateway.port, appId, key, secret }
}

async function listen(
  host: string,
  { PORT, REALTIME_PORT }: Variables,
  keys: { appId: string; key: string; secret: string },
): Promise<Gateway> {
  const wanted = REALTIME_PORT ?? Math.min(PORT + 1, 65535)
  for (let port = wanted; ; port = port < 65535 ? port + 1 : 0) {
    try {
      return await startGateway({ ...keys, host, port })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      const mayMove = REALTIME_PORT === undefined && code === 'EADDRINUSE' && port < wanted + 100
      if (!mayMove) throw portError('REALTIME_PORT', host, port, code)
    }
  }
}
