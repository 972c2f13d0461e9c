import { Readable } from 'node:stream'
import { refuseScraper } from '@/lib/auth/metrics-token'
import { methods, publicRoute } from '@/lib/http/route'
import { METRICS_TYPE, readMetrics } from '@/lib/operations/read-metrics'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute(async (request) => {
    refuseScraper(request.headers.get('authorization'))
    return { status: 200, bytes: Readable.from([await readMetrics()]), headers: { 'Content-Type': METRICS_TYPE } }
  }),
})
