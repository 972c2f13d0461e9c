import type { Berkas } from '@/lib/client/lampiran/berkas'
import { BerkasProblem } from '@/lib/client/lampiran/problem'
import { later } from '@/lib/client/page/later'

const fetchMakeReady = later(() => import('./make-ready'))

/**
 * Makes a file that somebody chose ready to be sent.
 * @throws BerkasProblem, so that what would be refused is told before anything leaves
 */
export async function prepareBerkas(file: File): Promise<Berkas> {
  const { makeReady } = await fetchMakeReady().catch(() => {
    throw new BerkasProblem('takTermuat')
  })
  return makeReady(file)
}
