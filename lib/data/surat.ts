import type { Bahasa } from '@/lib/domain/bahasa'
import { query } from './sql'

/** Where somebody gets mail, and in which language. */
interface PenerimaSurat {
  readonly email: string
  readonly bahasa: Bahasa
}

const FIND_PENERIMA = {
  name: 'find_penerima_surat_akun',
  text: "SELECT email, coalesce(bahasa, 'id') AS bahasa FROM pengguna WHERE id = $1 AND aktif",
}

/** @returns null while their account is suspended */
export async function findPenerimaSurat(penggunaId: string): Promise<PenerimaSurat | null> {
  const [row] = await query<PenerimaSurat>(FIND_PENERIMA, [penggunaId])
  return row ?? null
}

const FIND_PASIEN = { name: 'find_pasien_of', text: 'SELECT pasien_id FROM konsultasi WHERE id = $1' }

/** Whose konsultasi it is. */
export async function findPasienOf(konsultasiId: string): Promise<string | null> {
  const [row] = await query<{ pasien_id: string }>(FIND_PASIEN, [konsultasiId])
  return row?.pasien_id ?? null
}
