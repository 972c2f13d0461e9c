import type { PesanMeta, PesanView } from '@/lib/contract/pesan'
import type { Reply } from './client'
import type { Konsultasi, Person } from './clinic'
import { expectSuccess } from './refusal'

export type PageReply = Reply<PesanView[], PesanMeta, { per_page: number; has_more: boolean }>

/** A page of a conversation as this person is answered, whole. `place` is the query without its mark. */
export const ask = (person: Person, { id }: Pick<Konsultasi, 'id'>, place = '', headers: Record<string, string> = {}): Promise<PageReply> =>
  person.api.get(`/pesan/${id}${place && `?${place}`}`, headers)

/** A page of a conversation that this person may read. */
export async function read(person: Person, k: Pick<Konsultasi, 'id'>, place = '') {
  const reply = await ask(person, k, place)
  expectSuccess(reply)
  const { data, meta, pagination } = reply.body
  return { data, meta, ...pagination, etag: reply.headers.get('etag') ?? '' }
}

/** How far the konsultasi is, as this person is told. */
export const revOf = async (person: Person, k: Pick<Konsultasi, 'id'>): Promise<number> => (await read(person, k, 'per_page=1')).meta.rev

/** Everything that changed after `rev`, page by page, and how far that reaches: what a client does that was away. */
export async function catchUp(person: Person, k: Pick<Konsultasi, 'id'>, rev: number, perPage = 100) {
  const changed: PesanView[] = []
  let reached = rev
  for (let has_more = true; has_more; ) {
    const page = await read(person, k, `since=${reached}&per_page=${perPage}`)
    changed.push(...page.data)
    reached = page.meta.rev
    has_more = page.has_more
  }
  return { changed, rev: reached }
}

export const urutanOf = (pesan: readonly PesanView[]) => pesan.map(({ urutan }) => urutan)

/** `from` to `to`, both included. */
export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
