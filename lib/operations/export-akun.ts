import { type KonsultasiView, ListKonsultasi } from '@/lib/contract/konsultasi'
import { ListPembaca, type PembacaView } from '@/lib/contract/profil'
import { listLampiranOf, type UploadRow } from '@/lib/data/lampiran'
import { snapshotPesan } from '@/lib/data/pesan'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { PER_PAGE_MAX } from '@/lib/domain/pesan'
import { canHaveProfil } from '@/lib/policy/profil'
import { presentAll } from '@/lib/presenters/pesan'
import { listConsent } from './consent'
import { listProfil } from './profil'
import { readAkun } from './read-akun'
import { listDokumen } from './read-dokumen'
import { listKonsultasi } from './read-konsultasi'
import { listPembaca } from './read-riwayat'
import { listOwnSesi } from './sesi'

/**
 * One's own data as pieces of one JSON text, read as they are needed: nobody's whole history is held in memory. What is in it is what one
 * may read anyway: the account, sessions, consent, uploads, profil with who read them, and one's konsultasi with their pesan, dokumen, reactions and who of the admins read them.
 * An admin takes part in none.
 */
export async function* exportAkun(actor: Actor): AsyncGenerator<string> {
  const account = {
    dibuat_pada: new Date().toISOString(),
    akun: await readAkun(actor),
    persetujuan: await listConsent(actor),
    sesi: await listOwnSesi(actor),
    profil: await profilOf(actor),
    lampiran: (await listLampiranOf(actor.id)).map(presentUpload),
  }
  yield `${JSON.stringify(account, null, 1).slice(0, -2)},\n "konsultasi": [`
  let between = '\n'
  for await (const konsultasi of konsultasiOf(actor)) {
    const { unread_count: _, pesan_terakhir: __, ...facts } = konsultasi
    yield `${between}${JSON.stringify(facts).slice(0, -1)},"pesan":[`
    yield* pesanOf(actor, konsultasi)
    yield `],"dokumen":${JSON.stringify(await listDokumen(actor, konsultasi.id))}}`
    between = ',\n'
  }
  yield '\n ]\n}\n'
}

/** Those who are treated through this account, with who read what of them. */
async function profilOf(actor: Actor) {
  if (!canHaveProfil(actor)) return []
  const all = await listProfil(actor, true)
  return Promise.all(all.map(async (profil) => ({ ...profil, pembaca: await readersOf(actor, profil.id) })))
}

async function readersOf(actor: Actor, id: string): Promise<PembacaView[]> {
  const all: PembacaView[] = []
  let cursor: string | undefined
  do {
    const { data, pagination } = await listPembaca(actor, id, ListPembaca.parse({ per_page: String(PER_PAGE_MAX), cursor }))
    all.push(...data)
    cursor = pagination.next_cursor ?? undefined
  } while (cursor)
  return all
}

async function* konsultasiOf(actor: Actor): AsyncGenerator<KonsultasiView> {
  if (actor.peran === 'admin') return
  let cursor: string | undefined
  do {
    const query = ListKonsultasi.parse({ per_page: String(PER_PAGE_MAX), cursor })
    const { data, pagination } = await listKonsultasi(actor, query)
    yield* data
    cursor = pagination.next_cursor ?? undefined
  } while (cursor)
}

async function* pesanOf(actor: Actor, { id }: KonsultasiView): AsyncGenerator<string> {
  const uuid = uuidOf('konsultasi', id) ?? ''
  let after = 0
  for (;;) {
    const { pesan } = await snapshotPesan(uuid, actor.id, { per_page: PER_PAGE_MAX, after })
    const shown = presentAll(actor, pesan.slice(0, PER_PAGE_MAX))
    if (shown.length > 0) yield (after === 0 ? '' : ',') + shown.map((one) => JSON.stringify(one)).join(',')
    if (pesan.length <= PER_PAGE_MAX) return
    after = shown.at(-1)?.urutan ?? after
  }
}

const presentUpload = ({ id, konsultasi_id, ...facts }: UploadRow) => ({
  id: toId('lampiran', id),
  konsultasi_id: toId('konsultasi', konsultasi_id),
  ...facts,
})
