import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import type { Praktik } from '@/lib/operations/praktik'

/** A dokter whom the clinic has not verified, or verifies no longer: how it stands and what that means. */
export function Verification({ praktik: { status, alasan } }: { praktik: Praktik }) {
  const t = useTranslations('dokter.verifikasi')
  if (status === 'menunggu') {
    return (
      <Alert tone="attention" title={t('menunggu.judul')}>
        <p>{t('menunggu.isi')}</p>
      </Alert>
    )
  }
  return (
    <Alert tone="danger" title={t('ditolak.judul')}>
      {alasan && <p>{t('ditolak.alasan', { alasan })}</p>}
      <p>{t('ditolak.isi')}</p>
    </Alert>
  )
}
