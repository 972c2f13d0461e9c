'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { LinkButton } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { TextField } from '@/app/_ui/field/text-field'
import { Spinner } from '@/app/_ui/spinner'
import { ApiError } from '@/lib/client/api/answer'
import type { BalasanView } from '@/lib/contract/balasan-cepat'
import { isNamed } from '@/lib/domain/folding'
import { knownBalasan } from './known-balasan'
import styles from './meja.module.css'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onPick: (isi: string) => void
}

/** Chooses a quick reply: typing narrows them down, Enter takes the first, the arrow keys lead to the others. */
export function BalasanPicker({ onOpenChange, onPick }: Props) {
  const t = useTranslations('meja.balasan')
  const tu = useTranslations('umum')
  const [all, setAll] = useState<readonly BalasanView[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLInputElement>(null)
  // Whoever knows what they want types it and presses Enter before the list has come.
  const [isWanted, setWanted] = useState(false)

  useEffect(() => {
    field.current?.focus()
    knownBalasan().then(setAll, (cause) => setError(cause instanceof ApiError ? cause.message : t('gagal')))
  }, [t])

  const shown = (all ?? []).filter(({ pintasan, judul, isi }) => isNamed(`${pintasan} ${judul} ${isi}`, q))
  const pick = (balasan: BalasanView | undefined) => {
    if (!balasan) return setWanted(all === null)
    onOpenChange(false)
    onPick(balasan.isi)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list comes, whatever is typed then
  useEffect(() => {
    if (all && isWanted) pick(shown[0])
  }, [all])

  function onKeyDown(event: KeyboardEvent) {
    const options = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = options.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Enter' && at < 0) {
      event.preventDefault()
      return pick(shown[0])
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const to = at + (event.key === 'ArrowDown' ? 1 : -1)
    if (to < 0) field.current?.focus()
    else options[Math.min(to, options.length - 1)]?.focus()
  }

  return (
    <Dialog title={t('buka')} closeLabel={tu('tutup')} open onOpenChange={onOpenChange}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from the field to the list, whose items are buttons */}
      <div className={styles.stack} onKeyDown={onKeyDown}>
        <TextField ref={field} label={t('cari')} type="search" autoComplete="off" value={q} onChange={({ target }) => setQ(target.value)} />
        {error && (
          <Alert tone="danger" role="alert">
            <p>{error}</p>
          </Alert>
        )}
        {all === null && !error && <Spinner />}
        {all !== null && shown.length === 0 && <p role="status">{t(all.length === 0 ? 'kosong' : 'tidakKetemu')}</p>}
        <ul ref={list} className={styles.options} aria-label={t('buka')}>
          {shown.map((balasan, n) => (
            <li key={balasan.id}>
              <button type="button" className={classes(styles.option, n === 0 && styles.first)} onClick={() => pick(balasan)}>
                <span className={styles.name}>
                  <bdi>{balasan.judul}</bdi> <bdi className={styles.hint}>/{balasan.pintasan}</bdi>
                </span>
                <span className={styles.line}>{balasan.isi}</span>
              </button>
            </li>
          ))}
        </ul>
        <LinkButton href="/dokter/balasan-cepat" variant="quiet" size="sm">
          {t('kelola')}
        </LinkButton>
      </div>
    </Dialog>
  )
}
