import { useEffect, useState } from 'react'
import { askFor } from '@/lib/client/api/api'
import type { ObatTerketik, Terketik } from '@/lib/client/naskah/naskah'
import type { KeberatanView } from '@/lib/contract/dokumen'

/** Milliseconds after the last key. */
const ASK_MS = 200

interface Looked {
  /** By the names that it was said of. */
  readonly names: readonly string[]
  readonly said: readonly KeberatanView[]
}

const NOTHING: Looked = { names: [], said: [] }

/**
 * What stands against the medicines of a resep, as the server sees it while they are typed. What was said of another name than stands there now is said no
 * more. `isBlind` where nobody answers: nothing is known then, and the server still looks when it is issued.
 */
export function useKeberatan(konsultasiId: string, { obat, abaikan }: Terketik['resep']) {
  const [looked, setLooked] = useState(NOTHING)
  const [isBlind, setIsBlind] = useState(false)
  const asked = JSON.stringify(askedOf(obat, abaikan))
  useEffect(() => {
    const json = JSON.parse(asked) as ReturnType<typeof askedOf>
    const names = json.obat.map(({ nama }) => nama)
    if (names.every((nama) => nama === '')) return setLooked(NOTHING)
    let isLate = false
    const tell = (now: Looked, blind: boolean) => {
      if (isLate) return
      setLooked(now)
      setIsBlind(blind)
    }
    const timer = setTimeout(() => {
      askFor('POST /konsultasi/{id}/dokumen/periksa', { id: konsultasiId, json }).then(
        ({ data }) => tell({ names, said: data }, false),
        () => tell(NOTHING, true),
      )
    }, ASK_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [asked, konsultasiId])
  return { isBlind, saidOf: (ke: number) => looked.said.filter((one) => one.ke === ke && looked.names[ke] === obat[ke]?.nama.trim()) }
}

const askedOf = (obat: readonly ObatTerketik[], abaikan: Terketik['resep']['abaikan']) => ({
  obat: obat.map(({ nama, kekuatan, catatan }) => ({ nama: nama.trim(), kekuatan, catatan })),
  abaikan: abaikan.filter(({ alasan }) => alasan.trim() !== '').map(({ zat }) => ({ zat })),
})
