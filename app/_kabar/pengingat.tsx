'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { Button, LinkButton } from '@/app/_ui/button'
import { foremostModal, onModals } from '@/app/_ui/dialog/modals'
import { Icon } from '@/app/_ui/icon'
import { Time } from '@/app/_ui/time/time'
import { askFor } from '@/lib/client/api/api'
import { sound } from '@/lib/client/page/sound'
import type { DeringView } from '@/lib/contract/penanda'
import { DERING_MS } from '@/lib/domain/penanda'
import styles from './pengingat.module.css'

/** A tab that nobody sees takes what rings only when no push has: so long after it has heard of it, in milliseconds. */
const HIDDEN_MS = 2 * DERING_MS

/** After a failure it is tried again, in milliseconds. */
const AGAIN_MS = 2000

/** What a dokter wanted to be reminded of. It rings on the page that the server gives it to, once over all tabs and devices, and stays until it is closed, before a dialog too. */
export function Pengingat({ pengingat }: { pengingat: string | undefined }) {
  const t = useTranslations('kabar.pengingat')
  const [rung, setRung] = useState<readonly DeringView[]>([])
  const modal = useSyncExternalStore(onModals, foremostModal, () => null)
  useEffect(() => {
    if (pengingat === undefined) return
    return onceSeen(async () => {
      const { data } = await askFor('PUT /kabar/pengingat')
      if (data.length === 0) return
      setRung((before) => [...before.filter(({ konsultasi_id }) => data.every((one) => one.konsultasi_id !== konsultasi_id)), ...data])
      sound()
    })
  }, [pengingat])
  if (rung.length === 0) return null
  const close = (id: string) => setRung((before) => before.filter(({ konsultasi_id }) => konsultasi_id !== id))
  return createPortal(
    <section className={styles.all} aria-label={t('nama')} translate="no">
      {rung.map(({ konsultasi_id: id, nama, pada }) => (
        <div key={id} className={styles.one} role="alert">
          <Icon name="bell" className={styles.bell} />
          <p className={styles.words}>
            {t('isi', { nama })} <Time className={styles.when} iso={pada} format="brief" />
          </p>
          <Button variant="quiet" size="sm" icon="close" iconOnly onClick={() => close(id)}>
            {t('tutup', { nama })}
          </Button>
          <LinkButton className={styles.open} href={`/dokter/konsultasi/${id}`} size="sm" onClick={() => close(id)}>
            {t('buka')}
          </LinkButton>
        </div>
      ))}
    </section>,
    modal ?? document.body,
  )
}

/** Does it at once where the page is seen, else when it is, or after a while; until it has worked, or the returned function is called. */
function onceSeen(work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(begin, ms)
  }
  const stop = () => {
    isOver = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
  const begin = () => void work().then(stop, () => isOver || wait(AGAIN_MS))
  const look = () => wait(document.visibilityState === 'visible' ? 0 : HIDDEN_MS)
  document.addEventListener('visibilitychange', look)
  look()
  return stop
}
