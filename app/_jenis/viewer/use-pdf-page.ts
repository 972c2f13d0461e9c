'use client'

import { useEffect, useState } from 'react'
import { pageSrc } from '@/app/_jenis/shared/shown'
import { useOnline } from '@/app/_ui/online'
import { type NoPage, type PdfPage, PdfPages } from '@/lib/client/lampiran/pdf-pages'

interface Looked {
  readonly halaman: number
  readonly page: PdfPage | NoPage
}

/** A page of the PDF at `asal`, null while it is on its way; the one after it is fetched along. What failed for want of a network comes when there is one. */
export function usePdfPage(asal: string, halaman: number, jumlah: number | null) {
  const [pages] = useState(() => new PdfPages())
  const [looked, setLooked] = useState<Looked | null>(null)
  const [tries, setTries] = useState(0)
  const online = useOnline()
  const src = pageSrc(asal, halaman)
  const again = () => {
    pages.forget(src)
    setTries(tries + 1)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` stands for another try
  useEffect(() => {
    let isOver = false
    setLooked(null)
    void pages.get(src).then((page) => isOver || setLooked({ halaman, page }))
    return () => {
      isOver = true
    }
  }, [pages, src, halaman, tries])
  const page = looked?.halaman === halaman ? looked.page : null
  const isShown = page !== null && typeof page === 'object'
  useEffect(() => {
    if (isShown && jumlah !== null && halaman < jumlah) void pages.get(pageSrc(asal, halaman + 1))
  }, [pages, isShown, asal, halaman, jumlah])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the network comes back
  useEffect(() => {
    if (online && page === 'failed') again()
  }, [online])
  useEffect(() => () => pages.dispose(), [pages])

  return { page, again, online }
}
