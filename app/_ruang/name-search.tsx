'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { focusComposer } from '@/app/_percakapan/context/focus'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import { NAMA_MAX } from '@/lib/domain/pengguna'
import styles from './daftar.module.css'
import { useRuang } from './ruang-context'
import type { Wanted } from './wanted'

/** Milliseconds after the last key in which a name is looked for. */
const SEARCH_MS = 250

interface Props {
  /** What the list shows, without where it begins. */
  readonly wanted: Wanted
  readonly choose: (next: Wanted) => void
  /** Opens the first of the list that has this name, as soon as there is one; null for no longer. */
  readonly seek: (q: string | null, onFound: () => void) => void
}

/**
 * Narrows the list to a name. Beside a conversation that is a way to another one: Enter opens the first that is found, Escape goes back to where one writes, and after
 * both the list is whole again.
 */
export function NameSearch({ wanted, choose, seek }: Props) {
  const t = useTranslations('meja.meja')
  const { openId } = useRuang()
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (q: string) => {
    clearTimeout(timer.current)
    choose({ ...wanted, q: q.trim() || undefined })
  }
  const clear = () => {
    if (field.current) field.current.value = ''
    look('')
  }
  // Until the other one is here nothing is typed into this one.
  const onFound = () => {
    clear()
    field.current?.blur()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const q = field.current?.value ?? ''
    look(q)
    if (openId !== null && q.trim()) seek(q, onFound)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (openId === null || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      clear()
      focusComposer()
    } else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-baris]')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <search>
      <form className={styles.search} action="/dokter/konsultasi" onSubmit={onSubmit}>
        {wanted.status && <input type="hidden" name="status" value={wanted.status} />}
        {wanted.saring && <input type="hidden" name="saring" value={wanted.saring} />}
        <TextField
          ref={field}
          label={t('cari')}
          name="q"
          type="search"
          autoComplete="off"
          defaultValue={wanted.q}
          maxLength={NAMA_MAX}
          data-cari-nama=""
          onKeyDown={onKeyDown}
          // Who has gone on is not led away by somebody of that name who comes later.
          onBlur={() => seek(null, onFound)}
          onChange={({ target: { value } }) => {
            seek(null, onFound)
            if (openId === null) return
            clearTimeout(timer.current)
            timer.current = setTimeout(() => look(value), SEARCH_MS)
          }}
        />
        <Button type="submit" icon="search" iconOnly>
          {t('tombolCari')}
        </Button>
      </form>
    </search>
  )
}
