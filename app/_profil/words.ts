import { useTranslations } from 'next-intl'
import type { ProfilSaatIni } from '@/lib/contract/profil'
import { type Umur, umurPada } from '@/lib/domain/profil'
import { dayInWib } from '@/lib/domain/zona'

type Facts = Pick<ProfilSaatIni, 'umur' | 'jenis_kelamin'>

/** Age and sex in a few letters: "4 th 2 bl, P"; empty where neither is known. */
export function useAgeAndSex(): (facts: Facts) => string {
  const t = useTranslations('profil')
  const ageOf = ({ tahun, bulan }: Umur) => {
    if (tahun === 0) return bulan === 0 ? t('umurBaru') : t('umurBulan', { bulan })
    // Of somebody grown up nobody counts months.
    return bulan === 0 || tahun >= ADULT ? t('umurTahun', { tahun }) : t('umur', { tahun, bulan })
  }
  return ({ umur, jenis_kelamin }) => [umur && ageOf(umur), jenis_kelamin && t(`jk.${jenis_kelamin}`)].filter(Boolean).join(', ')
}

const ADULT = 18

/** How old somebody is today, in WIB; null where nobody knows when they were born. */
export const umurToday = (tanggalLahir: string | null): Umur | null =>
  tanggalLahir === null ? null : umurPada(tanggalLahir, dayInWib(new Date()))
