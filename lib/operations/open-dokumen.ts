import type { DokumenView, PermintaanView } from '@/lib/contract/dokumen'
import type { TimeCursor } from '@/lib/contract/fields'
import { listPermintaanOf } from '@/lib/data/dokumen'
import { type Beside, listDokumenOfPasien, openDokumenFor } from '@/lib/data/dokumen-halaman'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canAskKoreksi, canIssue, canReadPermintaan, isCorrectable } from '@/lib/policy/dokumen'
import { canHaveProfil } from '@/lib/policy/profil'
import { presentDokumen, presentPermintaan } from '@/lib/presenters/dokumen'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/** All that the page of a dokumen shows to one of its two people. */
export interface OpenedDokumen {
  readonly dokumen: DokumenView
  /** Why it no longer holds; null where it does. */
  readonly sebab: { readonly alasan: string; readonly pengganti: string | null } | null
  readonly permintaan: readonly PermintaanView[]
  readonly profil_id: string
  /** What this person can do about it now. */
  readonly bisa: { readonly minta: boolean; readonly jawab: boolean; readonly koreksi: boolean; readonly lanjut: boolean }
}

/** Opens a dokumen. @throws Refusal `not_found`, `forbidden` */
export async function openDokumen(actor: Actor, id: string): Promise<OpenedDokumen> {
  const { k, dokumen, beside } = await openDokumenFor(actor, id)
  allow(canReadPermintaan(actor, k))
  const permintaan = (await listPermintaanOf(dokumen.id)).map(presentPermintaan)
  const holds = dokumen.status === 'berlaku'
  const now = { status: k.status, selesaiPada: beside.selesai_pada, izinSampai: beside.izin_sampai, sekarang: new Date() }
  return {
    dokumen: presentDokumen(dokumen),
    sebab: sebabOf(beside),
    permintaan,
    profil_id: toId('profil', beside.profil_id),
    bisa: {
      minta: holds && canAskKoreksi(actor, k),
      jawab: canIssue(actor, k),
      koreksi: holds && canIssue(actor, k) && isCorrectable(now, env().koreksiJam),
      lanjut: holds && canAskKoreksi(actor, k) && k.status === 'completed' && !beside.dilanjutkan,
    },
  }
}

function sebabOf({ alasan_batal, pengganti }: Beside): OpenedDokumen['sebab'] {
  if (alasan_batal !== null) return { alasan: alasan_batal, pengganti: null }
  return pengganti && { alasan: pengganti.alasan, pengganti: toId('dokumen', pengganti.id) }
}

/** A dokumen in the list of its pasien, and whom it is about. */
export interface OwnDokumen {
  readonly dokumen: DokumenView
  readonly profil_id: string
}

interface Asked {
  /** Only of this profil; one that is not one's own has none. */
  readonly profilId?: string
  readonly after: TimeCursor | null
  readonly per_page: number
}

/** What came out of one's own konsultasi, the newest first. @throws Refusal `forbidden` */
export async function listOwnDokumen(actor: Actor, { profilId, after, per_page }: Asked): Promise<TimedPage<OwnDokumen>> {
  allow(canHaveProfil(actor))
  const uuid = profilId === undefined ? null : uuidOf('profil', profilId)
  const found = profilId !== undefined && uuid === null ? [] : await listDokumenOfPasien(actor.id, uuid, after, per_page + 1)
  const { shown, pagination } = pageOf(found, per_page, ({ terbit, id }) => ({ pada: terbit, id }))
  return {
    data: shown.map(({ dokumen, profil_id }) => ({ dokumen: presentDokumen(dokumen), profil_id: toId('profil', profil_id) })),
    pagination,
  }
}
