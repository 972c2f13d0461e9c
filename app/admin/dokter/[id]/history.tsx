import { useTranslations } from 'next-intl'
import { Chip } from '@/app/_ui/badge'
import { Card } from '@/app/_ui/card'
import { Day } from '@/app/_ui/time/day'
import { Time } from '@/app/_ui/time/time'
import styles from '@/app/admin/dokter/dokter.module.css'
import type { Keputusan } from '@/lib/operations/verify-dokter'

/** What was decided about a dokter: the verdict, who, when and why, and the SIP as it stood then. */
export function History({ riwayat }: { riwayat: readonly Keputusan[] }) {
  const t = useTranslations('admin.berkasDokter.riwayat')
  return (
    <Card flush>
      <ol className={styles.history} aria-labelledby="riwayat">
        {riwayat.map(({ id, pada, oleh, disetujui, alasan, sip }) => (
          <li key={id}>
            <p className={styles.verdict}>
              <Chip tone={disetujui ? 'primary' : 'danger'} icon={disetujui ? 'check' : 'close'}>
                {t(disetujui ? 'disetujui' : 'ditolak')}
              </Chip>
              <span>{t('oleh', { nama: oleh ?? t('sistem') })}</span>
              <Time iso={pada} format="full" className={styles.muted} />
            </p>
            {sip !== undefined && (
              <p className={styles.muted}>
                {sip ? (
                  <>
                    {t('sip')} <Day date={sip} />
                  </>
                ) : (
                  t('sipTidakDiketahui')
                )}
              </p>
            )}
            {alasan && <p className={styles.reason}>{alasan}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
