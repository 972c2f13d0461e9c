import { uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadPermintaan } from '@/lib/policy/dokumen'
import { DOKUMEN, type DokumenRow, HEAD } from './dokumen'
import { HEAD_ROW, headOf } from './konsultasi'
import { query, shaped, statement } from './sql'
import { iso } from './times'

/** What stands beside a dokumen: why it no longer holds, what came after it, and until when it can be corrected. */
export interface Beside {
  readonly profil_id: string
  readonly alasan_batal: string | null
  readonly dibatalkan_pada: string | null
  /** The version after it. */
  readonly pengganti: { readonly id: string; readonly alasan: string } | null
  readonly selesai_pada: Date | null
  readonly izin_sampai: Date | null
  /** The pasien has another konsultasi that goes on from this one, or waits to. */
  readonly dilanjutkan: boolean
}

const FIND = statement({
  name: 'open_dokumen',
  text: `
    SELECT ${HEAD}, ${DOKUMEN} AS dokumen, k.profil_id, d.alasan_batal, ${iso('d.dibatalkan_pada')} AS dibatalkan_pada,
           (SELECT json_build_object('id', b.id, 'alasan', b.lembar ->> 'alasan') FROM dokumen b WHERE b.menggantikan = d.id) AS pengganti,
           k.selesai_pada, (SELECT i.sampai FROM izin_koreksi i WHERE i.dokumen_id = d.id) AS izin_sampai,
           EXISTS (SELECT FROM konsultasi n
                    WHERE n.profil_id = k.profil_id AND n.lanjutan_dari = k.id AND n.status IN ('pending', 'active', 'completed')) AS dilanjutkan
      FROM dokumen d JOIN konsultasi k ON k.id = d.konsultasi_id WHERE d.id = $1`,
  row: {
    ...HEAD_ROW,
    dokumen: shaped<DokumenRow>('json'),
    profil_id: 'uuid',
    alasan_batal: 'text?',
    dibatalkan_pada: 'text?',
    pengganti: shaped<Beside['pengganti']>('json'),
    selesai_pada: 'timestamptz?',
    izin_sampai: 'timestamptz?',
    dilanjutkan: 'bool',
  },
})

/** A dokumen of one of its two people, with what stands beside it. `id` is the client's. @throws Refusal `not_found`, `forbidden` */
export async function openDokumenFor(actor: Actor, id: string): Promise<{ k: KonsultasiHead; dokumen: DokumenRow; beside: Beside }> {
  const uuid = uuidOf('dokumen', id)
  const [row] = uuid ? await query(FIND, [uuid]) : []
  if (!row) throw new Refusal('not_found')
  const { dokumen, ...beside } = row
  const k = headOf(row)
  allow(canReadPermintaan(actor, k))
  return { k, dokumen, beside }
}

/** A dokumen in the list of its pasien; `terbit` is its place there. */
export interface OwnDokumenRow {
  readonly id: string
  readonly terbit: Date
  readonly profil_id: string
  readonly dokumen: DokumenRow
}

const LIST_OWN = statement({
  name: 'list_own_dokumen',
  text: `
    SELECT d.id, d.terbit_pada AS terbit, k.profil_id, ${DOKUMEN} AS dokumen
      FROM konsultasi k JOIN dokumen d ON d.konsultasi_id = k.id
     WHERE k.pasien_id = $1 AND ($2::uuid IS NULL OR k.profil_id = $2)
       AND ($3::timestamptz IS NULL OR (d.terbit_pada, d.id) < ($3::timestamptz, $4::uuid))
     ORDER BY d.terbit_pada DESC, d.id DESC LIMIT $5`,
  row: { id: 'uuid', terbit: 'timestamptz', profil_id: 'uuid', dokumen: shaped<DokumenRow>('json') },
})

/** What came out of all konsultasi of an account, or of those of one profil of it, the newest first. */
export const listDokumenOfPasien = (
  pasienId: string,
  profilId: string | null,
  after: { pada: Date; id: string } | null,
  limit: number,
): Promise<OwnDokumenRow[]> => query(LIST_OWN, [pasienId, profilId, after?.pada ?? null, after?.id ?? null, limit])
