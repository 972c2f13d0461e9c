import { DeletePesan, ListPesan, ReadAs } from '@/lib/contract/pesan'
import { toId } from '@/lib/domain/id'
import { notModified, ok } from '@/lib/http/answer'
import { etagOf, isKnown } from '@/lib/http/etag'
import { type Handler, konsultasiRoute, methods, route, type ToldOfKonsultasi } from '@/lib/http/route'
import { deletePesan } from '@/lib/operations/delete-pesan'
import { listPesanOf } from '@/lib/operations/list-pesan'
import { readPesan } from '@/lib/operations/read-pesan'

type Told = ToldOfKonsultasi<unknown, ListPesan>

/** The same path for a conversation and for one pesan: the prefix of the id says which is meant. */
const readOne = route({ query: ReadAs, isRecorded: true }, async ({ actor, id, query }) => ok(await readPesan(actor, id, query.alasan)))

const list = konsultasiRoute({ query: ListPesan, isRecorded: true }, async (told) => {
  const { actor, konsultasi, query, request } = told
  const now = { rev: konsultasi.rev, epoch: konsultasi.epoch, mengetik: konsultasi.mengetik.map((id) => toId('pengguna', id)) }
  if (isKnown(request.headers.get('if-none-match'), etagFor(told, now))) return notModified(revalidated(etagFor(told, now)))
  const { data, meta, pagination, rev } = await listPesanOf(actor, konsultasi, query)
  return ok(data, { meta, pagination, headers: revalidated(etagFor(told, { rev, epoch: meta.epoch, mengetik: meta.mengetik })) })
})

/** All that an answer depends on: who reads, in which language, what was asked, and how far the konsultasi is. */
const etagFor = ({ actor, bahasa, konsultasi, query }: Told, now: { rev: number; epoch: string; mengetik: string[] }) =>
  etagOf(konsultasi.id, actor.id, bahasa, query, now.rev, now.epoch, now.mengetik)

const revalidated = (etag: string) => ({ ETag: etag, 'Cache-Control': 'private, no-cache' })

const readEither: Handler = async (request, context) => {
  const id = (await context.params)?.id
  return String(id).startsWith('konsultasi_') ? list(request, context) : readOne(request, context)
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: readEither,
  DELETE: route({ body: DeletePesan }, async ({ actor, id, body }) =>
    ok(await deletePesan(actor, id, body.alasan), { message: 'pesanDihapus' }),
  ),
})
