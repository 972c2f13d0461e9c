import type { Bahasa } from '@/lib/domain/bahasa'
import { query, shaped, statement } from './sql'

/** Where somebody gets mail, and in which language. */
interface PenerimaSurat {
  readonly email: string
  readonly bahasa: Bahasa
}

const FIND_PENERIMA = statement({
  name: 'find_penerima_surat_akun',
  text: "SELECT email, coalesce(bahasa, 'id') AS bahasa FROM pengguna WHERE id = $1 AND aktif",
  row: { email: 'text', bahasa: shaped<Bahasa>('text') },
})

/** @returns null while their account is suspended */
export async function findPenerimaSurat(penggunaId: string): Promise<PenerimaSurat | null> {
  const [row] = await query(FIND_PENERIMA, [penggunaId])
  return row ?? null
}

const FIND_PASIEN = statement({
  name: 'find_pasien_of',
  text: 'SELECT pasien_id FROM konsultasi WHERE id = $1',
  row: { pasien_id: 'uuid' },
})

/** Whose konsultasi it is. */
export async function findPasienOf(konsultasiId: string): Promise<string | null> {
  const [row] = await query(FIND_PASIEN, [konsultasiId])
  return row?.pasien_id ?? null
}
