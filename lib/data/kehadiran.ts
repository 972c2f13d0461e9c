import { HADIR_BEAT_MS, HADIR_MS } from '@/lib/domain/kabar'
import { query, statement } from './sql'
import { iso } from './times'

// Two tabs of one person beat by turns; the row is written once for each beat.
const MARK_PRESENT = statement({
  name: 'mark_present',
  text: `
    INSERT INTO kehadiran AS h (pengguna_id, pada) VALUES ($1, now())
    ON CONFLICT (pengguna_id) DO UPDATE SET pada = now() WHERE h.pada < now() - make_interval(secs => ${HADIR_BEAT_MS / 2000})`,
  row: {},
})

/** This person has a page of ours before them. */
export const markPresent = (penggunaId: string) => query(MARK_PRESENT, [penggunaId])

const MARK_LOOKING = statement({
  name: 'mark_looking',
  text: `
    INSERT INTO melihat (sesi_id, konsultasi_id, pengguna_id, sampai)
    SELECT s.id, $2, s.pengguna_id, now() + make_interval(secs => ${HADIR_MS / 1000}) FROM sesi s WHERE s.id = $1 FOR KEY SHARE OF s
    ON CONFLICT (sesi_id, konsultasi_id) DO UPDATE SET sampai = EXCLUDED.sampai`,
  row: {},
})

/** This session shows the konsultasi on a visible page. */
export const markLooking = (sesiId: string, konsultasiId: string) => query(MARK_LOOKING, [sesiId, konsultasiId])

const MARK_AWAY = statement({
  name: 'mark_away',
  text: 'DELETE FROM melihat WHERE sesi_id = $1 AND konsultasi_id = $2',
  row: {},
})

export const markAway = (sesiId: string, konsultasiId: string) => query(MARK_AWAY, [sesiId, konsultasiId])

const READ_KEHADIRAN = statement({
  name: 'read_kehadiran',
  text: `SELECT ${iso('pada')} AS pada FROM kehadiran WHERE pengguna_id = $1`,
  row: { pada: 'text' },
})

/** When this person was last here, to the minute; null when that is not known. */
export async function readKehadiran(penggunaId: string): Promise<string | null> {
  const [row] = await query(READ_KEHADIRAN, [penggunaId])
  return row?.pada ?? null
}

const DELETE_ENDED_LOOKS = statement({
  name: 'delete_ended_looks',
  text: 'DELETE FROM melihat WHERE sampai < now()',
  row: {},
})

/** Sweeps looks that ended by themselves. */
export const deleteEndedLooks = () => query(DELETE_ENDED_LOOKS, [])
