import type { Bahasa } from '@/lib/domain/bahasa'
import type { CaraKabar, JenisKabar } from '@/lib/domain/kabar'
import type { Peran } from '@/lib/domain/pengguna'
import { query, shaped, statement, type Transaction } from './sql'

const LIST = statement({
  name: 'list_pilihan_kabar',
  text: 'SELECT jenis, push, surat FROM pilihan_kabar WHERE pengguna_id = $1',
  row: { jenis: shaped<JenisKabar>('text'), push: 'bool', surat: 'bool' },
})

/** What somebody chose. What is missing they left as it is usual. */
export const listPilihan = (penggunaId: string) => query(LIST, [penggunaId])

const KEEP = statement({
  name: 'keep_pilihan_kabar',
  text: `
    INSERT INTO pilihan_kabar (pengguna_id, jenis, push, surat) VALUES ($1, $2, $3, $4)
    ON CONFLICT (pengguna_id, jenis) DO UPDATE SET push = EXCLUDED.push, surat = EXCLUDED.surat`,
  row: {},
})

export const keepPilihan = (penggunaId: string, jenis: JenisKabar, { push, surat }: CaraKabar, tx: Transaction) =>
  query(KEEP, [penggunaId, jenis, push, surat], tx)

const FIND_BAHASA = statement({
  name: 'find_bahasa',
  text: 'SELECT bahasa FROM pengguna WHERE id = $1',
  row: { bahasa: shaped<Bahasa | null>('text?') },
})

/** In which language somebody is written to; null when they have not said. */
export async function findBahasa(penggunaId: string): Promise<Bahasa | null> {
  const [row] = await query(FIND_BAHASA, [penggunaId])
  return row?.bahasa ?? null
}

const KEEP_BAHASA = statement({
  name: 'keep_bahasa',
  text: 'UPDATE pengguna SET bahasa = $2 WHERE id = $1 AND bahasa IS DISTINCT FROM $2',
  row: {},
})

export const keepBahasa = (penggunaId: string, bahasa: Bahasa, tx?: Transaction) => query(KEEP_BAHASA, [penggunaId, bahasa], tx)

/** One of the two people of a konsultasi, as they are to be told of something. `pilihan` is null where they left it as it is usual. */
export interface PenerimaKabar {
  readonly id: string
  readonly email: string
  readonly peran: Peran
  readonly bahasa: Bahasa
  readonly pilihan: CaraKabar | null
  readonly status: string
  /** A sign of danger that is merah waits to be acknowledged. */
  readonly mendesak: boolean
}

const FIND_PENERIMA = statement({
  name: 'find_penerima_kabar',
  text: `
    SELECT u.id, u.email, u.peran, coalesce(u.bahasa, 'id') AS bahasa, k.status, k.mendesak,
           CASE WHEN p.jenis IS NOT NULL THEN json_build_object('push', p.push, 'surat', p.surat) END AS pilihan
      FROM konsultasi k JOIN pengguna u ON u.id = $2 AND u.id IN (k.pasien_id, k.dokter_id) AND u.aktif
      LEFT JOIN pilihan_kabar p ON p.pengguna_id = u.id AND p.jenis = $3
     WHERE k.id = $1`,
  row: {
    id: 'uuid',
    email: 'text',
    peran: 'peran',
    bahasa: shaped<Bahasa>('text'),
    status: 'status_konsultasi',
    mendesak: 'bool',
    pilihan: shaped<CaraKabar | null>('json'),
  },
})

/** @returns null when this person has no part in it, or their account is suspended */
export async function findPenerima(
  konsultasiId: string,
  penggunaId: string,
  jenis: JenisKabar,
  tx?: Transaction,
): Promise<PenerimaKabar | null> {
  const [row] = await query(FIND_PENERIMA, [konsultasiId, penggunaId, jenis], tx)
  return row ?? null
}
