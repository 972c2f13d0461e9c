'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import type { MicProblem, Recorded, Recording } from '@/lib/client/lampiran/voice/recording'
import { later } from '@/lib/client/page/later'
import { holdPage } from '@/lib/client/page/quiet'

type VoiceState =
  | { readonly step: 'idle' }
  | { readonly step: 'asking' | 'making' }
  | { readonly step: 'recording'; readonly recording: Recording }
  | { readonly step: 'ready'; readonly berkas: Berkas }
  | { readonly step: 'problem'; readonly problem: MicProblem | 'kosong' | 'takTermuat' }

export interface VoiceControl {
  readonly state: VoiceState
  start(): void
  /** Ends the recording and makes it ready; before it began, forgets about it. */
  stop(): void
  /** Throws away what there is. */
  cancel(): void
}

const fetchRecorder = later(() =>
  Promise.all([import('@/lib/client/lampiran/voice/recording'), import('@/lib/client/lampiran/voice/to-playable')]),
)

const IDLE: VoiceState = { step: 'idle' }

/** Seconds below which a recording was a slip of the finger. */
const SHORTEST = 0.5

/** Recordings of this page that were ready, or became it, when their conversation was left: a step back is no reason to speak again. */
const left = new Map<string, { readonly berkas: Berkas; readonly letGo: () => void }>()

/** It lives in this page alone, which is not to be loaded anew meanwhile. */
function leave(place: string, berkas: Berkas) {
  forget(place)
  left.set(place, { berkas, letGo: holdPage() })
}

function forget(place: string) {
  left.get(place)?.letGo()
  left.delete(place)
}

/** From the microphone to a file that can be listened to and sent. `nama` is what it is called, `place` the konsultasi that it is meant for. */
export function useVoice(nama: string, place: string): VoiceControl {
  const [state, setState] = useState<VoiceState>(IDLE)
  const recording = useRef<Recording | null>(null)
  // Whatever arrives for an attempt that was given up is thrown away.
  const attempt = useRef(0)
  /** Something has been said that is not sent yet. */
  const isHeld = useRef(false)

  const cancel = useCallback(() => {
    attempt.current++
    recording.current?.cancel()
    recording.current = null
    isHeld.current = false
    forget(place)
    setState(IDLE)
  }, [place])
  const stop = useCallback(() => (recording.current ? recording.current.finish() : cancel()), [cancel])

  const start = useCallback(async () => {
    const mine = ++attempt.current
    const isMine = () => attempt.current === mine
    setState({ step: 'asking' })
    try {
      const [{ canRecord, Recording }, { toPlayable }] = await fetchRecorder().catch(() => Promise.reject('takTermuat'))
      if (!isMine()) return
      if (!canRecord()) return setState({ step: 'problem', problem: 'tidakBisa' })
      const opened = await Recording.open()
      if (!isMine()) return opened.cancel()
      recording.current = opened
      isHeld.current = true
      setState({ step: 'recording', recording: opened })
      const recorded = await opened.done
      if (!isMine()) return
      recording.current = null
      setState({ step: 'making' })
      const berkas = recorded && recorded.durasi >= SHORTEST ? await berkasOf(recorded, await toPlayable(recorded.isi), nama) : null
      if (!isMine()) return
      if (berkas) leave(place, berkas)
      else isHeld.current = false
      setState(berkas ? { step: 'ready', berkas } : { step: 'problem', problem: 'kosong' })
    } catch (problem) {
      if (isMine()) setState({ step: 'problem', problem: problem as MicProblem | 'takTermuat' })
    }
  }, [nama, place])

  useEffect(() => {
    const ready = left.get(place)
    if (ready) setState({ step: 'ready', berkas: ready.berkas })
    return () => {
      // What is being recorded ends here, and waits; what has not begun does not.
      recording.current?.finish()
      if (isHeld.current) return
      attempt.current++
      setState(IDLE)
    }
  }, [place])
  return { state, start: useCallback(() => void start(), [start]), stop, cancel }
}

function berkasOf({ durasi, puncak }: Recorded, playable: Blob, nama: string): Berkas {
  const mime = playable.type.split(';')[0] ?? ''
  return { isi: playable, tipe: 'audio', nama: `${nama}.${ENDINGS[mime] ?? 'webm'}`, ukuran: playable.size, mime, durasi, puncak }
}

const ENDINGS: Readonly<Record<string, string>> = { 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' }
