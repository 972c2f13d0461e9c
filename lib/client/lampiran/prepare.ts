import { later } from '@/lib/client/later'
import type { Berkas } from './berkas'
import { BerkasProblem } from './problem'

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
