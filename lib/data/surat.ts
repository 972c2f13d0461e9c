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
