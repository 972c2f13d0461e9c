import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAgeAndSex } from '@/app/_profil/words'
import { whomOf } from '@/lib/client/thread/whom'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { alergiDiketahui } from '@/lib/domain/profil'
import styles from './konsultasi-header.module.css'
import { WhomFold } from './whom-fold'

/** In one line for whom it is: "untuk Ani, 4 th 2 bl, P". */
function WhomLine({ konsultasi, children }: { konsultasi: KonsultasiView; children?: ReactNode }) {
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

/**
 * For the dokter: for whom it is and what they are allergic to; behind that line what is known of them, and what was before. A page that does not know
 * the allergies says whether there were any at booking.
 */
export function ForWhom({ konsultasi, alergi }: { konsultasi: KonsultasiView; alergi: readonly string[] | null }) {
  const t = useTranslations('profil.alergi')
  const known = alergi ? alergiDiketahui(alergi.map((zat) => ({ zat }))) : (whomOf(konsultasi).facts.alergi_diketahui ?? null)
  return (
    <WhomFold>
      <WhomLine konsultasi={konsultasi}>
        {', '}
        <span data-alergi={known ?? 'belum'}>
          {alergi && alergi.length > 0 ? t('nama', { zat: alergi.join(', ') }) : t(known ?? 'belum')}
        </span>
      </WhomLine>
    </WhomFold>
  )
}
