import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Day } from '@/app/_ui/time/day'
import type { DokumenView, Resep, Terisi } from '@/lib/contract/dokumen'
import { signaTertulis } from '@/lib/domain/dokumen/tertulis'
import { addDays } from '@/lib/domain/zona'
import styles from './dokumen.module.css'

type Fact = readonly [name: string, value: ReactNode]

/** What a dokumen says, in plain words and the reader's language; what was written stays as it was written. */
export function IsiDokumen({ dokumen: { jenis, isi } }: { dokumen: Pick<DokumenView, 'jenis' | 'isi'> }) {
  const terisi = { jenis, isi } as unknown as Terisi
  if (terisi.jenis === 'resep') return <IsiResep isi={terisi.isi} />
  return <Facts of={terisi} />
}

type Issued = Resep['obat'][number] & { readonly aturan?: string | null }

function IsiResep({ isi: { obat, abaikan = [] } }: { isi: Resep }) {
  const t = useTranslations('dokumen.isi')
  const format = useFormatter()
  return (
    <ul className={styles.list}>
      {obat.map((one: Issued, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was issued never changes
        <li key={at} translate="yes">
          <p className={styles.obat}>{[one.nama, one.kekuatan, one.bentuk].filter(Boolean).join(' ')}</p>
          <p className={styles.aturan}>{one.aturan ?? signaTertulis(one.signa)}</p>
          <p className={styles.hint}>
            {[
              t('jumlah', { jumlah: format.number(one.jumlah), satuan: one.satuan }),
              one.iter ? t('iter', { iter: one.iter }) : null,
              one.catatan,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
      {abaikan.map(({ zat, alasan }) => (
        <li key={zat} className={styles.hint}>
          {t('abaikan', { zat, alasan })}
        </li>
      ))}
    </ul>
  )
}

function Facts({ of: terisi }: { of: Exclude<Terisi, { jenis: 'resep' }> }) {
  const t = useTranslations('dokumen.isi')
  return (
    <dl className={styles.facts}>
      {useFacts(terisi)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(name as Parameters<typeof t>[0])}</dt>
            <dd dir="auto" translate="yes">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  )
}

function useFacts(terisi: Exclude<Terisi, { jenis: 'resep' }>): readonly Fact[] {
  const t = useTranslations('dokumen.isi')
  const { jenis, isi } = terisi
  if (jenis === 'ringkasan')
    return [
      ['anjuran', isi.anjuran],
      ['diagnosa', diagnosaOf(isi.diagnosa)],
      ['subjektif', isi.subjektif],
      ['objektif', isi.objektif],
      ['asesmen', isi.asesmen],
      ['rencana', isi.rencana],
      ['kelayakan', isi.layak_jarak_jauh ? t('layak') : t('tidakLayak', { alasan: isi.alasan_tidak_layak ?? '' })],
    ]
  if (jenis === 'rujukan')
    return [
      ['tujuan', [isi.tujuan, isi.spesialisasi].filter(Boolean).join(', ')],
      ['urgensi', t(isi.urgensi)],
      ['alasan', isi.alasan],
      ['ringkasanKlinis', isi.ringkasan_klinis],
      ['diagnosa', diagnosaOf(isi.diagnosa)],
    ]
  if (jenis === 'surat_sakit')
    return [
      ['istirahat', <Rest key="istirahat" mulai={isi.mulai} hari={isi.hari} />],
      ['catatan', isi.keterangan],
    ]
  if (jenis === 'kontrol')
    return [
      ['tanggal', <Day key="tanggal" date={isi.tanggal} />],
      ['untuk', isi.tujuan],
      ['catatan', isi.catatan],
    ]
  return [
    ['pemeriksaan', isi.pemeriksaan.join('\n')],
    ['catatan', isi.catatan],
  ]
}

function Rest({ mulai, hari }: { mulai: string; hari: number }) {
  const t = useTranslations('dokumen.isi')
  return (
    <>
      {t('hari', { hari })}: <Day date={mulai} />
      {hari > 1 && (
        <>
          {' – '}
          <Day date={addDays(mulai, hari - 1)} />
        </>
      )}
    </>
  )
}

const diagnosaOf = (diagnosa: readonly { nama: string; kode?: string | undefined }[]) =>
  diagnosa.map(({ nama, kode }) => (kode ? `${nama} (${kode})` : nama)).join('\n')
