import { type IsiProfil, umurPada } from '@/lib/domain/profil'
import { DEWASA_TAHUN } from './dokumen'

/** What of a profil must be known for a resep on this day (`YYYY-MM-DD` in WIB), and is not: the weight of who is no adult too. */
export function kurangUntukResep(
  profil: Pick<IsiProfil, 'tanggal_lahir' | 'jenis_kelamin' | 'alamat' | 'alergi' | 'berat_kg'>,
  hari: string,
) {
  const { tanggal_lahir } = profil
  const isMinor = tanggal_lahir !== null && umurPada(tanggal_lahir, hari).tahun < DEWASA_TAHUN
  const needed = ['tanggal_lahir', 'jenis_kelamin', 'alamat', 'alergi', ...(isMinor ? (['berat_kg'] as const) : [])] as const
  return needed.filter((name) => profil[name] === null)
}
