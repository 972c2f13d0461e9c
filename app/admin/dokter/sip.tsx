import { useTranslations } from 'next-intl'
import { Chip } from '@/app/_ui/badge'
import { Day } from '@/app/_ui/time/day'
import type { DokterVerifikasiView } from '@/lib/contract/pengguna'
import styles from './dokter.module.css'

/** Until when a SIP is valid, and a word for one that ends soon or has ended. */
export function Sip({
  dokter: { sip_berlaku_sampai, status_sip },
}: {
  dokter: Pick<DokterVerifikasiView, 'sip_berlaku_sampai' | 'status_sip'>
}) {
  const t = useTranslations('admin.berkasDokter')
  if (sip_berlaku_sampai === null) return t('sip.tidak_diketahui')
  return (
    <span className={styles.sip}>
      <Day date={sip_berlaku_sampai} />
      {status_sip === 'habis' && (
        <Chip tone="danger" icon="alert">
          {t('sip.habis')}
        </Chip>
      )}
      {status_sip === 'segera' && (
        <Chip tone="attention" icon="clock">
          {t('sip.segera')}
        </Chip>
      )}
    </span>
  )
}
