import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import { Day } from '@/app/_ui/time/day'
import type { Praktik } from '@/lib/operations/praktik'

/** A dokter whose SIP ends soon, or has ended: what that means for them, and what to do. */
export function SipNotice({ praktik: { status_sip, sip_berlaku_sampai } }: { praktik: Praktik }) {
  const t = useTranslations('dokter.sip')
  if (sip_berlaku_sampai === null || (status_sip !== 'segera' && status_sip !== 'habis')) return null
  const hari = () => <Day date={sip_berlaku_sampai} />
  return (
    <Alert tone={status_sip === 'habis' ? 'danger' : 'attention'} title={t(`${status_sip}.judul`)}>
      <p>{t.rich(`${status_sip}.isi`, { hari })}</p>
    </Alert>
  )
}
