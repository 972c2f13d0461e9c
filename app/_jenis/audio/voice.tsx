'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type PointerEvent, useRef, useSyncExternalStore } from 'react'
import { type Shown, shownOf } from '@/app/_jenis/shared/shown'
import { Icon } from '@/app/_ui/icon'
import { formatDuration } from '@/app/_ui/size'
import { playbackNow, SPEEDS, seek, setFollowing, setSpeed, subscribePlayback, togglePlay } from '@/lib/client/lampiran/voice/player'
import { heardNow } from '@/lib/client/lampiran/voice/voice-cache'
import { nextVoice } from '@/lib/client/thread/next-voice'
import { conversationNow } from './listening'
import { sourcesOf, useHeard } from './use-heard'
import styles from './voice.module.css'
import { Waveform } from './waveform'

setFollowing((key) => {
  const known = conversationNow()
  const follows = known && nextVoice(known(), key)
  const next = follows && shownOf(follows)
  return next && { key: next.key, sources: sourcesOf(next, heardNow(next.key)) }
})

/** A recording: play and pause, where it is (also a slider for the keyboard), how fast. */
export function Voice({ shown, dari }: { shown: Shown; dari: string }) {
  const t = useTranslations('lampiran.suara')
  const frame = useRef<HTMLDivElement>(null)
  const { sources, puncak } = useHeard(shown, frame)
  const playback = usePlayback()
  const isMine = playback.key === shown.key
  const isRunning = isMine && (playback.state === 'playing' || playback.state === 'loading')
  const isFailed = isMine && playback.state === 'failed'
  const durasi = shown.durasi ?? 0
  const position = isMine ? Math.min(playback.position, durasi) : 0
  // A slider that is drawn by something else hears fingers only at its thumb in Safari; so the line itself hears them.
  const onPointer = ({ type, buttons, button, pointerId, clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    if (type === 'pointerdown' ? button !== 0 : buttons !== 1 || !currentTarget.hasPointerCapture(pointerId)) return
    if (type === 'pointerdown') currentTarget.setPointerCapture(pointerId)
    const { left, width } = currentTarget.getBoundingClientRect()
    seek(shown.key, sources, Math.min(1, Math.max(0, (clientX - left) / width)) * durasi)
  }
  return (
    <div ref={frame} className={styles.voice} data-running={isRunning || undefined}>
      <button
        type="button"
        className={styles.play}
        aria-label={t(isRunning ? 'jeda' : 'putar', { dari })}
        onClick={() => togglePlay(shown.key, sources)}
      >
        <Icon name={isFailed ? 'retry' : isRunning ? 'pause' : 'play'} />
      </button>
      <span className={styles.line} onPointerDown={onPointer} onPointerMove={onPointer}>
        <Waveform puncak={puncak} played={durasi > 0 ? position / durasi : 0} />
        <input
          type="range"
          className={styles.slider}
          aria-label={t('posisi')}
          aria-valuetext={t('posisiDari', { posisi: formatDuration(position), durasi: formatDuration(durasi) })}
          min={0}
          max={durasi}
          step={stepOf(durasi)}
          value={position}
          onChange={(event) => seek(shown.key, sources, Number(event.target.value))}
        />
      </span>
      <span className={styles.time}>
        {isFailed ? <span role="alert">{t('gagal')}</span> : formatDuration(isMine && position > 0 ? position : durasi)}
      </span>
      <SpeedButton />
    </div>
  )
}

/** One speed for all recordings: who listens fast listens fast to the next one too. */
function SpeedButton() {
  const t = useTranslations('lampiran.suara')
  const locale = useLocale()
  const { speed } = usePlayback()
  const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1
  const shown = new Intl.NumberFormat(locale).format(speed)
  return (
    <button type="button" className={styles.speed} aria-label={t('kecepatan', { kali: shown })} onClick={() => setSpeed(next)}>
      {`${shown}×`}
    </button>
  )
}

/** An arrow key moves by a fiftieth, but by no less than a tenth of a second. */
const stepOf = (durasi: number) => Math.max(0.1, Math.round(durasi / 5) / 10)

/** What is being listened to. */
const usePlayback = () => useSyncExternalStore(subscribePlayback, playbackNow, playbackNow)
