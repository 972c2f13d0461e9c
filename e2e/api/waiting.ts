import { Client as Database } from 'pg'
import { uuidOf } from '@/lib/domain/id'

/** Lets a konsultasi have waited for an answer for so many days: then it stands before those of other tests. */
export async function hasWaited(konsultasiId: string, days: number): Promise<void> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query('UPDATE konsultasi SET belum_dibalas_sejak = now() - make_interval(days => $2) WHERE id = $1', [
      uuidOf('konsultasi', konsultasiId),
      days,
    ])
  } finally {
    await database.end()
  }
}
