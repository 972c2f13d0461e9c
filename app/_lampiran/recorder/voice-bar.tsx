'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Voice } from '@/app/_jenis/audio/voice'
import { Button } from '@/app/_ui/button'
import { formatDuration } from '@/app/_ui/size'
import { Spinner } from '@/app/_ui/spinner'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import { stopPlaying } from '@/lib/client/lampiran/voice/player'
import type { Recording } from '@/lib/client/lampiran/voice/recording'
import { LevelMeter } from './level-meter'
import type { VoiceControl } from './use-voice'
import styles from './voice-bar.module.css'

interface Props {
  readonly voice: VoiceControl
  /** The word on the button that sends. */
  readonly kirim: string
  readonly onSend: (berkas: Berkas) => void
}

/** In the place of the textbox while something is recorded: what happens now, and the ways on and out. */
export function VoiceBar({ voice: { state, stop, cancel }, kirim, onSend }: Props) {
  const t = useTranslations('lampiran.rekam')
  if (state.step === 'idle') return null
  if (state.step === 'problem')
    return (
      <div className={styles.bar}>
        <p role="alert" className={styles.problem}>
          {t(state.problem)}
        </p>
        <Button variant="quiet" icon="close" iconOnly autoFocus onClick={cancel}>
          {t('tutup')}
        </Button>
      </div>
    )
  return (
    <div className={styles.bar}>
      <Button variant="quiet" icon="trash" iconOnly onClick={cancel}>
        {t('buang')}
      </Button>
      {state.step === 'ready' ? (
        <Ready berkas={state.berkas} />
      ) : state.step === 'recording' ? (
        <Running recording={state.recording} />
      ) : null}
      {(state.step === 'asking' || state.step === 'making') && (
        <p className={styles.waiting}>
          <Spinner /> <span>{t(state.step === 'asking' ? 'meminta' : 'menyiapkan')}</span>
        </p>
      )}
      {state.step === 'ready' ? (
        <Button variant="primary" icon="send" iconOnly autoFocus onClick={() => onSend(state.berkas)}>
          {kirim}
        </Button>
      ) : (
        <Button variant="danger" icon="stop" iconOnly autoFocus disabled={state.step === 'making'} onClick={stop}>
          {t('berhenti')}
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {state.step === 'ready' ? t('siap') : state.step === 'recording' ? t('merekam') : ''}
      </span>
    </div>
  )
}

function Running({ recording }: { recording: Recording }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor(recording.length)), 250)
    return () => clearInterval(timer)
  }, [recording])
  return (
    <span className={styles.running}>
      <i className={styles.dot} />
      <span role="timer" className={styles.time}>
        {formatDuration(seconds)}
      </span>
      <LevelMeter recording={recording} />
    </span>
  )
}

/** It is on this device only, and can be heard as the other person will hear it. */
function Ready({ berkas }: { berkas: Berkas }) {
  const t = useTranslations('lampiran')
  const [src, setSrc] = useState<string>()
  useEffect(() => {
    const url = URL.createObjectURL(berkas.isi)
    setSrc(url)
    return () => {
      stopPlaying()
      URL.revokeObjectURL(url)
    }
  }, [berkas])
  return <span className={styles.ready}>{src && <Voice shown={{ ...berkas, key: src, src, thumb: src }} dari={t('anda')} />}</span>
}
