import { query } from './sql'

const FIND_PENERIMA = {
  name: 'find_penerima_surat',
  text: 'SELECT p.email FROM konsultasi k JOIN pengguna p ON p.id = k.pasien_id AND p.aktif WHERE k.id = $1',
}

/** Where the pasien of this konsultasi gets mail; null while their account is suspended. */
export async function findPasienEmail(konsultasiId: string): Promise<string | null> {
  const [row] = await query<{ email: string }>(FIND_PENERIMA, [konsultasiId])
  return row?.email ?? null
}

const FIND_EMAIL = { name: 'find_email', text: 'SELECT email FROM pengguna WHERE id = $1 AND aktif' }

/** Where somebody gets mail; null while their account is suspended. */
export async function findEmail(penggunaId: string): Promise<string | null> {
  const [row] = await query<{ email: string }>(FIND_EMAIL, [penggunaId])
  return row?.email ?? null
}
