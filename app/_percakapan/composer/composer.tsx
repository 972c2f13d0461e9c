'use client'

import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { composeOf } from '@/app/_jenis/jenis'
import { RecordButton } from '@/app/_lampiran/recorder/record-button'
import { useVoice } from '@/app/_lampiran/recorder/use-voice'
import { AttachButton } from '@/app/_lampiran/tray/attach-button'
import { TrayUnseen } from '@/app/_lampiran/tray/tray-unseen'
import { useDrop } from '@/app/_lampiran/tray/use-drop'
import type { Ready } from '@/app/_lampiran/tray/use-tray'
import { COMPOSER, hasOwnKeys } from '@/app/_percakapan/context/focus'
import { usePercakapan, useReply, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useOwnTray } from '@/app/_percakapan/context/tray-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { Button } from '@/app/_ui/button'
import { LaterPart } from '@/app/_ui/later/later-part'
import { useLater } from '@/app/_ui/later/use-later'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import { pastedFiles } from '@/lib/client/lampiran/pasted'
import type { Composed } from '@/lib/client/outbox/outbox'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import { later } from '@/lib/client/page/later'
import { holdPage } from '@/lib/client/page/quiet'
import type { IsiDikirim } from '@/lib/contract/isi-pesan'
import { blanksIn } from '@/lib/domain/isian'
import type { TipeIsiDikirim } from '@/lib/domain/jenis-pesan'
import { PESAN_MAX } from '@/lib/domain/pesan'
import { lengthOf } from '@/lib/domain/text'
import styles from './composer.module.css'
import { useDraft } from './use-draft'
import { useTypingSignal } from './use-typing-signal'

const trayPart = later(() => import('@/app/_lampiran/tray/tray').then((part) => part.Tray))
const replyBar = later(() => import('./reply-bar').then((part) => part.ReplyBar))
const voiceBar = later(() => import('@/app/_lampiran/recorder/voice-bar').then((part) => part.VoiceBar))

/** Only a dokter has quick replies, and blanks to be filled in before they go. */
const balasan = later(() => import('./balasan').then((part) => part.Balasan), false)

/** Of more code points than these, a narrow screen gives the words a line of their own. */
const LONG = 24

/** From here on the length is shown, in code points. */
const SHOW_LENGTH = PESAN_MAX - 500

/** Where a pesan is written. The textbox keeps its own text, so that nothing typed early or quickly is ever lost to a rendering. */
export function Composer() {
  const t = useTranslations('percakapan.tulis')
  const tl = useTranslations('lampiran')
  const { me, store, outbox, reply, handBack } = usePercakapan()
  const balasKe = useReply()
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const awake = useAwake()
  const area = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const [length, setLength] = useState(0)
  const isDokter = me.peran === 'dokter'
  const [isBlank, setBlank] = useState(false)
  const [balasanAs, setBalasanAs] = useState<'open' | 'there' | null>(null)
  const openBalasan = useCallback((open: boolean) => setBalasanAs(open ? 'open' : 'there'), [])
  const signalTyping = useTypingSignal(konsultasiId)
  const measure = () => {
    setLength(lengthOf(area.current?.value.trim() ?? ''))
    setBlank(isDokter && blankIn(area.current) !== null)
    grow(area.current)
  }
  const draft = useDraft(area, me.id, konsultasiId, measure)
  const tray = useOwnTray()
  const hasTray = tray.items.length > 0 || tray.leftOut.length > 0
  const { part: Tray, failed: isTrayUnseen, again: fetchTrayAgain } = useLater(trayPart, hasTray)
  // Nothing goes that its sender cannot see.
  const ready = Tray ? tray.ready : 0
  const voice = useVoice(tl('rekam.nama'), `${me.id} ${konsultasiId}`)
  const { cancel: cancelVoice } = voice
  const isRecording = voice.state.step !== 'idle'
  const [isWithoutRecorder, setWithoutRecorder] = useState(false)
  const withoutRecorder = useCallback(() => {
    setWithoutRecorder(true)
    cancelVoice()
  }, [cancelVoice])
  useEffect(() => (isRecording ? holdPage() : undefined), [isRecording])
  const [composing, setComposing] = useState<TipeIsiDikirim | null>(null)
  const isDropping = useDrop(attach)
  const sendable = (length > 0 || ready > 0) && length <= PESAN_MAX && !tray.isPreparing && !isBlank

  function onChange() {
    measure()
    draft.keepLater()
    if (area.current?.value.trim()) signalTyping.typed()
  }

  function attach(files: Iterable<File>) {
    tray.add(files)
    fetchTrayAgain()
    area.current?.focus()
  }

  function send() {
    const text = area.current?.value.trim() ?? ''
    if (!area.current || !outbox || tray.isPreparing || lengthOf(text) > PESAN_MAX || !(text || ready)) return
    const blank = isDokter ? blankIn(area.current) : null
    if (blank) {
      area.current.focus()
      return area.current.setSelectionRange(blank.from, blank.to)
    }
    area.current.value = ''
    area.current.focus()
    measure()
    if (isTrayUnseen) fetchTrayAgain()
    compose(text, Tray ? tray.take() : [])
  }

  // What was pressed in the bar of the recording is gone with it.
  const wasRecording = useRef(false)
  useEffect(() => {
    if (wasRecording.current && !isRecording) (hasOwnKeys() ? area.current : box.current?.querySelector('button'))?.focus()
    wasRecording.current = isRecording
  }, [isRecording])

  function sendVoice(berkas: Berkas) {
    voice.cancel()
    compose('', [{ berkas, keterangan: '' }])
  }

  function add(pesan: string, more: Composed) {
    signalTyping.sent()
    store.goToNewest()
    return outbox?.add(konsultasiId, pesan, more)
  }

  function sendIsi(tipe: TipeIsiDikirim, isi: object) {
    setComposing(null)
    void add('', { isi: { [tipe]: isi } as IsiDikirim, balasKe })
    reply.to(null)
    area.current?.focus()
  }

  function compose(text: string, files: readonly Ready[]) {
    // Of several at once the first one is the answer.
    const added = pesanOf(text, files).map(({ pesan, berkas }, n) => add(pesan, { berkas, balasKe: n === 0 ? balasKe : null }))
    // Words that go with a file stay a draft until the outbox has both; those without one are jotted down already.
    if (files.length > 0) draft.keepUntil(text, Promise.all(added))
    else draft.keepNow()
    reply.to(null)
  }

  function onPaste(event: ClipboardEvent) {
    const files = pastedFiles(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    attach(files)
  }

  // Brought back with the draft.
  useEffect(() => reply.restore(), [reply])

  function takeBack({ pesan, berkas, balas_ke }: OutboxEntry) {
    if (!area.current) return
    area.current.value = [pesan, area.current.value].filter(Boolean).join('\n')
    if (berkas) tray.put(berkas)
    if (balas_ke) reply.to(balas_ke)
    measure()
    draft.keepNow()
    area.current.focus()
  }
  useEffect(() => handBack.take(takeBack))

  function cancelReply() {
    reply.to(null)
    area.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // The first key of all: what hears it is not there yet.
    if (isDokter && event.key === '/' && !balasan.now() && !area.current?.value) {
      event.preventDefault()
      return openBalasan(true)
    }
    if (event.key === 'Escape' && balasKe !== null) return reply.to(null)
    if (event.key !== 'Enter' || isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.shiftKey !== isTouchKeyboard()) return
    event.preventDefault()
    send()
  }

  return (
    <div className={styles.composer}>
      {isDropping && <p className={styles.drop}>{tl('lepaskan')}</p>}
      {balasKe !== null && <LaterPart of={replyBar} onCancel={cancelReply} />}
      {hasTray && Tray && <Tray tray={tray} />}
      {hasTray && isTrayUnseen && <TrayUnseen onAgain={fetchTrayAgain} onDrop={tray.clear} />}
      {isRecording && <LaterPart of={voiceBar} onFailed={withoutRecorder} voice={voice} kirim={t('kirim')} onSend={sendVoice} />}
      {isWithoutRecorder && <p role="alert">{tl('rekam.takTermuat')}</p>}
      {composing && <LaterPart of={composeOf(composing)} onSend={(isi) => sendIsi(composing, isi)} onClose={() => setComposing(null)} />}
      <div ref={box} className={styles.box} data-panjang={length > LONG || undefined} hidden={isRecording}>
        <AttachButton disabled={!awake} onFiles={attach} onCompose={setComposing} />
        {isDokter && <BalasanButton disabled={!awake} onClick={() => openBalasan(true)} />}
        {isDokter && balasanAs && <LaterPart of={balasan} area={area} open={balasanAs === 'open'} onOpenChange={openBalasan} />}
        <textarea
          ref={area}
          className={styles.area}
          {...COMPOSER}
          aria-label={t('nama')}
          aria-describedby={hintId}
          aria-invalid={length > PESAN_MAX || undefined}
          placeholder={t('nama')}
          rows={1}
          dir="auto"
          enterKeyHint="enter"
          disabled={!awake}
          onChange={onChange}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocus={() => setBalasanAs((as) => as ?? 'there')}
        />
        {length === 0 && tray.items.length === 0 && <RecordButton voice={voice} disabled={!awake} />}
        <Button variant="primary" icon="send" iconOnly disabled={!awake} aria-disabled={!sendable} onClick={send}>
          {t('kirim')}
        </Button>
      </div>
      <p id={hintId} className={styles.hint} hidden={isRecording} data-wrong={length > PESAN_MAX || isBlank || undefined}>
        {length > PESAN_MAX
          ? t('terlaluPanjang', { lebih: length - PESAN_MAX })
          : length > SHOW_LENGTH
            ? t('panjang', { jumlah: length, batas: PESAN_MAX })
            : t(isBlank ? 'isian' : 'petunjuk')}
      </p>
    </div>
  )
}

/** There from the start, so that nothing moves when its script has come. */
function BalasanButton(props: { disabled: boolean; onClick: () => void }) {
  const t = useTranslations('meja.balasan')
  return (
    <Button variant="quiet" icon="text" iconOnly aria-haspopup="dialog" {...props}>
      {t('buka')}
    </Button>
  )
}

/** On a touch keyboard there is no Shift+Enter within reach: Enter breaks the line there. */
const isTouchKeyboard = () => matchMedia('(pointer: coarse)').matches

/** The key belongs to an input method that offers words; Safari says so only by its number (229). */
const isComposing = ({ nativeEvent, keyCode }: KeyboardEvent) => nativeEvent.isComposing || keyCode === 229

/** The first blank of a quick reply that is not filled in. */
const blankIn = (area: HTMLTextAreaElement | null) => blanksIn(area?.value ?? '')[0] ?? null

/** Where the browser does not do it by itself (`field-sizing`), the textbox is made as tall as its text. */
function grow(area: HTMLTextAreaElement | null) {
  if (!area || CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

/** One pesan for each file, with its own words; the text goes below the last one, or alone where there are none or that one has words already. */
function pesanOf(text: string, files: readonly Ready[]): readonly { readonly pesan: string; readonly berkas: Berkas | null }[] {
  const all: { pesan: string; berkas: Berkas | null }[] = files.map(({ berkas, keterangan }) => ({ pesan: keterangan, berkas }))
  const last = all.at(-1)
  if (last && !last.pesan) last.pesan = text
  else if (text) all.push({ pesan: text, berkas: null })
  return all
}
