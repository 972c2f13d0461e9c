'use client'

import { useTranslations } from 'next-intl'
import { useBisa, useLawan } from '@/app/_percakapan/context/percakapan-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { RejectDialog } from '@/app/_percakapan/dialogs/reason-button'
import { useAction } from '@/app/_percakapan/dialogs/use-konsultasi-verb'
import styles from '@/app/_percakapan/percakapan.module.css'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'

/** Before anybody can write: what is being waited for, and what each side can do about it. */
export function PendingPanel() {
  const t = useTranslations('percakapan.pending')
  const bisa = useBisa()
  const lawan = useLawan()
  const words = bisa.terima ? 'dokter' : bisa.tolak ? 'sipHabis' : bisa.batalkan ? 'pasien' : 'lain'
  return (
    <section className={styles.panel} aria-label={t('nama')}>
      <p>{t(words, { nama: lawan.nama })}</p>
      <div className={styles.panelActions}>
        {bisa.tolak && <RejectDialog />}
        {bisa.terima && <ActionButton verb="terima" variant="primary" />}
        {bisa.batalkan && <ActionButton verb="batalkan" variant="secondary" />}
      </div>
    </section>
  )
}

/** Acts at once. */
function ActionButton({ verb, variant }: { verb: 'terima' | 'batalkan'; variant: 'primary' | 'secondary' }) {
  const t = useTranslations('percakapan')
  const awake = useAwake()
  const { act, busy, error } = useAction(verb)
  return (
    <>
      <Button variant={variant} disabled={!awake} busy={busy} onClick={() => void act()}>
        {t(`${verb}.tombol`)}
      </Button>
      {error && (
        <Alert tone="danger" role="alert">
          <p>{error}</p>
        </Alert>
      )}
    </>
  )
}
