import { ask } from '@/lib/client/api/api'
import type { CalendarDay, DayOf } from '@/lib/client/time/calendar'
import type { PesanView } from '@/lib/contract/pesan'

/**
 * The `urutan` of the first pesan on that day, or of the first one after it; the last pesan when all are older; null in an empty
 * conversation. `urutan` has no gap and a clock that was set back is off by less than a day, so halving finds it: 14 questions for
 * 10,000 pesan.
 */
export async function findDay(
  day: CalendarDay,
  dayOf: DayOf,
  end: number,
  at: (urutan: number) => Promise<PesanView>,
): Promise<number | null> {
  let [low, high] = [1, end + 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf((await at(middle)).dibuat_pada) < day) low = middle + 1
    else high = middle
  }
  return end === 0 ? null : Math.min(low, end)
}

/** Asks for the pesan of a konsultasi by its `urutan`. @throws ApiError, NetworkError */
export const pesanAt = (konsultasiId: string) => async (urutan: number) => {
  const { body } = await ask('GET /pesan/{konsultasi_id}', { id: konsultasiId, query: { before: urutan + 1, per_page: 1 } })
  const [pesan] = body?.data ?? []
  if (!pesan) throw new Error('no such pesan')
  return pesan
}
