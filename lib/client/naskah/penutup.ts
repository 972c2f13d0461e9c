import { ApiError, NetworkError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import type { DokumenView } from '@/lib/contract/dokumen'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { isiOf, type Naskah, newNaskah } from './naskah'

/** All that is written on the closing page; kept as a draft. */
export interface Penutup {
  readonly ringkasan: Extract<Naskah, { jenis: 'ringkasan' }>
  readonly dokumen: readonly Naskah[]
  /** Numbers of those that were issued, by their `client_id`. */
  readonly terbit: Readonly<Record<string, string>>
}

export const beginPenutup = (subjektif: string): Penutup => ({
  ringkasan: newNaskah('ringkasan', { subjektif }) as Penutup['ringkasan'],
  dokumen: [],
  terbit: {},
})

/** A draft of another version of this page is none. */
const VERSI = 1

export const writePenutup = (penutup: Penutup): string => JSON.stringify({ ...penutup, versi: VERSI })

/** @returns null where it is none of ours */
export function readPenutup(draft: string): Penutup | null {
  try {
    const { versi, ...penutup } = JSON.parse(draft) as Penutup & { versi: number }
    return versi === VERSI && Array.isArray(penutup.dokumen) && penutup.ringkasan?.isi && penutup.terbit ? penutup : null
  } catch {
    return null
  }
}

/** Which dokumen it is the next version of, and why. */
export interface Koreksi {
  readonly menggantikan: string
  readonly alasan: string
}

/** Issues one, or the next version of one. However often it is tried, and whatever answer was lost, it is there once. @throws ApiError, NetworkError */
export async function issue(konsultasiId: string, { client_id, ...naskah }: Naskah, koreksi?: Koreksi): Promise<DokumenView> {
  const json = { jenis: naskah.jenis, isi: isiOf(naskah), client_id, ...koreksi }
  return (await askFor('POST /konsultasi/{id}/dokumen', { id: konsultasiId, json })).data
}

/** One as it would be printed, as a PDF that is kept nowhere. @throws ApiError, NetworkError */
export async function preview(konsultasiId: string, naskah: Naskah, koreksi?: Koreksi): Promise<Blob> {
  const json = { jenis: naskah.jenis, isi: isiOf(naskah), ...koreksi }
  const { pdf } = (await askFor('POST /konsultasi/{id}/dokumen/pratinjau', { id: konsultasiId, json })).data
  return new Blob([Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))], { type: 'application/pdf' })
}

/**
 * Completes the konsultasi with a ringkasan, or with the words of one that was issued before. A lost answer is asked for again: completed is completed.
 * @throws ApiError, NetworkError
 */
export async function complete(konsultasiId: string, ringkasan: Naskah | { readonly anjuran: string }): Promise<void> {
  const json =
    'anjuran' in ringkasan ? { catatan_penutup: [...ringkasan.anjuran].slice(0, ALASAN_MAX).join('') } : { ringkasan: isiOf(ringkasan) }
  try {
    await askFor('PUT /konsultasi/{id}/selesaikan', { id: konsultasiId, json })
  } catch (error) {
    const isUnsure = error instanceof NetworkError || (error instanceof ApiError && error.code === 'invalid_transition')
    const now = isUnsure ? await askFor('GET /konsultasi/{id}', { id: konsultasiId }).catch(() => null) : null
    if (now?.data.status !== 'completed') throw error
  }
}
