import { askFor } from '@/lib/client/api/api'
import type { BalasanView } from '@/lib/contract/balasan-cepat'

let known: Promise<readonly BalasanView[]> | null = null

/** The quick replies of this person: asked for once in this page, and anew after a change here or a failure. */
export function knownBalasan(): Promise<readonly BalasanView[]> {
  known ??= askFor('GET /balasan-cepat').then(
    ({ data }) => data,
    (cause) => {
      known = null
      throw cause
    },
  )
  return known
}

/** They are others now. */
export function balasanChanged(): void {
  known = null
}
