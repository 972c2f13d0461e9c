import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import { env } from '@/lib/env'
import { addJob } from './jobs'
import type { Transaction } from './sql'

/** What was booked so many seconds ago and still waits has expired: by the database's clock, which says when that was, and not by ours. */
export const expiresSeconds = () => env().konsultasiExpiresHours * 3600

/** Seconds after the end of its time: clocks count in milliseconds, and a look that comes one of them early would find nothing. */
const EXPIRE_AFTER = 0.1

/** What nobody accepts in time expires. */
export const expireLater = (tx: Transaction) => addJob(tx, 'expire_konsultasi', {}, { after: expiresSeconds() + EXPIRE_AFTER })

/** Seconds until a dokter is told of a booking: whoever has the page open may have answered by then. */
const TELL_AFTER = 2

/** The dokter is told that somebody waits, and again after half of the time that there is to answer; what was answered meanwhile is not told. */
export async function tellOfBooking({ id, dokterId }: KonsultasiHead, tx: Transaction): Promise<void> {
  const half = expiresSeconds() / 2
  const who = { konsultasi_id: id, pengguna_id: dokterId, jenis: 'pengajuan' } as const
  for (const after of [Math.min(TELL_AFTER, half / 2), half]) await addJob(tx, 'kabari_konsultasi', who, { after })
}
