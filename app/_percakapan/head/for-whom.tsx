'use client'

import { useTranslations } from 'next-intl'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { whomOf } from '@/lib/client/thread/whom'
import { alergiDiketahui } from '@/lib/domain/profil'
import { WhomFold } from './whom-fold'
import { WhomLine } from './whom-line'

/**
 * For the dokter: for whom it is and what they are allergic to now; behind that line what is known of them, and what was before. A page that does not
 * know the allergies says whether there were any at booking.
 */
export function ForWhom() {
  const t = useTranslations('profil.alergi')
  const konsultasi = useThread((snapshot) => snapshot.konsultasi)
  const profil = useThread((snapshot) => snapshot.profil)
  const known = (profil ? alergiDiketahui(profil.alergi) : whomOf(konsultasi).facts.alergi_diketahui) ?? null
  const daftar = profil?.alergi?.map(({ zat }) => zat).join(', ')
  return (
    <WhomFold>
      <WhomLine konsultasi={konsultasi}>
        {', '}
        <span data-alergi={known ?? 'belum'}>{daftar ? t('nama', { zat: daftar }) : t(known ?? 'belum')}</span>
      </WhomLine>
    </WhomFold>
  )
}
