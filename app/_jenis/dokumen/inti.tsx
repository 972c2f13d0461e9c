import { type ReactNode, useEffect, useState } from 'react'
import { Day } from '@/app/_ui/time/day'
import { askFor } from '@/lib/client/api/api'
import type { DokumenView, Resep, Terisi } from '@/lib/contract/dokumen'
import { signaTertulis } from '@/lib/domain/dokumen/tertulis'
import { addDays } from '@/lib/domain/zona'
import styles from './dokumen-card.module.css'

/** What a dokumen asks of its pasien, in plain words; nothing while it is not known. */
export function Inti({ id }: { id: string }) {
  const lines = useIsi(id)
  if (lines === null) return null
  return (
    <ul className={styles.inti}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was issued never changes
        <li key={at} dir="auto" translate="yes">
          {line}
        </li>
      ))}
    </ul>
  )
}

/** What was issued never changes: it is asked for once in each page. */
const known = new Map<string, Promise<readonly ReactNode[]>>()

function useIsi(id: string): readonly ReactNode[] | null {
  const [lines, setLines] = useState<readonly ReactNode[] | null>(null)
  useEffect(() => {
    let isOld = false
    const asked = known.get(id) ?? askFor('GET /dokumen/{id}', { id }).then(({ data }) => linesOf(data))
    known.set(id, asked)
    asked.then(
      (found) => isOld || setLines(found),
      // The card leads to it all the same.
      () => known.delete(id),
    )
    return () => {
      isOld = true
    }
  }, [id])
  return lines
}

type Diresepkan = Resep['obat'][number] & { readonly aturan?: string | null }

function linesOf({ jenis, isi }: DokumenView): readonly ReactNode[] {
  const terisi = { jenis, isi } as unknown as Terisi
  if (terisi.jenis === 'resep') return terisi.isi.obat.map(lineOfObat)
  if (terisi.jenis === 'ringkasan') return terisi.isi.anjuran.split('\n').filter((line) => line.trim() !== '')
  if (terisi.jenis === 'rujukan') return [[terisi.isi.tujuan, terisi.isi.spesialisasi].filter(Boolean).join(', ')]
  if (terisi.jenis === 'lab') return terisi.isi.pemeriksaan
  if (terisi.jenis === 'kontrol')
    return [
      <>
        <Day date={terisi.isi.tanggal} />, {terisi.isi.tujuan}
      </>,
    ]
  const { mulai, hari } = terisi.isi
  return [
    <>
      <Day date={mulai} />
      {hari > 1 && (
        <>
          {' – '}
          <Day date={addDays(mulai, hari - 1)} />
        </>
      )}
    </>,
  ]
}

/** "Parasetamol 500 mg: 3 kali sehari 1 tablet, sesudah makan". */
function lineOfObat({ nama, kekuatan, aturan, signa }: Diresepkan): string {
  return `${[nama, kekuatan].filter(Boolean).join(' ')}: ${aturan ?? signaTertulis(signa)}`
}
