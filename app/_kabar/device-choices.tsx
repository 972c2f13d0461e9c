'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { isSoundOn, sampleSound, setSound } from '@/lib/client/page/sound'
import type { Peran } from '@/lib/domain/pengguna'
import styles from './kabar.module.css'
import { usePush } from './use-push'

/** How this person is told on this device: each way with its state as it really is, and a button that changes it. */
export function DeviceChoices({ penggunaId, peran }: { penggunaId: string; peran: Peran }) {
  return (
    <>
      <PushChoice penggunaId={penggunaId} />
      <SoundChoice peran={peran} />
    </>
  )
}

function PushChoice({ penggunaId }: { penggunaId: string }) {
  const t = useTranslations('kabar.perangkat')
  const { state, busy, failed, turnOn, turnOff } = usePush(penggunaId)
  return (
    <Choice title={t('judul')} state={state && t(state)}>
      {state === 'off' && (
        <Button variant="primary" size="sm" busy={busy} onClick={turnOn}>
          {t('nyalakan')}
        </Button>
      )}
      {state === 'on' && (
        <Button size="sm" busy={busy} onClick={turnOff}>
          {t('matikan')}
        </Button>
      )}
      {failed && (
        <Alert tone="danger" role="alert">
          <p>{t('gagal')}</p>
        </Alert>
      )}
    </Choice>
  )
}

function SoundChoice({ peran }: { peran: Peran }) {
  const t = useTranslations('kabar.bunyi')
  const [on, setOn] = useState(false)
  // What this device keeps is not known to the server that draws the page first.
  useEffect(() => setOn(isSoundOn()), [])
  const change = () => {
    setSound(!on)
    setOn(!on)
    if (!on) sampleSound()
  }
  return (
    <Choice title={t('judul')} state={t(!on ? 'off' : peran === 'dokter' ? 'onDokter' : 'on')}>
      <Button size="sm" onClick={change}>
        {t(on ? 'matikan' : 'nyalakan')}
      </Button>
    </Choice>
  )
}

function Choice({ title, state, children }: { title: string; state: string | null; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.choice} aria-labelledby={id}>
      <h3 className={styles.title} id={id}>
        {title}
      </h3>
      <p className={styles.state} role="status">
        {state}
      </p>
      {children}
    </section>
  )
}
