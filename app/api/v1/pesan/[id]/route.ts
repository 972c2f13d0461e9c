import { PESAN } from '@/lib/contract/endpoints/pesan'
import type { ListPesan } from '@/lib/contract/pesan'
import type { KonsultasiNow } from '@/lib/data/sesi'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { notModified, ok, page, type Question } from '@/lib/http/answer'
import { etagOf, isKnown, revalidated } from '@/lib/http/etag'
import { serve } from '@/lib/http/route'
import { deletePesan } from '@/lib/operations/delete-pesan'
import { listPesanOf, readPesan } from '@/lib/operations/read-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'GET /pesan/{id}': async ({ actor, id, query }) => ok(await readPesan(actor, id, query.alasan)),
  'GET /pesan/{konsultasi_id}': async (told) => {
    const { actor, konsultasi, query, request } = told
    const now = { rev: konsultasi.rev, epoch: konsultasi.epoch, mengetik: konsultasi.mengetik.map((id) => toId('pengguna', id)) }
    if (isKnown(request.headers.get('if-none-match'), etagFor(told, now))) return notModified(revalidated(etagFor(told, now)))
    const { data, meta, pagination, rev } = await listPesanOf(actor, konsultasi, query)
    return page({ data, meta, pagination, headers: revalidated(etagFor(told, { rev, epoch: meta.epoch, mengetik: meta.mengetik })) })
  },
  'DELETE /pesan/{id}': async ({ actor, id, body }) => ok(await deletePesan(actor, id, body.alasan), { message: 'pesanDihapus' }),
})

type Told = Question & { readonly actor: Actor; readonly konsultasi: KonsultasiNow; readonly query: ListPesan }

/** All that an answer depends on: who reads, in which language, what was asked, and how far the konsultasi is. */
const etagFor = ({ actor, bahasa, konsultasi, query }: Told, now: { rev: number; epoch: string; mengetik: string[] }) =>
  etagOf(konsultasi.id, actor.id, bahasa, query, now.rev, now.epoch, now.mengetik)
