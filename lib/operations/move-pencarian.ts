import { isPencarianLeft, type MovePlace, moveNextPencarian } from '@/lib/data/move-pencarian'

/** Before everything: no id is later. */
const BEGINNING: MovePlace = { konsultasiId: 'ffffffff-ffff-ffff-ffff-ffffffffffff', urutan: 2 ** 31 - 1 }

/** How long one turn takes, in milliseconds: jobs that people wait for come between. */
const TURN_MS = 1000

/**
 * Moves what was written before there was `kata_pesan` there, for about a second. A move that was cut off goes on: what is left says itself.
 * @returns where to go on, or null when nothing is left
 */
export async function movePencarian(from: MovePlace = BEGINNING, turnMs = TURN_MS): Promise<MovePlace | null> {
  let place: MovePlace | null = from
  for (const end = Date.now() + turnMs; place && Date.now() < end; ) place = await moveNextPencarian(place)
  return place ?? ((await isPencarianLeft()) ? BEGINNING : null)
}
