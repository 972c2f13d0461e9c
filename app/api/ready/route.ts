import { askDatabase } from '@/lib/data/sql'
import { env } from '@/lib/env'
import { methods } from '@/lib/http/route'
import { log } from '@/lib/log'

export const dynamic = 'force-dynamic'

/** Can this instance do its work? 503 while the database is away. */
async function isReady(): Promise<Response> {
  const realtime = env().pusher ? 'pusher' : 'polling'
  try {
    await askDatabase()
    return Response.json({ status: 'ok', database: 'ok', realtime }, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    log.warn('not ready', { error })
    const headers = { 'Cache-Control': 'no-store', 'Retry-After': '2' }
    return Response.json({ status: 'unavailable', database: 'unavailable', realtime }, { status: 503, headers })
  }
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: isReady })
