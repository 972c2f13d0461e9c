'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { RejectDialog } from './konsultasi-dialogs'
import styles from './percakapan.module.css'
import { useBisa, useLawan } from './percakapan-context'
import { useAction } from './use-action'
import { useAwake } from './use-browser'

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
