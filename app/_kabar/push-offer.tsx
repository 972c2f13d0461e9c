'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import styles from './kabar.module.css'
import { usePush } from './use-push'

const KEY = 'sapa:tawaran-kabar'

/**
 * Offers to tell of the answer, quietly, to somebody who has just written something that one may wait for. The browser itself asks only after
 * the click; who says "not now" is not asked again on this device.
 */
export function PushOffer({ penggunaId, nama }: { penggunaId: string; nama: string }) {
  const t = useTranslations('kabar')
  const { state, busy, failed, turnOn } = usePush(penggunaId)
  const [open, setOpen] = useState(isUnanswered)
  const [asked, setAsked] = useState(false)
  const close = () => {
    answered()
    setOpen(false)
  }
  const accept = () => {
    setAsked(true)
    void turnOn()
  }
  if (open && state === 'unsupported' && isTabOnIPhone()) return <HomeScreen onClose={close} />
  if (!open || state === null || state === 'unsupported' || (state !== 'off' && !asked)) return null
  return (
    <section className={styles.offer} aria-label={t('judul')}>
      <Icon name="bell" className={styles.bell} />
      <p className={styles.words} role={asked ? 'status' : undefined}>
        {failed
          ? t('perangkat.gagal')
          : state === 'on'
            ? t('tawaran.menyala')
            : state === 'blocked'
              ? t('tawaran.blocked')
              : t('tawaran.tanya', { nama })}
      </p>
      {state === 'off' && (
        <Button size="sm" busy={busy} onClick={accept}>
          {t('tawaran.nyalakan')}
        </Button>
      )}
      <Button variant="quiet" size="sm" onClick={close}>
        {state === 'off' ? t('tawaran.nanti') : t('tutup')}
      </Button>
    </section>
  )
}

/** On iPhone and iPad only what stands on the home screen can be told anything. */
function HomeScreen({ onClose }: { onClose: () => void }) {
  const t = useTranslations('kabar')
  return (
    <section className={styles.offer} aria-label={t('judul')}>
      <Icon name="bell" className={styles.bell} />
      <p className={styles.words}>{t('tawaran.layarUtama')}</p>
      <Button variant="quiet" size="sm" onClick={onClose}>
        {t('tutup')}
      </Button>
    </section>
  )
}

const isTabOnIPhone = () => 'standalone' in navigator && navigator.standalone !== true && navigator.maxTouchPoints > 1

function isUnanswered(): boolean {
  try {
    return localStorage.getItem(KEY) === null
  } catch {
    return false
  }
}

function answered() {
  try {
    localStorage.setItem(KEY, '1')
  } catch {}
}
