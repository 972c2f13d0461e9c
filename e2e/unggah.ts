import type { LampiranView } from '@/lib/contract/lampiran'
import type { Reply } from './client'
import { demand, type Konsultasi, type Person } from './clinic'

/** A file as it is chosen: its bytes, what it is called, and what its client takes it for. */
export interface Berkas {
  readonly bytes: Buffer
  readonly nama?: string
  readonly type?: string
}

/** A form with this file, its fields in the usual order. */
export function formOf(konsultasiId: string, { bytes, nama = 'berkas', type = 'application/octet-stream' }: Berkas): FormData {
  const form = new FormData()
  form.set('konsultasi_id', konsultasiId)
  form.set('file', new File([new Uint8Array(bytes)], nama, { type }))
  return form
}

export const upload = (from: Person, k: Pick<Konsultasi, 'id'>, berkas: Berkas): Promise<Reply<LampiranView>> =>
  from.api.ask<LampiranView>('POST', '/lampiran', { raw: formOf(k.id, berkas) })

/** An upload that the test takes for granted. */
export const uploaded = async (from: Person, k: Pick<Konsultasi, 'id'>, berkas: Berkas): Promise<LampiranView> =>
  demand(201, await upload(from, k, berkas))

/** What `GET /lampiran/{id}` answers, as bytes. */
export async function download(who: Person, id: string, query = '', headers: Record<string, string> = {}) {
  const answer = await fetch(`${who.api.url}/api/v1/lampiran/${id}${query}`, {
    headers: { Authorization: `Bearer ${who.token}`, ...headers },
  })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
