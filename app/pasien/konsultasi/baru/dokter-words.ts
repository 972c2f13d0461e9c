import { useLocale, useTranslations } from 'next-intl'
import { useMinute, useZone } from '@/app/_ui/time/clock'
import { opensWords } from '@/lib/client/time/opens-words'
import type { DokterView } from '@/lib/contract/pengguna'

const HOUR = 60

/** What a pasien wants to know before choosing: the specialty, when they take somebody again, how many wait, how soon they answer, how they were rated. */
export function useDokterWords(): (dokter: DokterView) => string {
  const t = useTranslations('pasien.baru')
  const reader = { locale: useLocale(), zone: useZone(), now: useMinute() }
  const durationOf = (minutes: number) =>
    minutes < HOUR ? t('rincian.menit', { n: minutes }) : t('rincian.jam', { n: Math.ceil(minutes / HOUR) })
  return ({ spesialisasi, tersedia, buka_pada, antrean, biasa_menjawab_menit: soon, nilai }) =>
    [
      spesialisasi,
      !tersedia && (buka_pada ? t('rincian.bukaLagi', { kapan: opensWords(buka_pada, reader) }) : t('tutup')),
      tersedia && antrean > 0 && t('rincian.antrean', { jumlah: antrean }),
      tersedia && soon !== null && t('rincian.biasa', { lama: durationOf(soon) }),
      nilai &&
        t('rincian.nilai', { rata: reader.locale === 'en' ? nilai.rata : String(nilai.rata).replace('.', ','), jumlah: nilai.jumlah }),
    ]
      .filter(Boolean)
      .join(' · ')
}
