import { askDatabase } from '@/lib/data/sql'
import { env } from '@/lib/env'
import { methods, publicRoute } from '@/lib/http/route'
import { log } from '@/lib/log'

export const dynamic = 'force-dynamic'

/** Can this instance do its work? 503 while the database is away. */
const isReady = publicRoute(async () => {
  const realtime = env().pusher ? 'pusher' : 'polling'
  try {
    await askDatabase()
    return { status: 200, bare: { status: 'ok', database: 'ok', realtime }, headers: { 'Cache-Control': 'no-store' } }
  } catch (error) {
    log.warn('not ready', { error })
    const headers = { 'Cache-Control': 'no-store', 'Retry-After': '2' }
    return { status: 503, bare: { status: 'unavailable', database: 'unavailable', realtime }, headers }
  }
})

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: isReady })
