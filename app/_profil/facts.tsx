import { useFormatter, useTranslations } from 'next-intl'
import { Day } from '@/app/_ui/time/day'
import type { ProfilView } from '@/lib/contract/profil'
import type { FaktaProfil, NamaFakta } from '@/lib/domain/profil'
import styles from './profil.module.css'

/** What each is called, in the order in which a dokter looks for them. */
const LABELS = {
  alergi: 'alergi',
  obat_rutin: 'obat',
  riwayat: 'riwayat',
  tanggal_lahir: 'lahir',
  jenis_kelamin: 'jk',
  berat_kg: 'berat',
  alamat: 'alamat',
} as const satisfies Record<NamaFakta, string>
const ORDER = Object.keys(LABELS) as NamaFakta[]

/** What is known of who is treated; `withUnknown` also what nobody has said: allergies in their own line, which a dokter looks for, the rest in one. */
export function Facts({ profil, withUnknown = false }: { profil: ProfilView; withUnknown?: boolean }) {
  const t = useTranslations('profil')
  const words = useWords()
  const shown = ORDER.filter((name) => profil[name] !== null || (withUnknown && name === 'alergi'))
  const unsaid = withUnknown ? ORDER.filter((name) => !shown.includes(name)).map((name) => t(`isian.${LABELS[name]}`)) : []
  if (shown.length === 0) return null
  return (
    <dl className={styles.facts}>
      {shown.map((name) => (
        <div key={name}>
          <dt>{t(`isian.${LABELS[name]}`)}</dt>
          <dd dir="auto" translate="no">
            {words(name, profil) ?? t('halaman.belumDiisi')}
          </dd>
        </div>
      ))}
      {unsaid.length > 0 && (
        <div>
          <dt>{t('halaman.belumDiisi')}</dt>
          <dd>{unsaid.join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

/** What is said of each, null where nobody has said anything. */
function useWords() {
  const t = useTranslations('profil')
  const format = useFormatter()
  const listed = (entries: readonly string[]) => (entries.length === 0 ? t('halaman.tidakAda') : entries.join('\n'))
  const words: { readonly [Nama in NamaFakta]: (value: NonNullable<FaktaProfil[Nama]>) => React.ReactNode } = {
    alergi: (alergi) => listed(alergi.map(({ zat, reaksi }) => (reaksi ? `${zat} (${reaksi})` : zat))),
    obat_rutin: listed,
    riwayat: listed,
    tanggal_lahir: (hari) => <Day date={hari} />,
    jenis_kelamin: (jenis) => t(`isian.${jenis}`),
    berat_kg: (kg) => format.number(kg),
    alamat: (alamat) => alamat,
  }
  return <Nama extends NamaFakta>(name: Nama, profil: FaktaProfil) => {
    const value = profil[name]
    return value === null ? null : words[name](value as NonNullable<FaktaProfil[Nama]>)
  }
}
