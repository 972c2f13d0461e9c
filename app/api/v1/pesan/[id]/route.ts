import { PESAN } from '@/lib/contract/endpoints/pesan'
import type { ListPesan, PesanMeta } from '@/lib/contract/pesan'
import type { KonsultasiNow } from '@/lib/data/sesi'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { notModified, ok, page, type Question } from '@/lib/http/answer'
import { etagOf, isKnown, revalidated } from '@/lib/http/etag'
import { serve } from '@/lib/http/route'
import { tellBeside } from '@/lib/operations/count-unread'
import { deletePesan } from '@/lib/operations/delete-pesan'
import { listPesanOf, readPesan } from '@/lib/operations/read-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'GET /pesan/{id}': async ({ actor, id, query }) => ok(await readPesan(actor, id, query.alasan)),
  'GET /pesan/{konsultasi_id}': async (told) => {
    const { actor, konsultasi, query, request } = told
    const beside = tellBeside(actor, konsultasi, told)
    const mengetik = konsultasi.mengetik.map((id) => toId('pengguna', id))
    const etag = etagFor(told, { rev: konsultasi.rev, epoch: konsultasi.epoch, mengetik, ...beside })
    if (isKnown(request.headers.get('if-none-match'), etag)) return notModified(revalidated(etag))
    const { data, meta, pagination, rev } = await listPesanOf(actor, konsultasi, query)
    return page({ data, meta: { ...meta, ...beside }, pagination, headers: revalidated(etagFor(told, { ...meta, ...beside, rev })) })
  },
  'DELETE /pesan/{id}': async ({ actor, id, body }) => ok(await deletePesan(actor, id, body.alasan), { message: 'pesanDihapus' }),
})

type Told = Question & {
  readonly actor: Actor
  readonly konsultasi: KonsultasiNow
  readonly query: ListPesan
}
type Now = Pick<PesanMeta, 'rev' | 'epoch' | 'mengetik' | 'kabar' | 'meja'>

/** All that an answer depends on: who reads, in which language, what was asked, how far the konsultasi is, and what is told beside it. */
const etagFor = ({ actor, bahasa, konsultasi, query }: Told, { rev, epoch, mengetik, kabar, meja }: Now) =>
  etagOf(konsultasi.id, actor.id, bahasa, query, rev, epoch, mengetik, ...(query.sertakan ? [kabar, meja] : []))
