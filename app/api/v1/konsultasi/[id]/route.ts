import { ReadAs } from '@/lib/contract/pesan'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ query: ReadAs, isRecorded: true }, async ({ actor, id, query }) => ok(await readKonsultasi(actor, id, query.alasan))),
})
