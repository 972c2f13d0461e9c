'use client'

import { useEffect, useState } from 'react'
import styles from '@/app/akun/akun.module.css'

/** Modules of white around the code, as ISO/IEC 18004 asks. */
const QUIET = 4

/** A QR code as one path: it needs no style of its own, so the policy of the page lets it be. What draws it is loaded when it is first shown. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [rows, setRows] = useState<boolean[][] | null>(null)
  useEffect(() => {
    let stale = false
    void import('uqr').then(({ encode }) => stale || setRows(encode(text, { ecc: 'M', border: 0 }).data))
    return () => {
      stale = true
    }
  }, [text])

  const size = (rows?.length ?? 0) + 2 * QUIET
  return (
    <svg className={styles.qr} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      {rows && <path d={pathOf(rows)} fill="currentColor" />}
    </svg>
  )
}

const pathOf = (rows: boolean[][]) =>
  rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('')
