import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAgeAndSex } from '@/app/_profil/words'
import { whomOf } from '@/lib/client/thread/whom'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import styles from './konsultasi-header.module.css'

/** In one line for whom it is: "untuk Ani, 4 th 2 bl, P". */
export function WhomLine({ konsultasi, children }: { konsultasi: KonsultasiView; children?: ReactNode }) {
  const t = useTranslations('profil')
  const { nama, facts } = whomOf(konsultasi)
  const said = useAgeAndSex()(facts)
  return (
    <span className={styles.whom}>
      {t.rich('untuk', { nama: () => <bdi key="nama">{nama}</bdi> })}
      {said && `, ${said}`}
      {children}
    </span>
  )
}

/** For a pasien: for whom it is, unless for themselves. */
export const ForOther = ({ konsultasi }: { konsultasi: KonsultasiView }) =>
  whomOf(konsultasi).isOther && <WhomLine konsultasi={konsultasi} />
