'use client'

import { useTranslations } from 'next-intl'
import { useBisa, useLawan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { RejectButton } from '@/app/_percakapan/dialogs/reason-button'
import { useKonsultasiVerb } from '@/app/_percakapan/dialogs/use-konsultasi-verb'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import { whomOf } from '@/lib/client/thread/whom'
import styles from './around.module.css'

const queue = later(() => import('./queue').then((part) => part.Queue), false)

/** Before anybody can write: what is being waited for, and what each side can do about it. */
export function PendingPanel() {
  const t = useTranslations('percakapan.pending')
  const bisa = useBisa()
  const lawan = useLawan()
  const whom = whomOf(useThread((snapshot) => snapshot.konsultasi))
  const words = bisa.terima ? 'dokter' : bisa.tolak ? 'sipHabis' : bisa.batalkan ? 'pasien' : 'lain'
  return (
    <section className={styles.panel} aria-label={t('nama')}>
      {bisa.batalkan && <LaterPart of={queue} />}
      <p>{t(words, { nama: bisa.tolak ? whom.nama : lawan.nama })}</p>
      <div className={styles.actions}>
        {bisa.tolak && <RejectButton />}
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
  const { act, busy, error } = useKonsultasiVerb(verb)
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
