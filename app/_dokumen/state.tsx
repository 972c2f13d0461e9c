import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import { Chip, type Tone } from '@/app/_ui/badge'
import { LinkButton } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import type { DokumenView, PermintaanView } from '@/lib/contract/dokumen'
import type { StatusDokumen } from '@/lib/domain/dokumen/dokumen'
import styles from './dokumen.module.css'

const TONE = { berlaku: 'primary', diganti: 'neutral', dibatalkan: 'danger' } as const satisfies Record<StatusDokumen, Tone>

/** Does it hold? In a word. */
export function StatusDokumenChip({ status }: { status: StatusDokumen }) {
  const t = useTranslations('lampiran.dokumen.status')
  return <Chip tone={TONE[status]}>{t(status)}</Chip>
}

interface Props {
  readonly dokumen: DokumenView
  readonly sebab: { readonly alasan: string; readonly pengganti: string | null } | null
  readonly wing: 'pasien' | 'dokter'
}

/** Why it no longer holds and what came after it, or why it came after another. */
export function WhySo({ dokumen: { status, versi, alasan, menggantikan }, sebab, wing }: Props) {
  const t = useTranslations('dokumen')
  const td = useTranslations('lampiran.dokumen.status')
  return (
    <>
      {sebab && (
        <Alert tone={status === 'dibatalkan' ? 'danger' : 'attention'} title={td(status)}>
          <p dir="auto" translate="yes">
            {t('sebab', { alasan: sebab.alasan })}
          </p>
          {sebab.pengganti && (
            <p>
              <LinkButton size="sm" href={`/${wing}/dokumen/${sebab.pengganti}`}>
                {t('yangBaru')}
              </LinkButton>
            </p>
          )}
        </Alert>
      )}
      {menggantikan && (
        <p className={styles.hint} dir="auto" translate="yes">
          {t('koreksi', { versi, alasan: alasan ?? '' })}
        </p>
      )}
    </>
  )
}

/** What was asked to be corrected, and what became of it. `answer` is what its dokter can do about one that waits. */
export function PermintaanList({
  permintaan,
  answer,
}: {
  permintaan: readonly PermintaanView[]
  answer?: (permintaan: PermintaanView) => React.ReactNode
}) {
  const t = useTranslations('dokumen.permintaan')
  if (permintaan.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('nama')}>
      {permintaan.map((one) => (
        <li key={one.id} className={styles.stack}>
          <div>
            <p dir="auto" translate="yes">
              {one.isi}
            </p>
            <p className={styles.hint}>
              {t(one.status)} · <Time iso={one.dijawab_pada ?? one.dibuat_pada} format="full" />
            </p>
            {one.alasan && (
              <p className={styles.hint} dir="auto" translate="yes">
                {t('alasan', { alasan: one.alasan })}
              </p>
            )}
          </div>
          {one.status === 'menunggu' && answer?.(one)}
        </li>
      ))}
    </ul>
  )
}
