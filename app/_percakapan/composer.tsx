'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { PESAN_MAX } from '@/lib/domain/pesan'
import { lengthOf } from '@/lib/domain/text'
import styles from './composer.module.css'
import { usePercakapan, useThread } from './percakapan-context'
import { useAwake } from './use-browser'
import { useDraft } from './use-draft'
import { useTypingSignal } from './use-typing-signal'

/** From here on the length is shown, in code points. */
const SHOW_LENGTH = PESAN_MAX - 500

/** Where a pesan is written. The textbox keeps its own text, so that nothing typed early or quickly is ever lost to a rendering. */
export function Composer() {
  const t = useTranslations('percakapan.tulis')
  const { saya, store, outbox } = usePercakapan()
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const awake = useAwake()
  const area = useRef<HTMLTextAreaElement>(null)
  const [length, setLength] = useState(0)
  const signalTyping = useTypingSignal(konsultasiId)
  const measure = () => {
    setLength(lengthOf(area.current?.value.trim() ?? ''))
    grow(area.current)
  }
  const draft = useDraft(area, saya.id, konsultasiId, measure)
  const sendable = length > 0 && length <= PESAN_MAX

  function onChange() {
    measure()
    draft.keepLater()
    if (area.current?.value.trim()) signalTyping.typed()
  }

  function send() {
    const text = area.current?.value.trim()
    if (!area.current || !outbox || !text || lengthOf(text) > PESAN_MAX) return
    area.current.value = ''
    area.current.focus()
    measure()
    signalTyping.sent()
    store.goToNewest()
    // The draft goes only when the outbox has it: between the two there must always be one.
    void outbox.add(konsultasiId, text).then(draft.keepNow)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.shiftKey !== isTouchKeyboard()) return
    event.preventDefault()
    send()
  }

  return (
    <div className={styles.composer}>
      <div className={styles.box}>
        <textarea
          ref={area}
          className={styles.area}
          aria-label={t('nama')}
          aria-describedby="petunjuk-tulis"
          aria-invalid={length > PESAN_MAX || undefined}
          placeholder={t('nama')}
          rows={1}
          dir="auto"
          enterKeyHint="enter"
          disabled={!awake}
          onChange={onChange}
          onKeyDown={onKeyDown}
        />
        <Button variant="primary" icon="send" iconOnly disabled={!awake} aria-disabled={!sendable} onClick={send}>
          {t('kirim')}
        </Button>
      </div>
      <p id="petunjuk-tulis" className={styles.hint} data-wrong={length > PESAN_MAX || undefined}>
        {length > PESAN_MAX
          ? t('terlaluPanjang', { lebih: length - PESAN_MAX })
          : length > SHOW_LENGTH
            ? t('panjang', { jumlah: length, batas: PESAN_MAX })
            : t('petunjuk')}
      </p>
    </div>
  )
}

/** On a touch keyboard there is no Shift+Enter within reach: Enter breaks the line there. */
const isTouchKeyboard = () => matchMedia('(pointer: coarse)').matches

/** Where the browser does not do it by itself (`field-sizing`), the textbox is made as tall as its text. */
function grow(area: HTMLTextAreaElement | null) {
  if (!area || CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
